import type { ListItem } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import type { Exercise } from "../../exercise";
import { partsOf } from "./parts";

const SHORT = /^\s*(?:::|：：)(?!right(?![\p{L}\p{N}])|retry(?![\p{L}\p{N}]))/u;

/**
 * Fills in what a translation's list leaves to its source: `- :: why` is said of the answer in that place there, and an
 * option without its box is as right as the one in that place.
 */
export function inheritAnswers(tag: MdxJsxFlowElement, source: Exercise): void {
  const items = partsOf(tag).bullets[0]?.children ?? [];
  items.forEach((item, index) => {
    if ("answers" in source) fillAnswer(item, source.answers[index]);
    else if (source.kind === "choice" && typeof item.checked !== "boolean") {
      item.checked = source.options[index]?.right ?? null;
    }
  });
}

function fillAnswer(item: ListItem, answer: { match: string; verdict: string } | undefined): void {
  const [paragraph] = item.children;
  const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  if (!answer || paragraph?.type !== "paragraph" || first?.type !== "text" || !SHORT.test(first.value))
    return;
  if (answer.verdict !== "wrong") first.value = first.value.replace(SHORT, `::${answer.verdict} `);
  paragraph.children.unshift({ type: "inlineCode", value: answer.match, position: item.position });
}
