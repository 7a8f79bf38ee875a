import type { Element, ElementContent, RootContent } from "hast";
import type { Chapter } from "./chapter";
import { errorsIn, type Problem } from "./problem";

/** What needs sound data to be drawn: left out of a preview where it has a mistake. */
const FRAGILE = ["gb-exercise", "gb-blank", "gb-figure"];

/**
 * A chapter for its author's eyes: each problem stands as an element `gb-problem {title}` before the block in which it is,
 * those of no block at the top. Exercises and figures with mistakes are left out.
 */
export function withProblems(chapter: Chapter, problems: readonly Problem[]): Chapter {
  const { body, lines } = chapter;
  const first = lines.find((line) => line !== null) ?? 1;
  const own = problems.filter(({ file }) => file === chapter.file);
  const top = problems.filter((problem) => !own.includes(problem) || problem.line < first);
  const blocks: RootContent[] = top.map(toElement);
  body.children.forEach((block, index) => {
    const start = lines[index];
    if (start === null || start === undefined) {
      blocks.push(block);
      return;
    }
    const end = lines.slice(index + 1).find((line) => line !== null) ?? Number.POSITIVE_INFINITY;
    const here = own.filter(({ line }) => line >= start && line < end);
    blocks.push(...here.map(toElement));
    if (errorsIn(here).length === 0 || !isFragile(block)) blocks.push(block);
  });
  return { ...chapter, body: { ...body, children: blocks } };
}

function toElement({ file, line, column, message }: Problem): Element {
  const properties = { title: `${file}:${line}:${column}` };
  return { type: "element", tagName: "gb-problem", properties, children: words(message) };
}

/** The words of a message, what stands between backticks as code. */
function words(message: string): ElementContent[] {
  return message.split(/(?<!`)`([^`]+)`(?!`)/).map((piece, index) => {
    const text = { type: "text" as const, value: piece };
    return index % 2 === 0 ? text : { type: "element", tagName: "code", properties: {}, children: [text] };
  });
}

function isFragile(node: RootContent | ElementContent): boolean {
  if (node.type !== "element") return false;
  return FRAGILE.includes(node.tagName) || node.children.some(isFragile);
}
