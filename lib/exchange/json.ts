/** Why a file cannot be read. The page has a sentence for each, in each language. */
export type RefusalCode =
  /** More characters than any file of ours has. */
  | "too-large"
  /** Lists in lists in lists. */
  | "too-deep"
  | "not-json"
  /** JSON, but of none of the kinds that can be brought in. */
  | "unknown-kind"
  /** Made by a version of this site, or in a version of the format, that is newer than this one can read. */
  | "newer-version"
  /** A notebook before nbformat 4. */
  | "older-version"
  /** Two cells of one name. */
  | "duplicate-ids"
  /** A notebook in another language. */
  | "other-language"
  /** A notebook of a chapter that this course does not have. */
  | "no-such-chapter"
  /** What a link holds was damaged on its way. */
  | "damaged";

/** Something that came from outside and was understood, or why it was not. */
export type Reading<Value> = { kind: "read"; value: Value } | { kind: "refused"; code: RefusalCode };

export function refused(code: RefusalCode): { kind: "refused"; code: RefusalCode } {
  return { kind: "refused", code };
}

/** Characters of a file: a course's whole work with pictures is a tenth of it. */
export const LARGEST_FILE = 50_000_000;
const DEEPEST = 100;

/** Reads JSON that may be anything. What it returns has to be looked at field by field all the same. */
export function readJson(text: string): Reading<unknown> {
  if (text.length > LARGEST_FILE) return refused("too-large");
  if (depthOf(text) > DEEPEST) return refused("too-deep");
  try {
    return { kind: "read", value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return refused("not-json");
  }
}

/** How deep brackets nest outside of strings; counted without recursion, and no further than it matters. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= DEEPEST; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfString(text, at);
    else if (character === OPEN_LIST || character === OPEN_RECORD) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === CLOSE_LIST || character === CLOSE_RECORD) depth -= 1;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_RECORD, CLOSE_RECORD] = [34, 92, 91, 93, 123, 125];

/** Where a string ends that begins at a quote. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

export type Fields = Readonly<Record<string, unknown>>;

/** An object's own fields; none for what is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
