import type { Chapter } from "@/lib/content";
import { exerciseKey } from "@/lib/exercise/log";

/** The keys of a chapter's exercises that can be solved: guesses cannot. */
export function gradedKeys({ slug, exercises }: Chapter): string[] {
  return exercises.filter(({ kind }) => kind !== "predict").map(({ id }) => exerciseKey(slug, id));
}
