import type { Chapter } from "@/lib/content";
import { exerciseKey } from "@/lib/exercise/log";

/** The keys of a chapter's exercises that can be solved: guesses cannot. */
export function gradedKeys({ slug, exercises }: Chapter): string[] {
  return exercises.filter(({ kind }) => kind !== "predict").map(({ id }) => exerciseKey(slug, id));
}

const KIND = "exercise-";

/** The keys that exercises had before, and those that they have now. */
export function renamedKeys({ slug, frontMatter }: Chapter): Record<string, string> {
  const renamed = Object.entries(frontMatter.aliases).filter(([, to]) => to.startsWith(KIND));
  return Object.fromEntries(
    renamed.map((pair) => pair.map((anchor) => exerciseKey(slug, anchor.slice(KIND.length)))),
  );
}
