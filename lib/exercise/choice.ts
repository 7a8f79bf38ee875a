import type { ChoiceExercise } from "./exercise";
import { readIndexes } from "./indexes";
import type { Outcome } from "./outcome";

/**
 * What a choice is worth. The text holds the chosen options' places in the author's list, separated by spaces; `matched`
 * is the first that is wrong.
 */
export function checkChoice({ options, many }: ChoiceExercise, text: string): Outcome {
  if (text.trim() === "") return { kind: "untouched" };
  const chosen = readIndexes(text, options.length);
  if (!chosen || (!many && chosen.length > 1))
    return { kind: "unreadable", code: "not-an-option", details: {} };
  const wrong = chosen.find((index) => !options[index]?.right);
  if (wrong !== undefined) return { kind: "wrong", matched: wrong };
  const wanted = options.filter(({ right }) => right).length;
  if (many && chosen.length < wanted) return { kind: "wrong", matched: null, code: "options-missing" };
  return { kind: "right" };
}
