import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Place } from "./place";

/** A value in a YAML text, and where it stands. */
export interface YamlValue {
  place: Place;
  /** The value if it is a text with something in it. */
  text(): string | undefined;
  /** The value if it is a number. */
  number(): number | undefined;
  /** The values of a list, or undefined if it is none. */
  list(): YamlValue[] | undefined;
  /** The entries of a map, or undefined if it is none. */
  entries(): YamlEntry[] | undefined;
}

export interface YamlEntry {
  key: string;
  /** Where the key stands. */
  place: Place;
  value: YamlValue;
}

/**
 * Reads a YAML text whose top is a map. Calls `refuse` with what is wrong, and where, if it cannot be read.
 *
 * @param firstLine the line of the file on which the text begins
 */
export function readYaml(
  yaml: string,
  firstLine: number,
  refuse: (place: Place, why: string | null) => void,
): YamlEntry[] | null {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, version: "1.2", schema: "core" });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: firstLine + line - 1, column: col };
  };
  for (const error of document.errors) refuse(at(error.pos[0]), firstSentence(error.message));
  if (document.errors.length > 0) return null;
  const root = document.contents;
  if (root === null) return [];
  const entries = yamlValue(root, at).entries();
  if (!entries) refuse(at(0), null);
  return entries ?? null;
}

function yamlValue(node: unknown, at: (offset: number) => Place): YamlValue {
  return {
    place: at((node as Node | null)?.range?.[0] ?? 0),
    text() {
      const value = isScalar(node) ? node.value : undefined;
      return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
    },
    number() {
      const value = isScalar(node) ? node.value : undefined;
      return typeof value === "number" ? value : undefined;
    },
    list: () => (isSeq(node) ? node.items.map((item) => yamlValue(item, at)) : undefined),
    entries() {
      if (!isMap(node)) return undefined;
      return node.items.map(({ key, value }) => ({
        key: isScalar(key) ? String(key.value) : "",
        place: at((key as Node | null)?.range?.[0] ?? 0),
        value: yamlValue(value, at),
      }));
    },
  };
}

/** YAML's messages go on with an excerpt of the text. */
function firstSentence(message: string): string {
  return `${message
    .split("\n")[0]
    ?.replace(/ at line \d+, column \d+:?$/, "")
    .replace(/\.$/, "")}.`;
}
