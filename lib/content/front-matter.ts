import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { didYouMean } from "./nearest";
import type { Place } from "./place";
import type { Report } from "./problem";

/** What a chapter says of itself before its text begins. */
export interface FrontMatter {
  title: string;
  /** One or two sentences for the list of chapters and for search engines. */
  summary: string;
  /** How long a reader takes, exercises included. */
  minutes: number;
  /** What the reader will be able to do. */
  goals: string[];
}

const KEYS = ["title", "summary", "minutes", "goals"] as const;
type Key = (typeof KEYS)[number];
const LONGEST_CHAPTER = 600;

const EXPECTED: Record<Key, string> = {
  title: "`title` must be a text",
  summary: "`summary` must be a text",
  minutes: `\`minutes\` must be a whole number from 1 to ${LONGEST_CHAPTER}`,
  goals: "`goals` must be a list of texts, one `- ` line each",
};

/**
 * Reads the YAML between the `---` lines. `firstLine` is the line of the file on which it begins.
 * Reports everything that is missing, unknown or of the wrong kind.
 */
export function readFrontMatter(yaml: string, firstLine: number, report: Report): FrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, version: "1.2", schema: "core" });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: firstLine + line - 1, column: col };
  };
  const result: FrontMatter = { title: "", summary: "", minutes: 0, goals: [] };
  for (const error of document.errors) {
    report(
      "front-matter",
      at(error.pos[0]),
      `The front matter is not valid YAML: ${firstSentence(error.message)}`,
    );
  }
  if (document.errors.length > 0) return result;

  const missing = new Set<Key>(KEYS);
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    report("front-matter", at(0), "The front matter must consist of `key: value` lines.");
    return result;
  }
  for (const { key, value } of root?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : "";
    const place = at((key as Node | null)?.range?.[0] ?? 0);
    if (!isKey(name)) {
      report("front-matter", place, `The front matter has no key \`${name}\`.${didYouMean(name, KEYS)}`);
      continue;
    }
    missing.delete(name);
    if (!take(result, name, value)) report("front-matter", place, `${EXPECTED[name]}.`);
  }
  for (const name of missing) {
    report("front-matter", { line: 1, column: 1 }, `The front matter lacks \`${name}\`: ${EXPECTED[name]}.`);
  }
  return result;
}

function isKey(name: string): name is Key {
  return (KEYS as readonly string[]).includes(name);
}

/** Puts a value where it belongs; false if it is of the wrong kind. */
function take(result: FrontMatter, key: Key, node: unknown): boolean {
  if (key === "goals") {
    if (!isSeq(node)) return false;
    const goals = node.items.map(scalarText);
    result.goals = goals.filter((goal) => goal !== undefined);
    return goals.length > 0 && result.goals.length === goals.length;
  }
  if (key === "minutes") {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > LONGEST_CHAPTER)
      return false;
    result.minutes = value;
    return true;
  }
  const text = scalarText(node);
  if (text === undefined) return false;
  result[key] = text;
  return true;
}

function scalarText(node: unknown): string | undefined {
  const value = isScalar(node) ? node.value : undefined;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** YAML's messages go on with an excerpt of the text. */
function firstSentence(message: string): string {
  return `${message
    .split("\n")[0]
    ?.replace(/ at line \d+, column \d+:?$/, "")
    .replace(/\.$/, "")}.`;
}
