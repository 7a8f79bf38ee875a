/** What may stand inside a tag. `exercise`: prose, one list of wrong answers, hints and a solution. */
type TagContent = "blocks" | "exercise" | "none";

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
  Details: {
    element: "gb-details",
    attributes: { summary: required },
    content: "blocks",
    inside: ["chapter", "Difference"],
  },
  Difference: { element: "gb-difference", attributes: {}, content: "blocks", inside: ["chapter", "Details"] },
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
  Hint: { element: null, attributes: {}, content: "blocks", inside: ["Numeric"] },
  Key: {
    element: "gb-key",
    attributes: {},
    content: "blocks",
    inside: ["chapter", "Beside", "Details", "Difference"],
  },
  Numeric: {
    element: "gb-numeric",
    attributes: { id: required, let: optional, answer: required, tolerance: optional },
    content: "exercise",
    inside: ["chapter", "Beside", "Details"],
  },
  Solution: { element: null, attributes: {}, content: "blocks", inside: ["Numeric"] },
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
  | "gb-listing";

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
