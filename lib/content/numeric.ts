import type { Root } from "hast";
import type { List, ListItem, Paragraph, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import {
  checkNumeric,
  DEFAULT_TOLERANCE,
  evaluateBindings,
  evaluateFormula,
  FormulaError,
  type FormulaValue,
  type Names,
  type NumericExercise,
  parseFormula,
  type Tolerance,
} from "../exercise";
import { formulaMessage } from "./formula-problem";
import { inlineToHast, toHast } from "./hast";
import { type Place, placeInside } from "./place";
import { claimId, type Reading } from "./reading";
import { type Attribute, type Attributes, startOf } from "./tag";
import { isBlank } from "./text";

/** A list item's parts, for messages. */
const ITEM = "- `formula` :: why it is wrong";

/** A wrong answer as it stands in the file. */
interface Written extends FormulaValue {
  why: Root;
  place: Place;
}

/** Reads `<Numeric>`: its formulas are evaluated, and proven against each other. */
export function readNumeric(
  reading: Reading,
  tag: MdxJsxFlowElement,
  attributes: Attributes,
): NumericExercise<Root> {
  const { report } = reading;
  const id = attributes.get("id");
  if (id) claimId(reading, "exercise", id.value, id.placeAt(0));
  const names = readBindings(reading, attributes.get("let"));
  const written = attributes.get("answer");
  const answer = written && evaluate(reading, written, names, "The answer");
  const tolerance = readTolerance(reading, attributes.get("tolerance"));

  const { prompt, lists, hints, solutions } = partsOf(tag);
  const [list, second] = lists;
  const [solution, another] = solutions;
  if (isBlank(prompt))
    report("empty", startOf(tag), "This exercise asks nothing: write the question before the wrong answers.");
  if (second)
    report("nesting", startOf(second), `An exercise has one list, that of its wrong answers: ${ITEM}.`);
  if (another) report("nesting", startOf(another), "An exercise has one solution.");
  const wrong = list ? list.children.flatMap((item) => readWrong(reading, item, names) ?? []) : [];

  const exercise: NumericExercise<Root> = {
    kind: "numeric",
    id: id?.value ?? "",
    prompt: toHast(prompt),
    answer: answer ?? { formula: written?.value ?? "", value: Number.NaN },
    tolerance: tolerance ?? DEFAULT_TOLERANCE,
    wrong: wrong.map(({ formula, value, why }) => ({ formula, value, why })),
    hints: hints.map((hint) => toHast(hint.children)),
    ...(solution && { solution: toHast(solution.children) }),
  };
  if (answer && written && tolerance) prove(reading, exercise, written.placeAt(0), wrong);
  return exercise;
}

function partsOf(tag: MdxJsxFlowElement) {
  const prompt: RootContent[] = [];
  const lists: List[] = [];
  const hints: MdxJsxFlowElement[] = [];
  const solutions: MdxJsxFlowElement[] = [];
  for (const child of tag.children) {
    if (child.type === "list" && !child.ordered) lists.push(child);
    else if (child.type === "mdxJsxFlowElement" && child.name === "Hint") hints.push(child);
    else if (child.type === "mdxJsxFlowElement" && child.name === "Solution") solutions.push(child);
    else prompt.push(child);
  }
  return { prompt, lists, hints, solutions };
}

function readBindings(reading: Reading, attribute: Attribute | undefined): Names {
  if (!attribute) return new Map();
  try {
    const names = evaluateBindings(attribute.value);
    for (const [name, value] of names) {
      if (Number.isFinite(value)) continue;
      reading.report("formula", attribute.placeAt(0), `In \`let\`, \`${name}\` comes out as ${value}.`);
    }
    return names;
  } catch (error) {
    reportFormula(reading, error, attribute.placeAt);
    return new EveryName();
  }
}

/** Stands in for names that could not be read, so that their every use is not reported again. */
class EveryName extends Map<string, number> {
  override get(): number {
    return Number.NaN;
  }
}

function evaluate(
  reading: Reading,
  { value: formula, placeAt }: Attribute,
  names: Names,
  what: string,
): FormulaValue | undefined {
  try {
    const value = evaluateFormula(parseFormula(formula), names);
    if (Number.isFinite(value)) return { formula, value };
    if (!(names instanceof EveryName)) {
      reading.report("answer", placeAt(0), `${what} comes out as ${value}, which nobody can type.`);
    }
  } catch (error) {
    reportFormula(reading, error, placeAt);
  }
  return undefined;
}

function reportFormula(reading: Reading, error: unknown, placeAt: (index: number) => Place): void {
  if (!(error instanceof FormulaError)) throw error;
  reading.report(
    "formula",
    placeAt(error.position),
    `This formula cannot be read: ${formulaMessage(error)}.`,
  );
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

/** One wrong answer: `` `formula` :: why ``. */
function readWrong(reading: Reading, item: ListItem, names: Names): Written | undefined {
  const { report, lines } = reading;
  const [paragraph, ...more] = item.children;
  const parts = paragraph?.type === "paragraph" ? splitWrong(paragraph) : undefined;
  if (!parts || more.length > 0) {
    report("wrong-answer", startOf(item), `This is no wrong answer: write ${ITEM}.`);
    return undefined;
  }
  const place = startOf(parts.code);
  if (isBlank(parts.why)) {
    report("wrong-answer", place, `Say why \`${parts.code.value}\` is wrong, behind the \`::\`.`);
  }
  const value = evaluate(
    reading,
    { value: parts.code.value, placeAt: (index) => placeInside(lines, place, parts.code.value, index) },
    names,
    "This wrong answer",
  );
  return value && { ...value, why: { type: "root", children: inlineToHast(parts.why) }, place };
}

function splitWrong({ children: [code, text, ...rest] }: Paragraph) {
  if (code?.type !== "inlineCode" || text?.type !== "text") return undefined;
  const found = /^\s*(?:::|：：)\s*/.exec(text.value);
  if (!found) return undefined;
  return { code, why: [{ ...text, value: text.value.slice(found[0].length) }, ...rest] };
}

/** Shows that every answer earns what its author promises, in full and rounded to four significant digits. */
function prove(
  reading: Reading,
  exercise: NumericExercise<Root>,
  place: Place,
  wrong: readonly Written[],
): void {
  const { report } = reading;
  const { answer, tolerance } = exercise;
  if (answer.value === 0 && tolerance.kind === "relative") {
    report(
      "answer",
      place,
      'The answer is 0, and a part of 0 is 0: give a distance, such as tolerance="0.001".',
    );
  }
  wrong.forEach(({ formula, value, place: at }, index) => {
    const earned = [value, Number(value.toPrecision(4))].map((typed) =>
      checkNumeric(exercise, String(typed)),
    );
    if (earned.some(({ kind }) => kind === "right")) {
      report(
        "wrong-answer",
        at,
        `\`${formula}\` = ${short(value)} would count as right: the answer is ${short(answer.value)}. Make the tolerance smaller, or leave it out.`,
      );
      return;
    }
    const other = earned.find((outcome) => outcome.kind === "wrong" && outcome.matched !== index);
    const twin =
      other?.kind === "wrong" && other.matched !== null ? exercise.wrong[other.matched] : undefined;
    if (twin) {
      report(
        "wrong-answer",
        at,
        `\`${formula}\` = ${short(value)} cannot be told from \`${twin.formula}\` above.`,
      );
    }
  });
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
