/**
 * What code is coloured by: one table for the static code in the pages and for the editor, so that a cell keeps
 * its colours when the reader begins to edit it. The class `tk-<name>` takes its colour from `--code-<name>`.
 */
export const codeClasses = ["comment", "keyword", "string", "number", "type", "function"] as const;

/** A kind of token that has a colour of its own; everything else is plain. */
export type CodeClass = (typeof codeClasses)[number];

/** TextMate scopes of each class. The more specific selector wins, as in every TextMate theme. */
export const classScopes: Record<CodeClass, readonly string[]> = {
  comment: ["comment", "punctuation.definition.comment", "string.quoted.docstring"],
  keyword: [
    "keyword",
    "storage",
    "constant.language",
    "variable.language",
    "keyword.operator.new",
    "keyword.operator.expression",
    "keyword.operator.logical.python",
  ],
  string: [
    "string",
    "constant.character",
    "constant.other.placeholder",
    "storage.type.string",
    "storage.type.format",
  ],
  number: ["constant.numeric", "storage.type.numeric"],
  type: [
    "entity.name.type",
    "entity.name.class",
    "entity.other.inherited-class",
    "support.type",
    "support.class",
  ],
  function: ["entity.name.function", "support.function", "meta.function-call.generic.python"],
};

/** Scopes inside coloured ones that read better without colour: operators, arrows, what stands in `${…}`. */
export const plainScopes: readonly string[] = [
  "keyword.operator",
  "storage.type.function.arrow",
  "meta.template.expression",
  "meta.fstring.python meta.embedded",
  "punctuation.definition.template-expression",
  "support.type.object",
  "support.variable",
];
