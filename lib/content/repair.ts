import type { VFileMessage } from "vfile-message";
import { didYouMean, nearest } from "./nearest";
import { placeOf } from "./place";
import type { Report } from "./problem";
import { noSuchTag } from "./tag";
import { isTagName, TAG_NAMES } from "./vocabulary";

/** A chapter whose broken tags and braces are blanked out one after the other; all other characters keep their place. */
export interface Repairs {
  text: string;
  readonly original: string;
  /** Offsets of tags whose attributes were blanked out: nothing can be said of those attributes. */
  readonly withoutAttributes: Set<number>;
  /** Whether tags were taken away, so that others now stand in places where their author did not put them. */
  nestingBroken: boolean;
  /** The halves, such as `</Aside>`, whose other half was taken away: that they fit nowhere is no second mistake. */
  readonly halves: string[];
}

export function startRepairs(text: string): Repairs {
  return { text, original: text, withoutAttributes: new Set(), nestingBroken: false, halves: [] };
}

/** Explains what the parser stumbled over, and takes it out of the text. False if it cannot be found. */
export function repair(repairs: Repairs, error: VFileMessage, report: Report): boolean {
  const offset = offsetOf(error, repairs.text);
  if (error.source === "micromark-extension-mdx-expression") return repairBrace(repairs, offset, report);
  if (error.source === "mdast-util-mdx-jsx") return repairPair(repairs, error, offset, report);
  return repairTag(repairs, offset, report);
}

function offsetOf(error: VFileMessage, text: string): number {
  const place = error.place;
  const point = place && "start" in place ? place.start : place;
  return point?.offset ?? text.length;
}

function blank(repairs: Repairs, start: number, end: number): void {
  const gone = repairs.text.slice(start, end).replace(/[^\r\n]/g, " ");
  repairs.text = repairs.text.slice(0, start) + gone + repairs.text.slice(end);
}

/** A `{` that nothing closes. */
function repairBrace(repairs: Repairs, offset: number, report: Report): boolean {
  let open = 1;
  let at = Math.min(offset, repairs.text.length) - 1;
  for (; at >= 0; at--) {
    const character = repairs.text[at];
    open += character === "}" ? 1 : character === "{" ? -1 : 0;
    if (open === 0) break;
  }
  if (at < 0) return false;
  report("expression", placeOf(repairs.original, at), OPEN_BRACE);
  blank(repairs, at, at + 1);
  return true;
}

const OPEN_BRACE =
  "Braces have a meaning in MDX. Write `\\{` for the character, `code` in backticks for programs, `$…$` for formulas.";

const LESS_THAN = "In prose write `\\<` for the character, or put it into `code` or `$…$`.";

/** A `<` after which no tag follows, or a tag with a mistake inside. */
function repairTag(repairs: Repairs, offset: number, report: Report): boolean {
  const start = repairs.text.lastIndexOf("<", offset - 1);
  if (start < 0) return false;
  const name = /^<\/?([A-Za-z]\w*)/.exec(repairs.text.slice(start))?.[1] ?? "";
  if (isTagName(name)) {
    const end = repairs.text.indexOf(">", offset);
    report(
      "attribute",
      placeOf(repairs.original, offset),
      `\`<${name}>\` cannot be read from here on. ${ATTRIBUTES}`,
    );
    if (end >= 0) {
      const stop = repairs.text[end - 1] === "/" ? end - 1 : end;
      const from = repairs.text.indexOf(name, start) + name.length;
      if (from < stop && repairs.text.slice(from, stop).trim() !== "") {
        repairs.withoutAttributes.add(start);
        blank(repairs, from, stop);
        return true;
      }
    }
    repairs.nestingBroken = true;
    repairs.halves.push(`</${name}>`);
  } else {
    report(
      "syntax",
      placeOf(repairs.original, start),
      `\`<\` begins a tag in MDX. ${adviceFor(repairs.text, start)}`,
    );
  }
  blank(repairs, start, start + 1);
  return true;
}

const ATTRIBUTES =
  'Attributes are written name="value", in straight double quotes, and the tag ends with `>` or `/>`.';

