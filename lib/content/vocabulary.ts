/**
 * What may stand inside a tag. `exercise`: prose, one list of answers, hints and a solution, and what else the kind has;
 * `inline`: the tag stands within a line, and so does what it holds.
 */
type TagContent = "blocks" | "exercise" | "inline" | "none";

interface AttributeSpec {
  required: boolean;
  /** If given, the only values that there are. */
  values?: readonly string[];
}

interface TagSpec {
  /** The element that stands for the tag in the rendering; hints and solutions become part of their exercise. */
  element: `gb-${string}` | null;
  attributes: Readonly<Record<string, AttributeSpec>>;
  content: TagContent;
  /** Where it may stand: `chapter` is the top of the file. */
  inside: readonly string[];
}

/** The figures that the course can draw: to look at, and to touch. */
export const FIGURES = [
  "network",
  "batches",
  "chain",
  "derivatives",
  "descent",
  "error-flow",
  "forward",
  "learning-rate",
  "paths",
] as const;

/** Exercises that fill lines of their own. */
const BLOCK_EXERCISES = ["Choice", "Code", "Expr", "Numeric", "Order", "Predict", "Sketch"] as const;
const EXERCISE_INSIDE = ["chapter", "Beside", "Details"] as const;

const required: AttributeSpec = { required: true };
const optional: AttributeSpec = { required: false };

/** All the tags that a chapter may use. There is no other way to reach beyond Markdown. */
export const VOCABULARY = {
  Aside: {
    element: "gb-aside",
    attributes: {},
    content: "blocks",
    inside: ["chapter", "Beside", "Details", "Difference", "Key"],
  },
  Beside: { element: "gb-beside", attributes: {}, content: "blocks", inside: ["chapter"] },
  Blank: {
    element: "gb-blank",
    attributes: { id: required, params: optional, answer: required, tolerance: optional },
    content: "inline",
    inside: ["chapter", "Aside", "Beside", "Details", "Difference", "Key"],
  },
  Choice: {
    element: "gb-exercise",
    attributes: {
      id: required,
      many: { required: false, values: ["yes"] },
      order: { required: false, values: ["fixed"] },
    },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Code: {
    element: "gb-exercise",
    attributes: { id: required, seconds: optional },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Details: {
    element: "gb-details",
    attributes: { summary: required },
    content: "blocks",
    inside: ["chapter", "Difference"],
  },
  Difference: { element: "gb-difference", attributes: {}, content: "blocks", inside: ["chapter", "Details"] },
  Expr: {
    element: "gb-exercise",
    attributes: { id: required, names: required, answer: required },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Figure: {
    element: "gb-figure",
    attributes: {
      name: { required: true, values: FIGURES },
      alt: required,
      caption: required,
      state: optional,
    },
    content: "none",
    inside: ["chapter", "Beside", "Details"],
  },
  Hint: { element: null, attributes: {}, content: "blocks", inside: BLOCK_EXERCISES },
  Key: {
    element: "gb-key",
    attributes: {},
    content: "blocks",
    inside: ["chapter", "Beside", "Details", "Difference"],
  },
  Numeric: {
    element: "gb-exercise",
    attributes: { id: required, params: optional, answer: required, tolerance: optional },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Order: {
    element: "gb-exercise",
    attributes: { id: required, before: optional },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Predict: {
    element: "gb-exercise",
    attributes: { id: required, cell: required },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Sketch: {
    element: "gb-exercise",
    attributes: {
      id: required,
      params: optional,
      x: required,
      y: required,
      xlabel: required,
      ylabel: required,
      points: optional,
      answer: required,
      tolerance: optional,
    },
    content: "exercise",
    inside: EXERCISE_INSIDE,
  },
  Solution: { element: null, attributes: {}, content: "blocks", inside: BLOCK_EXERCISES },
} as const satisfies Record<string, TagSpec>;

export type TagName = keyof typeof VOCABULARY;

export const TAG_NAMES = Object.keys(VOCABULARY) as TagName[];

export function isTagName(name: string): name is TagName {
  return Object.hasOwn(VOCABULARY, name);
}

export function tagSpec(name: TagName): TagSpec {
  return VOCABULARY[name];
}

/** The elements that stand for tags and fenced code in a chapter's rendering. */
export type VocabularyElement =
  | NonNullable<(typeof VOCABULARY)[TagName]["element"]>
  | "gb-cell"
  | "gb-listing"
  | "gb-problem";

/** Where runnable cells may stand. */
export const CELL_INSIDE: readonly string[] = ["chapter", "Beside", "Details"];

/** What may stand after the three backticks, and the name by which the highlighter knows it. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  ts: "typescript",
  python: "python",
  json: "json",
  bash: "bash",
  mdx: "mdx",
  text: "text",
};
