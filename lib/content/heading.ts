import type { ElementContent } from "hast";
import type { Heading } from "mdast";
import { claimId, type Reading } from "./reading";
import { startOf } from "./tag";
import { textOf } from "./text";

/** A heading, and the anchor that both languages share. */
export interface Section {
  id: string;
  /** Its words; formulas as TeX. */
  title: string;
  depth: 2 | 3;
  titleHast: ElementContent[];
}

const MARKER = /\s*\[#([^[\]]*)\]\s*$/;

/** A heading's anchor, which stands behind its words as `[#anchor]` and is taken out of them here. */
export function readHeading(reading: Reading, node: Heading): { id: string; title: string } {
  const { report, anchors, lines } = reading;
  const start = startOf(node);
  const last = node.children.at(-1);
  const found = last?.type === "text" ? MARKER.exec(last.value) : null;
  if (last?.type === "text" && found) {
    last.value = last.value.slice(0, found.index);
    if (last.value === "") node.children.pop();
  }
  const title = textOf(node).trim();
  if (title === "") report("empty", start, "This heading has no words.");
  const id = found?.[1] ?? "";
  if (found) {
    const column = (lines[start.line - 1] ?? "").lastIndexOf("[#") + 3;
    claimId(reading, "section", id, { line: start.line, column });
  } else {
    const words = title.toLowerCase().match(/[a-z][a-z0-9]*/g);
    const guess = words?.slice(0, 3).join("-") ?? `section-${anchors.size + 1}`;
    report(
      "anchor",
      start,
      `This heading has no anchor. End its line with one, the same in every language, such as [#${guess}].`,
    );
  }
  return { id, title };
}

/** Reports a level that chapters do not have, or that was reached by leaping over one. Returns the level to go on from. */
export function checkDepth(reading: Reading, node: Heading, previous: number): number {
  const place = startOf(node);
  if (node.depth === 1) {
    reading.report(
      "heading",
      place,
      "`#` is the chapter's title, which stands in the front matter. Begin sections with `##`.",
    );
  } else if (node.depth > 3) {
    reading.report(
      "heading",
      place,
      `Chapters have two levels of headings, \`##\` and \`###\`, not \`${"#".repeat(node.depth)}\`.`,
    );
  } else if (node.depth > previous + 1) {
    reading.report(
      "heading",
      place,
      `This heading leaps over a level: \`${"#".repeat(previous + 1)}\` must come first.`,
    );
  }
  return Math.min(3, Math.max(2, node.depth));
}
