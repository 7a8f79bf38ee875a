import type { Locale } from "../locale";
import type { ReaderWords } from "./words";

export type { ReaderWords } from "./words";

/** Fetches what is said of keeping work, taking it along and finding things: a page needs it only once it is asked. */
export async function loadReaderWords(locale: Locale): Promise<ReaderWords> {
  return locale === "zh" ? (await import("./zh")).zh : (await import("./en")).en;
}
