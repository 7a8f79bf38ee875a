import type { Locale } from "../locale";
import type { ExerciseWords } from "./words";

export type { ExerciseWords } from "./words";

/** Fetches what exercises say in a language: a file of its own, which a page needs only once an exercise is near. */
export async function loadExerciseWords(locale: Locale): Promise<ExerciseWords> {
  return locale === "zh" ? (await import("./zh")).zh : (await import("./en")).en;
}
