import type { Root } from "hast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import {
  ANY_OTHER,
  checkNumeric,
  countCombinations,
  DEFAULT_TOLERANCE,
  describeCombination,
  evaluateFormula,
  type Names,
  NO_PARAMETERS,
  type NumericExercise,
  namesOf,
  parseFormula,
  type Tolerance,
} from "../../exercise";
import { type Place, placeInside } from "../place";
import type { Reading } from "../reading";
import type { Attribute, Attributes } from "../tag";
import { EveryName, readFormula, readParameters, short } from "./formulas";
import { checkLast, type PlacedAnswer, readInline, readListed, withoutPlaces } from "./listed";
import { checkParts, commonTexts, partsOf } from "./parts";
import { fillSlots } from "./slots";

/** Reads `<Numeric>`: its formulas are evaluated, and proven against each other. */
export function readNumeric(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): NumericExercise<Root> {
  const parts = partsOf(tag);
  checkParts(reading, tag, parts, "wrong answers: - `formula` :: why it is wrong");
  const exercise = readAnswers(reading, attributes, readListed(reading, parts.bullets[0]), false);
  fillSlots(reading, tag, exercise.parameters);
  return { ...exercise, ...commonTexts(parts) };
}

/** Reads `<Blank>`: a number inside a sentence. */
export function readBlank(
  reading: Reading,
  tag: MdxJsxTextElement,
  attributes: Attributes,
): NumericExercise<Root> {
  const exercise = readAnswers(reading, attributes, readInline(reading, tag.children), true);
  const parameters = attributes.get("params");
  if (parameters && countCombinations(exercise.parameters) > 1) {
    reading.report(
      "attribute",
      parameters.placeAt(0),
      "The sentence around a blank cannot change: give its names one value each, `name = formula`.",
    );
  }
  return exercise;
}

function readAnswers(
  reading: Reading,
  attributes: Attributes,
  listed: PlacedAnswer[],
  inline: boolean,
): NumericExercise<Root> {
  const parameters = readParameters(reading, attributes.get("params"));
  const answer = attributes.get("answer");
  const tolerance = readTolerance(reading, attributes.get("tolerance"));
  const names: Names = parameters ? namesOf(parameters) : new EveryName();
  const readable = answer !== undefined && readFormula(reading, answer, names);
  const placeAt = (place: Place, match: string) => (index: number) =>
    placeInside(reading.lines, place, match, index);
  const answers = listed.filter(
    ({ match, place }) =>
      match === ANY_OTHER || readFormula(reading, { value: match, placeAt: placeAt(place, match) }, names),
  );
  checkLast(reading, answers);
  const exercise: NumericExercise<Root> = {
    kind: "numeric",
    id: attributes.get("id")?.value ?? "",
    inline,
    prompt: { type: "root", children: [] },
    hints: [],
    parameters: parameters ?? NO_PARAMETERS,
    answer: answer?.value ?? "0",
    tolerance: tolerance ?? DEFAULT_TOLERANCE,
    answers: withoutPlaces(answers),
  };
  if (parameters && readable && tolerance) prove(reading, exercise, answer.placeAt(0), answers);
  return exercise;
}

function readTolerance(reading: Reading, attribute: Attribute | undefined): Tolerance | undefined {
  if (!attribute) return DEFAULT_TOLERANCE;
  const found = /^(\d+(?:\.\d+)?(?:e-?\d+)?)\s*(%?)$/.exec(attribute.value.trim());
  const value = Number(found?.[1]);
  if (found && Number.isFinite(value)) {
    if (!found[2]) return { kind: "absolute", value };
    if (value < 100) return { kind: "relative", value: value / 100 };
  }
  reading.report(
    "attribute",
    attribute.placeAt(0),
    `\`${attribute.value}\` is no tolerance: write a part of the answer such as 0.1%, or a distance such as 0.001.`,
  );
  return undefined;
}

/**
 * Shows that every answer earns what its author promises, in full and rounded to four significant digits, for every
 * combination of parameters. Each answer is reported once, for the first combination that fails.
 */
function prove(
  reading: Reading,
  exercise: NumericExercise<Root>,
  place: Place,
  listed: readonly PlacedAnswer[],
): void {
  const failed = new Set<number | "answer">();
  const formulas = listed.map(({ match }) => (match === ANY_OTHER ? null : parseFormula(match)));
  const right = parseFormula(exercise.answer);
  const combinations = countCombinations(exercise.parameters);
  for (let index = 0; index < combinations; index++) {
    const names = namesOf(exercise.parameters, index);
    const chosen = describeCombination(exercise.parameters, index);
    const when = chosen === "" ? "" : ` for ${chosen}`;
    const fail = (which: number | "answer", code: "answer" | "wrong-answer", at: Place, message: string) => {
      if (!failed.has(which)) reading.report(code, at, message);
      failed.add(which);
    };
    const expected = evaluateFormula(right, names);
    if (!Number.isFinite(expected)) {
      fail("answer", "answer", place, `The answer comes out as ${expected}${when}, which nobody can type.`);
      continue;
    }
    if (expected === 0 && exercise.tolerance.kind === "relative") {
      const advice = 'and a part of 0 is 0: give a distance, such as tolerance="0.001".';
      fail("answer", "answer", place, `The answer is 0${when}, ${advice}`);
    }
    formulas.forEach((formula, which) => {
      const answer = listed[which];
      if (!formula || !answer) return;
      const value = evaluateFormula(formula, names);
      const problem = Number.isFinite(value)
        ? problemOf(exercise, names, which, value, expected, when)
        : `This wrong answer comes out as ${value}${when}, which nobody can type.`;
      if (problem) fail(which, Number.isFinite(value) ? "wrong-answer" : "answer", answer.place, problem);
    });
  }
}

/** Why a listed answer does not earn what it should with these values, if so. */
function problemOf(
  exercise: NumericExercise<Root>,
  names: Names,
  which: number,
  value: number,
  expected: number,
  when: string,
): string | null {
  const { match = "" } = exercise.answers[which] ?? {};
  const earned = [value, Number(value.toPrecision(4))].map((typed) =>
    checkNumeric(exercise, String(typed), names),
  );
  if (earned.some((outcome) => outcome.kind === "right" && outcome.matched === undefined)) {
    return `\`${match}\` = ${short(value)} would count as right${when}: the answer is ${short(expected)}. Make the tolerance smaller, or leave it out.`;
  }
  const other = earned.find((outcome) => "matched" in outcome && outcome.matched !== which);
  const twin = other && "matched" in other ? exercise.answers[other.matched ?? -1] : undefined;
  return twin && twin.match !== ANY_OTHER
    ? `\`${match}\` = ${short(value)} cannot be told from \`${twin.match}\` above${when}.`
    : null;
}
