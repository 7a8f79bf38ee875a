import type { Details, Explanation } from "../explanation";
import type { cells as zh } from "../zh/cells";

const END: Readonly<Record<string, string>> = {
  string: "Put a quotation mark at its end.",
  comment: "Put `*/` at its end.",
  template: "Put a backquote at its end.",
  "regular expression": "Put a slash at its end.",
};

/** What the compiler refuses before a cell runs. */
export const cells: Record<keyof typeof zh, Explanation> = {
  syntax:
    "This is not how JavaScript is written. Look in this line and the one before for a comma, bracket or quotation mark that is missing.",
  "unexpected-token":
    "Look before it: a comma, an operator or a bracket may be missing, or something is there twice.",
  "unexpected-end": "A bracket, brace or quotation mark was opened: add its other half.",
  "unexpected-character": "Take it out; if it is text, put it between quotation marks.",
  "full-width-character": null,
  unterminated: ({ what = "" }: Details) => END[what] ?? null,
  "invalid-regular-expression": null,
  "invalid-number": "No letter may follow a number directly, and no name begins with a digit.",
  "invalid-escape": "For a backslash itself write two: `\\\\`.",
  "already-declared": ({ name }: Details) =>
    name === undefined
      ? null
      : "If the second is to change its value, leave out `const` or `let` there; otherwise choose another name.",
  "reserved-word": "Choose another name.",
  "invalid-assignment":
    "On the left of an equals sign there must be a variable or a property. To compare, write `===`.",
  "assign-to-const": ({ kind }: Details) =>
    kind === "const" ? "What is to change is declared with `let`." : "Choose another name.",
  "await-outside-async":
    "Write `async` before that function; at the top level of a cell `await` needs nothing.",
  "return-outside-function": "To show a value, let it stand alone in the cell's last line, without `return`.",
  "break-outside-loop":
    "It does not work in a function given to `map` or `forEach` either: write a `for` loop there.",
  "arguments-outside-function": "Arrow functions have none; take a parameter `(...values)`.",
  "undeclared-private-name": "Declare it in the class first, or look at its spelling.",
  "undeclared-export": "Cells need no `export`: other cells can use every name of the top level.",
  "missing-body": "Add `{ … }` behind it.",
  "missing-super": "It must not stand inside an `if` or another expression.",
  "missing-enum-value": null,
  "unknown-module":
    'Cells can import `gradbook`: `import { torch, nn, optim } from "gradbook"`. `Plot`, `livePlot` and `print` are there without an import.',
  "unknown-export": ({ nearest }: Details) =>
    nearest === undefined ? "Look at its spelling, and at upper and lower case." : null,
  "unsupported-syntax": "Write it in another way.",
  "unsupported-export": "Leave it out, and keep the declaration.",
};
