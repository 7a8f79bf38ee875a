import type { ElementContent, Root, RootContent } from "hast";
import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import {
  type Exercise,
  FormulaError,
  fillSlot,
  namesOf,
  type Parameters,
  slotError,
  splitTemplate,
} from "../../exercise";
import { formulaMessage } from "../formula-problem";
import { placeInside } from "../place";
import type { Reading } from "../reading";
import { startOf } from "../tag";

/** Reports every `[[formula]]` of an exercise's texts that cannot be filled. */
export function fillSlots(reading: Reading, tag: Nodes, parameters: Parameters): void {
  const names = namesOf(parameters);
  visit(tag, (node) => {
    if (node.type !== "text" && node.type !== "inlineMath" && node.type !== "math") return;
    if (!node.value.includes("[[")) return;
    const start = startOf(node);
    const first = node.type === "math" ? { line: start.line + 1, column: 1 } : start;
    for (const piece of splitTemplate(node.value)) {
      if (piece.kind === "words") {
        const open = node.type === "text" ? piece.text.indexOf("[[") : -1;
        if (open >= 0 && names.size > 0) {
          reading.report(
            "formula",
            placeInside(reading.lines, first, node.value, node.value.indexOf("[[")),
            UNCLOSED,
          );
        }
        continue;
      }
      const error = slotError(piece.formula, names);
      if (!error) continue;
      const place = placeInside(reading.lines, first, node.value, piece.position + error.position);
      reading.report(
        "formula",
        place,
        `This formula cannot be read: ${formulaMessage(error, names.keys())}.`,
      );
    }
  });
}

const UNCLOSED =
  "`[[` begins a value of the parameters and ends with `]]`, in one piece of text: write `·` for a product, not `*`.";

/**
 * An exercise whose texts show the values of one combination: each `[[formula]]` becomes an element that says which
 * formula it is, so that a page can show another value in its place.
 */
export function showValues<Kind extends Exercise<Root>>(exercise: Kind, parameters: Parameters): Kind {
  const fill = (root: Root): Root => ({
    ...root,
    children: root.children.flatMap((node) => filled(node, parameters)),
  });
  return {
    ...exercise,
    prompt: fill(exercise.prompt),
    hints: exercise.hints.map(fill),
    ...(exercise.solution && { solution: fill(exercise.solution) }),
    ...("answers" in exercise && {
      answers: exercise.answers.map((one) => ({ ...one, why: fill(one.why) })),
    }),
  };
}

function filled<Node extends RootContent | ElementContent>(
  node: Node,
  parameters: Parameters,
): ElementContent[] {
  if (node.type === "text") {
    if (!node.value.includes("[[")) return [node];
    return splitTemplate(node.value).map((piece) =>
      piece.kind === "words" ? { type: "text", value: piece.text } : slot(piece.formula, parameters, "span"),
    );
  }
  if (node.type !== "element") return [node as ElementContent];
  const { dataSlot } = node.properties;
  if (typeof dataSlot === "string") return [slot(dataSlot, parameters, node.tagName)];
  return [{ ...node, children: node.children.flatMap((child) => filled(child, parameters)) }];
}

function slot(formula: string, parameters: Parameters, tagName: string): ElementContent {
  const properties = { dataSlot: formula };
  return {
    type: "element",
    tagName,
    properties,
    children: [{ type: "text", value: value(formula, parameters) }],
  };
}

/** What cannot be filled has been reported. */
function value(formula: string, parameters: Parameters): string {
  try {
    return fillSlot(formula, parameters, 0);
  } catch (error) {
    if (error instanceof FormulaError) return "";
    throw error;
  }
}
