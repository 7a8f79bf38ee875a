import { didYouMean } from "./nearest";
import type { Place } from "./place";
import type { Report } from "./problem";
import { isSlug, SLUG_RULE } from "./slug";
import { readYaml, type YamlEntry, type YamlValue } from "./yaml";

/** What a chapter says of itself before its text begins. */
export interface FrontMatter {
  title: string;
  /** One or two sentences for the list of chapters and for search engines. */
  summary: string;
  /** How long a reader takes, exercises included. */
  minutes: number;
  /** What the reader will be able to do. */
  goals: string[];
  /** The chapters that should be read before. */
  needs: string[];
  /**
   * What became of ids that readers may have saved something under: `exercise-old: exercise-new`. Without a new one
   * what was saved is left behind, and the author says so with `gone`.
   */
  aliases: Record<string, string>;
}

/** The front matter, and where each chapter it needs and each alias is named. */
export interface PlacedFrontMatter {
  frontMatter: FrontMatter;
  needs: { slug: string; place: Place }[];
  aliases: { from: string; to: string; place: Place }[];
}

const REQUIRED = ["title", "summary", "minutes", "goals"] as const;
/** All keys that front matter may have. */
export const FRONT_MATTER_KEYS = [...REQUIRED, "needs", "aliases"] as const;
const KEYS = FRONT_MATTER_KEYS;
type Key = (typeof KEYS)[number];
const LONGEST_CHAPTER = 600;
/** What stands behind the id of something that was taken out for good. */
export const GONE = "gone";

const EXPECTED: Record<Key, string> = {
  title: "`title` must be a text",
  summary: "`summary` must be a text",
  minutes: `\`minutes\` must be a whole number from 1 to ${LONGEST_CHAPTER}`,
  goals: "`goals` must be a list of texts, one `- ` line each, in quotes if there is a `: ` in it",
  needs: "`needs` must be a list of chapters, such as [gradient-descent]",
  aliases: "`aliases` must be lines such as `exercise-old: exercise-new`, or `cell-old: gone`",
};

/** What is the same in every language: a translation has it from its source. */
const SHARED = ["minutes", "needs", "aliases"] as const;

/**
 * Reads the YAML between the `---` lines. `firstLine` is the line of the file on which it begins.
 * Reports everything that is missing, unknown or of the wrong kind.
 *
 * @param source that of the chapter of which this is a translation
 */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
  report: Report,
  source?: FrontMatter,
): PlacedFrontMatter {
  const result = emptyFrontMatter();
  const entries = readYaml(yaml, firstLine, (place, why) =>
    report(
      "front-matter",
      place,
      why === null
        ? "The front matter must consist of `key: value` lines."
        : `The front matter is not valid YAML: ${why}`,
    ),
  );
  if (!entries) return result;
  const missing = new Set<Key>(REQUIRED);
  if (source) missing.delete("minutes");
  for (const { key, place, value } of entries) {
    if (!isKey(key)) {
      report("front-matter", place, `The front matter has no key \`${key}\`.${didYouMean(key, KEYS)}`);
      continue;
    }
    missing.delete(key);
    if (!take(result, key, value, report)) report("front-matter", place, `${EXPECTED[key]}.`);
  }
  for (const name of missing) {
    report("front-matter", { line: 1, column: 1 }, `The front matter lacks \`${name}\`: ${EXPECTED[name]}.`);
  }
  result.frontMatter.needs = result.needs.map(({ slug }) => slug);
  result.frontMatter.aliases = Object.fromEntries(result.aliases.map(({ from, to }) => [from, to]));
  if (source) inherit(result.frontMatter, source, entries, report);
  return result;
}

/** A translation says none of what its source says for all languages, or says the same. */
function inherit(
  frontMatter: FrontMatter,
  source: FrontMatter,
  entries: readonly YamlEntry[],
  report: Report,
): void {
  for (const key of SHARED) {
    const given = entries.find((entry) => entry.key === key);
    const [theirs, ours] = [source[key], frontMatter[key]].map((value) => JSON.stringify(value));
    if (given && theirs !== ours) {
      report("difference", given.place, `\`${key}\` is another one in the source: leave it out here.`);
    }
  }
  const { minutes, needs, aliases } = source;
  Object.assign(frontMatter, { minutes, needs, aliases });
}

/** What stands in for front matter that could not be read. */
export function emptyFrontMatter(): PlacedFrontMatter {
  const frontMatter = { title: "", summary: "", minutes: 0, goals: [], needs: [], aliases: {} };
  return { frontMatter, needs: [], aliases: [] };
}

function isKey(name: string): name is Key {
  return (KEYS as readonly string[]).includes(name);
}

/** Puts a value where it belongs; false if it is of the wrong kind. */
function take(result: PlacedFrontMatter, key: Key, value: YamlValue, report: Report): boolean {
  const { frontMatter } = result;
  switch (key) {
    case "goals": {
      const goals = value.list()?.map((goal) => goal.text());
      if (!goals) return false;
      frontMatter.goals = goals.filter((goal) => goal !== undefined);
      return goals.length > 0 && frontMatter.goals.length === goals.length;
    }
    case "minutes": {
      const minutes = value.number();
      if (minutes === undefined || !Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_CHAPTER)
        return false;
      frontMatter.minutes = minutes;
      return true;
    }
    case "needs": {
      const slugs = value.list()?.map((slug) => ({ slug: slug.text() ?? "", place: slug.place }));
      result.needs = slugs ?? [];
      return slugs?.every(({ slug }) => isSlug(slug)) ?? false;
    }
    case "aliases": {
      const entries = value.entries();
      if (!entries) return false;
      result.aliases = entries.map((entry) => ({
        from: entry.key,
        to: entry.value.text() ?? "",
        place: entry.place,
      }));
      for (const { from, to, place } of result.aliases) checkAlias(from, to, place, report);
      return true;
    }
    default: {
      const text = value.text();
      if (text === undefined) return false;
      frontMatter[key] = text;
      return true;
    }
  }
}

const ANCHOR = /^(cell|exercise)-(.+)$/;

function checkAlias(from: string, to: string, place: Place, report: Report): void {
  for (const anchor of to === GONE ? [from] : [from, to]) {
    const [, , id = ""] = ANCHOR.exec(anchor) ?? [];
    if (isSlug(id)) continue;
    report(
      "front-matter",
      place,
      `In \`aliases\`, \`${anchor}\` is no cell or exercise: write \`cell-\` or \`exercise-\` and its id, ${SLUG_RULE}.`,
    );
    return;
  }
  if (to !== GONE && ANCHOR.exec(from)?.[1] !== ANCHOR.exec(to)?.[1]) {
    report("front-matter", place, `\`${from}\` cannot become \`${to}\`: cells and exercises are kept apart.`);
  }
}
