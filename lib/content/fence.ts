import type { ElementContent } from "hast";
import type { Code } from "mdast";
import { didYouMean } from "./nearest";
import { type Place, placeInside } from "./place";
import { claimId, type Reading } from "./reading";
import { startOf } from "./tag";
import { LANGUAGES } from "./vocabulary";

/** A runnable cell. */
export interface Cell {
  id: string;
  code: string;
  title?: string;
  /** Where its code begins in the file, so that line n of the code is line `place.line + n - 1` there. */
  place: Place;
  /** In a translation: the code is the source's, where its mistakes are reported. */
  inherited?: true;
  /** The code coloured, if a highlighter was given. */
  highlighted?: ElementContent[];
}

/** Code that is only shown. */
export interface Listing {
  language: string;
  code: string;
  title?: string;
}

export type Fence = { kind: "cell"; cell: Cell } | { kind: "listing"; listing: Listing };

const WORDS = ["cell", "id", "title"];
const CELL_LANGUAGE = "ts";

/** Reads fenced code and the words behind its opening backticks. */
export function readFence(reading: Reading, node: Code): Fence {
  const { lines, report } = reading;
  const start = startOf(node);
  const meta = node.meta ?? "";
  const at = (index: number) => placeInside(lines, start, meta, index);
  const words = new Map<string, { value: string | undefined; place: Place }>();
  for (const [whole, name = "", quoted, bare, strange] of meta.matchAll(
    /([\w-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?(?=\s|$)|(\S+)/g,
  )) {
    const place = at(meta.indexOf(whole));
    const value = quoted ?? bare;
    if (strange !== undefined) {
      report("fence", place, `\`${strange}\` cannot be read. Write cell, id=name or title="…".`);
    } else if (!WORDS.includes(name)) {
      report(
        "fence",
        place,
        `Fenced code has no word \`${name}\`.${didYouMean(name, WORDS) || ` There are: ${WORDS.join(", ")}.`}`,
      );
    } else if (name === "cell" && value !== undefined) {
      report("fence", place, "`cell` stands alone; the id goes into id=name.");
    } else if (name !== "cell" && (value ?? "").trim() === "") {
      report("fence", place, `\`${name}\` needs a value: ${name === "id" ? "id=name" : 'title="…"'}.`);
    } else if (words.has(name)) report("fence", place, `\`${name}\` is given twice.`);
    words.set(name, { value, place });
  }

  const last = lines[(node.position?.end.line ?? start.line) - 1] ?? "";
  if ((node.position?.end.line ?? 0) === start.line || !/^[\s>]*(?:`{3,}|~{3,})\s*$/.test(last)) {
    report("fence", start, "This code is never closed: end it with a line of three backticks.");
  }
  const language = node.lang ?? "";
  const id = words.get("id");
  const titled = words.get("title")?.value;
  const title = titled === undefined ? {} : { title: titled };

  if (!words.has("cell")) {
    if (id)
      report("fence", id.place, "Only cells have an id. To make this a cell, write ```ts cell id=name.");
    if (language === "") {
      report("fence", start, `Name the language behind the backticks: ${Object.keys(LANGUAGES).join(", ")}.`);
    } else if (!Object.hasOwn(LANGUAGES, language)) {
      const known = Object.keys(LANGUAGES);
      const guess = didYouMean(language, known) || ` There are: ${known.join(", ")}.`;
      report("fence", start, `The language \`${language}\` is not known.${guess}`);
    }
    return { kind: "listing", listing: { language, code: node.value, ...title } };
  }

  if (language !== CELL_LANGUAGE)
    report("fence", start, "A cell holds TypeScript: begin it with ```ts cell.");
  const twin =
    node.value.trim() === "" ? reading.source?.cells.find((cell) => cell.id === id?.value) : undefined;
  if (node.value.trim() === "" && !twin) report("empty", start, "This cell is empty.");
  if (!id) report("fence", start, "A cell needs an id: ```ts cell id=name.");
  else if (id.value) claimId(reading, "cell", id.value, id.place);
  const place = placeInside(lines, { line: start.line + 1, column: 1 }, node.value, 0);
  const code = twin?.code ?? node.value;
  const inherited = twin ? { inherited: true as const } : {};
  return { kind: "cell", cell: { id: id?.value ?? "", code, place, ...title, ...inherited } };
}

/** The code coloured by the highlighter, or as it is. */
export function highlightCode(reading: Reading, code: string, language: string): ElementContent[] {
  const known = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  return reading.highlight?.(code, known ?? "text") ?? [{ type: "text", value: code }];
}
