import type { Chapter } from "../chapter";
import { GONE } from "../front-matter";
import { didYouMean } from "../nearest";
import { type Problem, problemAt } from "../problem";

/**
 * The ids under which readers may have saved something, by chapter: `cell-walk`, `exercise-one-step`. A committed record:
 * without it nobody could tell that one has vanished.
 */
export type IdRecord = Readonly<Record<string, readonly string[]>>;

const TOP = { line: 1, column: 1 };

/** Reads `ids.json`. */
export function readIds(text: string | undefined, file: string): { ids: IdRecord; problems: Problem[] } {
  if (text === undefined) return { ids: {}, problems: [] };
  const problem = (why: string) =>
    problemAt(file, "course", TOP, `${why} Delete the file and run \`npm run ids\`, which writes it anew.`);
  try {
    const ids: unknown = JSON.parse(text);
    if (isRecord(ids)) return { ids, problems: [] };
    return { ids: {}, problems: [problem("This is no record of ids.")] };
  } catch {
    return { ids: {}, problems: [problem("This is not JSON.")] };
  }
}

function isRecord(value: unknown): value is IdRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((list) => Array.isArray(list) && list.every((id) => typeof id === "string"))
  );
}

/** The record with a course's present ids added. One that is accounted for by an alias stays, for those who come back late. */
export function recordIds(before: IdRecord, chapters: readonly Chapter[]): IdRecord {
  const ids = new Map(Object.entries(before).map(([slug, list]) => [slug, new Set(list)]));
  for (const chapter of chapters) {
    const own = ids.get(chapter.slug) ?? new Set();
    for (const id of idsOf(chapter)) own.add(id);
    ids.set(chapter.slug, own);
  }
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([slug, list]) => [slug, [...list].sort()]));
}

/** `ids.json` as it is written: an id a line, so that two branches seldom touch the same. */
export function writeIds(ids: IdRecord): string {
  return `${JSON.stringify(ids, null, 2)}\n`;
}

/** The cells and exercises of a chapter, under which something may be saved. */
export function idsOf({ anchors }: Chapter): string[] {
  return Object.keys(anchors).filter((anchor) => /^(?:cell|exercise)-/.test(anchor));
}

/** Reports ids that were there once and are gone, and aliases that lead nowhere. */
export function checkIds(chapter: Chapter, record: IdRecord): Problem[] {
  const problems: Problem[] = [];
  const present = idsOf(chapter);
  const { aliases } = chapter.named;
  const report = (place: typeof TOP, message: string) =>
    problems.push(problemAt(chapter.file, "id", place, message));
  for (const { from, to, place } of aliases) {
    if (present.includes(from)) {
      report(
        place,
        `\`${from}\` is still there: take it out of \`aliases\`, or give the other one a new id.`,
      );
    } else if (to !== GONE && !present.includes(to)) {
      report(place, `\`${from}\` became \`${to}\`, which is not there.${didYouMean(to, present)}`);
    }
  }
  for (const id of record[chapter.slug] ?? []) {
    if (present.includes(id) || aliases.some(({ from }) => from === id)) continue;
    const [, kind = "", name = ""] = /^(cell|exercise)-(.*)$/.exec(id) ?? [];
    const known = present.filter((one) => one.startsWith(`${kind}-`));
    report(
      TOP,
      `The ${kind} \`${name}\` has vanished, and what readers saved under it would be lost. Bring it back, or write \`aliases:\` and below it \`  ${id}: ${known[0] ?? GONE}\` with its new name (\`${GONE}\` if it has none).`,
    );
  }
  return problems;
}
