import type { Code, Nodes, Root } from "mdast";
import { EXERCISE_TAGS } from "./exercise";
import type { Place } from "./place";
import type { Report } from "./problem";
import { startOf } from "./tag";

/**
 * How many letters of running text a reader may be given with nothing to do. A Chinese character counts as two and a
 * half, so the same text has the same length in both languages.
 */
const LONGEST_STRETCH = 4500;
const WIDE_LETTER = 2.5;

/** Warns of long stretches of text without a cell, an exercise or a figure. */
export function checkPractice(tree: Root, report: Report): void {
  let letters = 0;
  let start: Place | null = null;
  for (const block of tree.children) {
    if (isActive(block)) {
      letters = 0;
      start = null;
      continue;
    }
    if (block.type === "yaml") continue;
    const before = letters;
    letters += lettersOf(block);
    start ??= startOf(block);
    if (before > LONGEST_STRETCH || letters <= LONGEST_STRETCH) continue;
    report(
      "practice",
      start,
      "From here on there is much to read and nothing to do: put in a cell, an exercise or a figure.",
    );
  }
}

const ACTIVE_TAGS: readonly string[] = [...EXERCISE_TAGS, "Figure"];

function isActive(node: Nodes): boolean {
  if (node.type === "code") return isCell(node);
  if (node.type === "image") return true;
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    if (ACTIVE_TAGS.includes(node.name ?? "")) return true;
  }
  return "children" in node && node.children.some(isActive);
}

function isCell({ meta }: Code): boolean {
  return /(?:^|\s)cell(?:\s|$)/.test(meta ?? "");
}

function lettersOf(node: Nodes): number {
  if (node.type === "text") {
    const wide = node.value.match(/[⺀-鿿＀-￯]/g)?.length ?? 0;
    return node.value.length + wide * (WIDE_LETTER - 1);
  }
  // What is folded away is read by those who want to.
  if (node.type === "mdxJsxFlowElement" && node.name === "Details") return 0;
  return "children" in node ? node.children.reduce((sum, child) => sum + lettersOf(child), 0) : 0;
}
