import type { Chapter } from "../chapter";
import { didYouMean } from "../nearest";
import { type Problem, problemAt } from "../problem";
import { allChapters, type Course } from "./course";

/** Reports what a chapter needs that the course does not have, has later, or that needs this chapter in turn. */
export function checkNeeds(
  course: Course,
  chapter: Chapter,
  needsOf: (slug: string) => readonly string[],
): Problem[] {
  const all = allChapters(course);
  const here = all.indexOf(chapter.slug);
  return chapter.named.needs.flatMap(({ slug, place }) => {
    const report = (message: string) => [problemAt(chapter.file, "needs", place, message)];
    const at = all.indexOf(slug);
    if (slug === chapter.slug) return report("A chapter cannot need itself.");
    if (at < 0) return report(`This course has no chapter \`${slug}\`.${didYouMean(slug, all)}`);
    const circle = pathTo(chapter.slug, slug, needsOf);
    if (circle) {
      return report(`These chapters need each other: ${[chapter.slug, ...circle].join(" → ")}.`);
    }
    if (at > here) {
      return report(
        `\`${slug}\` comes later in the course: put it before \`${chapter.slug}\` in course.yaml.`,
      );
    }
    return [];
  });
}

/** The chapters from `from` to `goal`, each needing the next; null if there is no such way. */
function pathTo(
  goal: string,
  from: string,
  needsOf: (slug: string) => readonly string[],
  seen: readonly string[] = [],
): string[] | null {
  if (from === goal) return [goal];
  if (seen.includes(from)) return null;
  for (const next of needsOf(from)) {
    const rest = pathTo(goal, next, needsOf, [...seen, from]);
    if (rest) return [from, ...rest];
  }
  return null;
}
