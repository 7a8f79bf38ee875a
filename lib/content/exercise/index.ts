import type { Root } from "hast";
import type { Exercise } from "../../exercise";
import { claimId, type Reading } from "../reading";
import { type Attribute, type Attributes, startOf, type TagNode } from "../tag";
import type { TagName } from "../vocabulary";
import { readChoice, readPredict } from "./choice";
import { type Program, readCode } from "./code";
import { readExpr } from "./expr";
import { checkHints } from "./hints";
import { inheritAnswers } from "./inherit";
import { readBlank, readNumeric } from "./numeric";
import { readOrderExercise } from "./order";
import { readSketchExercise } from "./sketch";
import { showValues } from "./slots";
import type { WrittenExercise } from "./written";

export type { Program } from "./code";
export type { WrittenExercise } from "./written";

/** The tags that are exercises. */
export const EXERCISE_TAGS = [
  "Blank",
  "Choice",
  "Code",
  "Expr",
  "Numeric",
  "Order",
  "Predict",
  "Sketch",
] as const;
export type ExerciseTag = (typeof EXERCISE_TAGS)[number];

export function isExerciseTag(name: TagName | string): name is ExerciseTag {
  return (EXERCISE_TAGS as readonly string[]).includes(name);
}

/** Attributes with words in them, which every language has its own of. */
export const WORDED: readonly string[] = ["xlabel", "ylabel"];

/** What a translation has from its source if it does not say otherwise. */
export function inheritedBy(reading: Reading, tag: TagNode): WrittenExercise | undefined {
  const id = tag.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "id")?.value;
  const twin = typeof id === "string" ? reading.source?.written[id] : undefined;
  return twin?.tag === tag.name ? twin : undefined;
}

/** The attributes together with those that the source has. */
export function withInherited(tag: TagNode, own: Attributes, twin: WrittenExercise | undefined): Attributes {
  const all = new Map<string, Attribute>(own);
  for (const [name, value] of Object.entries(twin?.attributes ?? {})) {
    if (!all.has(name) && !WORDED.includes(name)) all.set(name, { value, placeAt: () => startOf(tag) });
  }
  return all;
}

/** Reads an exercise's tag, and notes it. */
export function readExercise(
  reading: Reading,
  tag: TagNode,
  name: ExerciseTag,
  own: Attributes,
): Exercise<Root> | null {
  const id = own.get("id");
  if (id) claimId(reading, "exercise", id.value, id.placeAt(0));
  const twin = inheritedBy(reading, tag);
  const attributes = withInherited(tag, own, twin);
  const source = twin && reading.source?.exercises.find((one) => one.id === id?.value);
  if (source && tag.type === "mdxJsxFlowElement") inheritAnswers(tag, source);
  const read = readKind(reading, tag, name, attributes, twin);
  if (!read) return null;
  const { exercise, program, code } = read;
  reading.exercises.push(exercise);
  if (tag.type === "mdxJsxFlowElement") checkHints(reading, tag, exercise, program?.solution ?? "");
  if (program) reading.programs.push(program);
  reading.written.set(exercise.id, {
    tag: name,
    attributes: Object.fromEntries([...attributes].map(([attribute, { value }]) => [attribute, value])),
    code: code ?? {},
  });
  return exercise;
}

interface ReadKind {
  exercise: Exercise<Root>;
  program?: Program;
  code?: Record<string, string>;
}

function readKind(
  reading: Reading,
  tag: TagNode,
  name: ExerciseTag,
  attributes: Attributes,
  twin: WrittenExercise | undefined,
): ReadKind | null {
  if (name === "Blank") {
    return tag.type === "mdxJsxTextElement" ? { exercise: readBlank(reading, tag, attributes) } : null;
  }
  if (tag.type !== "mdxJsxFlowElement") return null;
  switch (name) {
    case "Numeric": {
      const exercise = readNumeric(reading, tag, attributes);
      return { exercise: showValues(exercise, exercise.parameters) };
    }
    case "Sketch": {
      const exercise = readSketchExercise(reading, tag, attributes);
      return { exercise: showValues(exercise, exercise.parameters) };
    }
    case "Expr":
      return { exercise: readExpr(reading, tag, attributes) };
    case "Choice":
      return { exercise: readChoice(reading, tag, attributes) };
    case "Order":
      return { exercise: readOrderExercise(reading, tag, attributes) };
    case "Predict":
      return { exercise: readPredict(reading, tag, attributes) };
    case "Code":
      return readCode(reading, tag, attributes, twin);
  }
}