function adviceFor(text: string, start: number): string {
  if (text.startsWith("<!--", start)) return "Chapters have no comments; leave it out.";
  if (/^<(?:[a-z][a-z+.-]*:|[^\s<>@]+@)/i.test(text.slice(start)))
    return "Write a link as [text](https://…).";
  return LESS_THAN;
}

const NAMED_TAG = /`<(\/?)([^`>]*)>` \((\d+):(\d+)-/;

/** A tag without its other half. */
function repairPair(repairs: Repairs, error: VFileMessage, offset: number, report: Report): boolean {
  repairs.nestingBroken = true;
  const opening = NAMED_TAG.exec(error.reason);
  const closing =
    /^<\/([^\s>]*)/.exec(repairs.text.slice(repairs.text.lastIndexOf("<", offset + 1)))?.[1] ?? "";
  const closingAt = repairs.text.lastIndexOf("<", offset + 1);

  if (error.reason.startsWith("Unexpected closing slash")) {
    blankTag(repairs, closingAt);
    return (
      forgive(repairs, `</${closing}>`) ||
      note(repairs, closingAt, `\`</${closing}>\` closes nothing.`, report)
    );
  }
  if (error.reason.startsWith("Expected the closing tag")) {
    blankTag(repairs, closingAt);
    repairs.halves.push(`<${closing}>`);
    return note(
      repairs,
      closingAt,
      `\`</${closing}>\` must stand on a line of its own, as \`<${closing}>\` does, or both in one paragraph.`,
      report,
    );
  }
  const [, , name = "", line = "1", column = "1"] = opening ?? [];
  if (!opening) return false;
  const openingAt = offsetAt(repairs.text, Number(line), Number(column));
  // `<Aside>…</Asid>`: the closing tag is a slip of the pen.
  if (error.reason.startsWith("Unexpected closing tag") && !isTagName(closing) && isTagName(name)) {
    blankTag(repairs, openingAt);
    blankTag(repairs, closingAt);
    const guess = didYouMean(closing, TAG_NAMES) || ` Expected \`</${name}>\`.`;
    return note(repairs, closingAt, `\`</${closing}>\` closes nothing.${guess}`, report);
  }
  // `<Asied>…</Aside>`: the opening tag is one.
  if (error.reason.startsWith("Unexpected closing tag") && nearest(name, TAG_NAMES) === closing) {
    blankTag(repairs, openingAt);
    blankTag(repairs, closingAt);
    report("tag", placeOf(repairs.original, openingAt), noSuchTag(name, didYouMean(name, TAG_NAMES)));
    return true;
  }
  blankTag(repairs, openingAt);
  if (forgive(repairs, `<${name}>`)) return true;
  repairs.halves.push(`</${name}>`);
  const paragraph = error.reason.endsWith("`paragraph`");
  const where = paragraph ? " in its paragraph" : "";
  const advice = paragraph
    ? `Around several paragraphs, put \`<${name}>\` and \`</${name}>\` on lines of their own.`
    : `Write \`</${name}>\` where it ends, or \`<${name} … />\` if it holds nothing.`;
  return note(repairs, openingAt, `\`<${name}>\` is not closed${where}. ${advice}`, report);
}

/** Whether this is the remaining half of a tag that was taken away. */
function forgive(repairs: Repairs, half: string): boolean {
  const index = repairs.halves.indexOf(half);
  if (index >= 0) repairs.halves.splice(index, 1);
  return index >= 0;
}

function note(repairs: Repairs, at: number, message: string, report: Report): true {
  report("closing", placeOf(repairs.original, at), message);
  return true;
}

function blankTag(repairs: Repairs, start: number): void {
  const end = repairs.text.indexOf(">", start);
  blank(repairs, start, end < 0 ? start + 1 : end + 1);
}

function offsetAt(text: string, line: number, column: number): number {
  let offset = 0;
  for (let i = 1; i < line; i++) offset = text.indexOf("\n", offset) + 1;
  return offset + column - 1;
}
