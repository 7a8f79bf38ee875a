import type { Root } from "hast";
import type { Code, List, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { toHast } from "../hast";
import type { Reading } from "../reading";
import { startOf } from "../tag";
import { isBlank } from "../text";

/** What stands inside an exercise's tag, sorted. */
export interface Parts {
  prompt: RootContent[];
  bullets: List[];
  numbered: List[];
  fences: Code[];
  hints: MdxJsxFlowElement[];
  solutions: MdxJsxFlowElement[];
}

export function partsOf(tag: MdxJsxFlowElement, withFences = false): Parts {
  const parts: Parts = { prompt: [], bullets: [], numbered: [], fences: [], hints: [], solutions: [] };
  for (const child of tag.children) {
    if (child.type === "list") parts[child.ordered ? "numbered" : "bullets"].push(child);
    else if (child.type === "mdxJsxFlowElement" && child.name === "Hint") parts.hints.push(child);
    else if (child.type === "mdxJsxFlowElement" && child.name === "Solution") parts.solutions.push(child);
    else if (child.type === "code" && withFences) parts.fences.push(child);
    else parts.prompt.push(child);
  }
  return parts;
}

/** Reports what every kind of exercise needs, and needs once. `list` says what the one list is of. */
export function checkParts(reading: Reading, tag: MdxJsxFlowElement, parts: Parts, list: string): void {
  const { report } = reading;
  if (isBlank(parts.prompt))
    report("empty", startOf(tag), "This exercise asks nothing: write the question before the wrong answers.");
  const second = parts.bullets[1];
  if (second) report("nesting", startOf(second), `An exercise has one list, that of its ${list}.`);
  const another = parts.solutions[1];
  if (another) report("nesting", startOf(another), "An exercise has one solution.");
}

/** The texts that all kinds have. */
export function commonTexts({ prompt, hints, solutions: [solution] }: Parts): {
  prompt: Root;
  hints: Root[];
  solution?: Root;
} {
  return {
    prompt: toHast(prompt),
    hints: hints.map((hint) => toHast(hint.children)),
    ...(solution && { solution: toHast(solution.children) }),
  };
}
