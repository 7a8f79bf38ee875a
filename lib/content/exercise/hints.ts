import type { Nodes } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import type { Exercise } from "../../exercise";
import type { Reading } from "../reading";
import { startOf } from "../tag";
import { textOf } from "../text";
import { partsOf } from "./parts";

/** Fewer letters than this are no sentence: they may stand in a hint and in the solution. */
const SENTENCE = 12;

/** Reports hints in which the answer stands as it is to be given. */
export function checkHints(
  reading: Reading,
  tag: MdxJsxFlowElement,
  exercise: Exercise,
  solution: string,
): void {
  const parts = partsOf(tag, true);
  const answers = answersOf(exercise, tag, solution).map(squeezed);
  const words = squeezed(parts.solutions.map(textOf).join(" "));
  parts.hints.forEach((hint, index) => {
    const pieces = piecesOf(hint).map(squeezed);
    const whole = squeezed(textOf(hint));
    const given =
      answers.some((answer) => answer.length > 0 && pieces.includes(answer)) ||
      (exercise.kind === "choice" && answers.some((answer) => whole.includes(answer))) ||
      (words.length >= SENTENCE && whole.includes(words));
    if (given) {
      reading.report(
        "hint",
        startOf(hint),
        `Hint ${index + 1} gives the solution away: lead towards the answer without writing it.`,
      );
    }
  });
}

/** What a learner could copy: code, formulas and values of parameters, each by itself. */
function piecesOf(node: Nodes): string[] {
  if (node.type === "text" || node.type === "inlineMath" || node.type === "math") {
    const slots = [...node.value.matchAll(/\[\[(.+?)\]\]/g)].map(([, formula = ""]) => formula);
    return node.type === "text" ? slots : [node.value, ...slots];
  }
  if (node.type === "inlineCode" || node.type === "code") return [node.value];
  return "children" in node ? node.children.flatMap(piecesOf) : [];
}

function answersOf(exercise: Exercise, tag: MdxJsxFlowElement, solution: string): string[] {
  switch (exercise.kind) {
    case "numeric":
    case "expr":
    case "sketch":
      // A digit or two stand in every other hint; that they are the answer is chance.
      return /^[-−]?\d{1,2}$/.test(exercise.answer.trim()) ? [] : [exercise.answer];
    case "choice": {
      const list = partsOf(tag).bullets[0];
      const right = list?.children.filter(({ checked }) => checked).map(textOf) ?? [];
      return right
        .map((words) => words.split(/::|：：/)[0] ?? "")
        .filter((words) => words.length >= SENTENCE);
    }
    case "code":
      return [solution];
    default:
      return [];
  }
}

/** White space and the sign of a product are no difference. */
function squeezed(text: string): string {
  return text.replace(/\\cdot|[*·]/g, "·").replace(/\s+/g, "");
}
