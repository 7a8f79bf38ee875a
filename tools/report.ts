import { type CourseReading, errorsIn, formatForGithub, formatProblem, type Problem } from "@/lib/content";

/**
 * Says what is wrong with a course, a line each, and how much that is.
 *
 * @param format `github` for lines that GitHub shows at their places in a pull request
 * @returns whether there is nothing but warnings
 */
export function reportProblems(problems: readonly Problem[], format: string | undefined): boolean {
  const line = format === "github" ? formatForGithub : formatProblem;
  for (const problem of problems) console.error(line(problem));
  const errors = errorsIn(problems).length;
  const warnings = problems.length - errors;
  const parts = [count(errors, "problem"), count(warnings, "warning")].filter((part) => part !== "");
  if (parts.length > 0) console.error(`${parts.join(", ")} in the course.`);
  return errors === 0;
}

/** How much of a course there is, each thing counted once for all languages. */
export function contentsOf({ course, chapters }: CourseReading): string {
  const sources = chapters.filter(({ chapter }) => chapter.locale === course?.languages[0]);
  const sum = (what: "cells" | "exercises") =>
    sources.reduce((total, { chapter }) => total + chapter[what].length, 0);
  return [
    count(sources.length, "chapter"),
    count(course?.languages.length ?? 0, "language"),
    count(sum("cells"), "cell"),
    count(sum("exercises"), "exercise"),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function count(n: number, what: string): string {
  return n === 0 ? "" : `${n} ${what}${n === 1 ? "" : "s"}`;
}
