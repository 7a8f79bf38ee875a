import type { Root } from "hast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import {
  ANY_OTHER,
  type Axis,
  checkSketch,
  countCombinations,
  DEFAULT_SKETCH_TOLERANCE,
  describeCombination,
  NO_PARAMETERS,
  namesOf,
  type SketchExercise,
  sketchCurve,
  writeSketch,
} from "../../exercise";
import { placeInside } from "../place";
import type { Reading } from "../reading";
import type { Attribute, Attributes } from "../tag";
import { EveryName, readFormula, readParameters } from "./formulas";
import { checkLast, type PlacedAnswer, readListed, withoutPlaces } from "./listed";
import { checkParts, commonTexts, partsOf } from "./parts";
import { fillSlots } from "./slots";

const DEFAULT_POINTS = 11;
const MOST_POINTS = 25;

/** Reads `<Sketch>`: curves as formulas over `x`, proven to be told apart. */
export function readSketchExercise(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): SketchExercise<Root> {
  const parts = partsOf(tag);
  checkParts(reading, tag, parts, "wrong curves: - `formula` :: why it is wrong");
  const parameters = readParameters(reading, attributes.get("params"));
  const x = readAxis(reading, attributes.get("x"), attributes.get("xlabel"));
  const y = readAxis(reading, attributes.get("y"), attributes.get("ylabel"));
  const points = readPoints(reading, attributes.get("points"));
  const tolerance = readTolerance(reading, attributes.get("tolerance"));
  const names = parameters ? new Map(namesOf(parameters)) : new EveryName();
  names.set("x", x?.from ?? 0);
  const answer = attributes.get("answer");
  const readable = answer !== undefined && readFormula(reading, answer, names);
  const answers = readListed(reading, parts.bullets[0]).filter(
    ({ match, place }) =>
      match === ANY_OTHER ||
      readFormula(
        reading,
        { value: match, placeAt: (index) => placeInside(reading.lines, place, match, index) },
        names,
      ),
  );
  checkLast(reading, answers);
  fillSlots(reading, tag, parameters ?? NO_PARAMETERS);
  const nowhere: Axis = { from: 0, to: 1, label: "" };
  const exercise: SketchExercise<Root> = {
    kind: "sketch",
    id: attributes.get("id")?.value ?? "",
    ...commonTexts(parts),
    parameters: parameters ?? NO_PARAMETERS,
    x: x ?? nowhere,
    y: y ?? nowhere,
    points,
    answer: answer?.value ?? "0",
    tolerance,
    answers: withoutPlaces(answers),
  };
  if (readable && parameters && x && y) prove(reading, exercise, answer, answers);
  return exercise;
}

function readAxis(reading: Reading, range: Attribute | undefined, label: Attribute | undefined): Axis | null {
  if (!range) return null;
  const found = /^\s*([-−]?\d+(?:\.\d+)?)\s*\.\.\s*([-−]?\d+(?:\.\d+)?)\s*$/.exec(range.value);
  const [from, to] = [found?.[1], found?.[2]].map((text) => Number(text?.replace("−", "-")));
  if (from === undefined || to === undefined || !(from < to)) {
    reading.report(
      "attribute",
      range.placeAt(0),
      `\`${range.value}\` is no range: write from..to, such as 0..10.`,
    );
    return null;
  }
  return { from, to, label: label?.value ?? "" };
}

function readPoints(reading: Reading, attribute: Attribute | undefined): number {
  if (!attribute) return DEFAULT_POINTS;
  const points = Number(attribute.value);
  if (Number.isInteger(points) && points >= 3 && points <= MOST_POINTS) return points;
  reading.report("attribute", attribute.placeAt(0), `\`points\` is a whole number from 3 to ${MOST_POINTS}.`);
  return DEFAULT_POINTS;
}

function readTolerance(reading: Reading, attribute: Attribute | undefined): number {
  if (!attribute) return DEFAULT_SKETCH_TOLERANCE;
  const part = Number(/^(\d+(?:\.\d+)?)\s*%$/.exec(attribute.value.trim())?.[1]) / 100;
  if (part >= 0.01 && part <= 0.3) return part;
  reading.report(
    "attribute",
    attribute.placeAt(0),
    `\`${attribute.value}\` is no tolerance of a sketch: write a part of the picture's height from 1% to 30%.`,
  );
  return DEFAULT_SKETCH_TOLERANCE;
}

/** Shows that each curve, drawn exactly, earns what its author promises, for every combination of parameters. */
function prove(
  reading: Reading,
  exercise: SketchExercise<Root>,
  answer: Attribute,
  listed: readonly PlacedAnswer[],
): void {
  const failed = new Set<number>();
  for (let index = 0; index < countCombinations(exercise.parameters); index++) {
    const names = namesOf(exercise.parameters, index);
    const chosen = describeCombination(exercise.parameters, index);
    const when = chosen === "" ? "" : ` for ${chosen}`;
    const drawn = (formula: string) => sketchCurve(exercise, formula, names);
    if (!drawn(exercise.answer).every(Number.isFinite)) {
      reading.report(
        "answer",
        answer.placeAt(0),
        `The curve has gaps${when}: it needs a value at every point.`,
      );
      return;
    }
    listed.forEach(({ match, place }, which) => {
      if (match === ANY_OTHER || failed.has(which)) return;
      const outcome = checkSketch(exercise, writeSketch(drawn(match)), names);
      if ("matched" in outcome && outcome.matched === which) return;
      failed.add(which);
      const twin = "matched" in outcome ? exercise.answers[outcome.matched ?? -1] : undefined;
      const like = twin ? `\`${twin.match}\` above` : "the right curve";
      reading.report("wrong-answer", place, `The curve \`${match}\` cannot be told from ${like}${when}.`);
    });
  }
}
