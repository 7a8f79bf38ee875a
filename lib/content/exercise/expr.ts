import type { Root } from "hast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import {
  ANY_OTHER,
  checkExpr,
  type ExprExercise,
  equivalent,
  type FreeName,
  parseFormula,
} from "../../exercise";
import { type Place, placeInside } from "../place";
import type { Reading } from "../reading";
import type { Attribute, Attributes } from "../tag";
import { readFormula } from "./formulas";
import { checkLast, type PlacedAnswer, readListed, withoutPlaces } from "./listed";
import { checkParts, commonTexts, partsOf } from "./parts";

/** Between which values a name is tried whose author does not say. */
const ANYWHERE = { from: -3, to: 3 };

/** Reads `<Expr>`: its formulas are proven to be different ones. */
export function readExpr(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): ExprExercise<Root> {
  const parts = partsOf(tag);
  checkParts(reading, tag, parts, "wrong answers: - `formula` :: why it is wrong");
  const names = readNames(reading, attributes.get("names"));
  const values = new Map(names.map(({ name, from, to }) => [name, from + (to - from) * 0.4]));
  const answer = attributes.get("answer");
  const readable = answer !== undefined && readFormula(reading, answer, values);
  const answers = readListed(reading, parts.bullets[0]).filter(
    ({ match, place }) =>
      match === ANY_OTHER ||
      readFormula(
        reading,
        { value: match, placeAt: (index) => placeInside(reading.lines, place, match, index) },
        values,
      ),
  );
  checkLast(reading, answers);
  const exercise: ExprExercise<Root> = {
    kind: "expr",
    id: attributes.get("id")?.value ?? "",
    ...commonTexts(parts),
    names,
    answer: answer?.value ?? "0",
    answers: withoutPlaces(answers),
  };
  if (readable) prove(reading, exercise, answer.placeAt(0), answers);
  return exercise;
}

const NAME = /^\s*(\p{L}[\p{L}\p{Nd}_]*)\s*(?::\s*([-−]?\d+(?:\.\d+)?)\s*\.\.\s*([-−]?\d+(?:\.\d+)?))?\s*$/u;

/** Reads `s: 0.05..0.95; t`. */
function readNames(reading: Reading, attribute: Attribute | undefined): FreeName[] {
  const names: FreeName[] = [];
  let start = 0;
  for (const piece of attribute?.value.split(";") ?? []) {
    const found = NAME.exec(piece);
    const name = found?.[1] ?? "";
    const number = (text: string | undefined, otherwise: number) =>
      text === undefined ? otherwise : Number(text.replace("−", "-"));
    const [from, to] = [number(found?.[2], ANYWHERE.from), number(found?.[3], ANYWHERE.to)];
    const place = attribute?.placeAt(start + piece.length - piece.trimStart().length);
    start += piece.length + 1;
    if (!place || piece.trim() === "") continue;
    if (!found || !(from < to)) {
      reading.report(
        "attribute",
        place,
        `\`${piece.trim()}\` is no name with its values: write \`name\` or \`name: from..to\`, separated by semicolons.`,
      );
    } else if (names.some((one) => one.name === name)) {
      reading.report("attribute", place, `\`${name}\` is given twice.`);
    } else names.push({ name, from, to });
  }
  return names;
}

/** Shows that the answer is right, and that every other one earns what its author promises. */
function prove(
  reading: Reading,
  exercise: ExprExercise<Root>,
  place: Place,
  listed: readonly PlacedAnswer[],
): void {
  const { names, answer } = exercise;
  if (!equivalent(parseFormula(answer), parseFormula(answer), names)) {
    reading.report("answer", place, "The answer has no value where its names are tried: give them others.");
    return;
  }
  listed.forEach(({ match, place: at }, index) => {
    if (match === ANY_OTHER) return;
    const outcome = checkExpr(exercise, match);
    if (outcome.kind === "right" && outcome.matched === undefined) {
      reading.report("wrong-answer", at, `\`${match}\` is the right answer \`${answer}\` in another form.`);
    } else if ("matched" in outcome && outcome.matched !== index) {
      const twin = exercise.answers[outcome.matched ?? -1];
      if (twin)
        reading.report("wrong-answer", at, `\`${match}\` is \`${twin.match}\` above in another form.`);
    }
  });
}
