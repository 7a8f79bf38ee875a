import {
  checkChoice,
  checkExpr,
  checkNumeric,
  checkOrder,
  checkSketch,
  countCombinations,
  drawCombination,
  type Exercise,
  fillSlot,
  NO_PARAMETERS,
  namesOf,
  type Outcome,
  type Parameters,
} from "@/lib/exercise";
import { readSeed } from "../seed";

function parametersOf(exercise: Exercise): Parameters {
  return "parameters" in exercise ? exercise.parameters : NO_PARAMETERS;
}

/** How many variants an exercise has. */
export function variants(exercise: Exercise): number {
  return countCombinations(parametersOf(exercise));
}

/** Which of them this reader has at the nth draw. */
export function combinationOf(exercise: Exercise, key: string, draw: number): number {
  const parameters = parametersOf(exercise);
  return countCombinations(parameters) <= 1 ? 0 : drawCombination(parameters, readSeed(), key, draw);
}

/** The values of the parameters, if there are any. */
export function valuesOf(exercise: Exercise, combination: number): Record<string, number> | null {
  const parameters = parametersOf(exercise);
  if (parameters.drawn.length === 0) return null;
  const names = namesOf(parameters, combination);
  return Object.fromEntries(parameters.drawn.map(({ name }) => [name, names.get(name) ?? Number.NaN]));
}

/** Writes the variant's values into the texts of an exercise, which came with those of the first. */
export function showValues(element: HTMLElement, exercise: Exercise, combination: number): void {
  const parameters = parametersOf(exercise);
  if (countCombinations(parameters) <= 1) return;
  for (const slot of element.querySelectorAll<HTMLElement>("[data-slot]")) {
    slot.textContent = fillSlot(slot.dataset.slot ?? "", parameters, combination);
  }
}

/** What an answer is worth. */
export async function judge(exercise: Exercise, text: string, combination: number): Promise<Outcome> {
  switch (exercise.kind) {
    case "numeric":
      return checkNumeric(exercise, text, namesOf(exercise.parameters, combination));
    case "expr":
      return checkExpr(exercise, text);
    case "choice":
      return checkChoice(exercise, text);
    case "order":
      return checkOrder(exercise, text);
    case "sketch":
      return checkSketch(exercise, text, namesOf(exercise.parameters, combination));
    case "code": {
      const { judgeProgram } = await import("./judge-program");
      return judgeProgram(exercise, text);
    }
    case "predict":
      return text.trim() === "" ? { kind: "untouched" } : { kind: "right" };
  }
}
