import type { Locale } from "../locale";
import { type Explain, explainer } from "./explanation";

export type { Details, Explain, ExplanationPart } from "./explanation";

/** Fetches the explanations of errors in a language: a file of its own, which a page needs only once one is shown. */
export async function loadExplanations(locale: Locale): Promise<Explain> {
  return explainer(locale === "zh" ? (await import("./zh")).zh : (await import("./en")).en);
}
