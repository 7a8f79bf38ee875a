import type { ExerciseWords } from "./words";

/** What exercises say once they are answered, English. */
export const en: ExerciseWords = {
  untouched: {
    numeric: "Write a number first.",
    expr: "Write a formula first.",
    choice: "Choose an option first.",
    order: "Nothing has moved yet: drag the steps, or use the arrow buttons.",
    code: "The code is still as you found it: write your program first.",
    sketch: "Draw the curve first: drag across the picture, or move the points with the arrow keys.",
    predict: "Write down your guess first.",
  },
  unreadable: {
    "not-a-number": "That does not read as a number. Write 0.25, 1/4, 2.5e-1 or 25%.",
    "ambiguous-separator": ({ grouped = "", decimal = "" }) =>
      `The comma can be read in two ways: did you mean ${grouped} or ${decimal}?`,
    "division-by-zero": "The denominator cannot be 0.",
    "too-large": "That number is too large to be held.",
    "too-small": "That number is too close to 0 to be told from it.",
    "too-long": "That is too long. Write less.",
    "too-deep": "Too many parentheses inside each other.",
    empty: "Write a formula first.",
    "unexpected-character": ({ found = "" }) => `“${found}” has no place in a formula.`,
    "expected-operand": ({ found = "" }) =>
      found
        ? `A number, a name or “(” is missing before “${found}”.`
        : "The formula stops short: a number or a name is missing here.",
    "missing-operator": ({ found = "" }) => `An operator is missing before “${found}”: write * to multiply.`,
    "missing-closing-parenthesis": "This “(” has no “)”.",
    "missing-arguments": ({ name = "" }) => `${name} is a function: write ${name}(…).`,
    "wrong-number-of-arguments": ({ name = "", found = "" }) => `${name} cannot take ${found} arguments.`,
    "unknown-function": ({ name = "" }) => `There is no function ${name}.`,
    "unknown-name": ({ name = "", known = "" }) => `There is no ${name} here. You can use: ${known}.`,
    "wrong-form": "The right idea in another form.",
    "not-an-option": "This record cannot be read. Please answer again.",
    "curve-incomplete": ({ missing = "", of = "" }) =>
      `The curve is not complete: ${missing} of its ${of} points are missing. Draw it from left to right.`,
    "does-not-run": ({ message = "", line = "" }) =>
      line
        ? `The program does not run yet; it stops on line ${line}: ${message}`
        : `The program does not run yet: ${message}`,
    "not-defined": ({ name = "" }) => `There is no ${name}: define it under that name.`,
  },
  wrong: {
    "options-missing": "What you chose is right, but more is right.",
    "out-of-order": ({ place = "" }) =>
      `The step in place ${place} needs the result of one that comes after it.`,
    differs: "The result is not what it should be.",
    threw: ({ message = "" }) => `It failed while it ran: ${message}`,
    timeout: ({ seconds = "" }) =>
      `Stopped, because it did not end within ${seconds} seconds. Does the loop end?`,
    died: "Stopped, because it used up its memory.",
  },
  free: "This does not count.",
  asked: "asked",
  expected: "expected",
  got: "got",
  checking: "Checking…",
  variants: (n: number) => `${n} variants`,
  theAnswer: "Answer",
  theCurve: "The right curve",
  another: "Another one like this",
  editProgram: "Write the program",
  startOver: "Back to the starter",
  program: "Your program",
  point: (x: string) => `Height at x = ${x}`,
  noPoint: "not drawn",
  eraseCurve: "Erase",
  curveHelp:
    "Drag across the picture from left to right. By keyboard: Tab to the points, and move them with the arrow keys.",
  drag: "Drag",
  guessSaved: "Your guess is noted. Now run the cell and see.",
  runToSee: "Run it and see",
  progressTitle: "Progress",
  practice: "This is practice, not an exam: the record stays in this browser, and nobody sees it.",
  solvedOf: (solved: number, total: number) => `${solved} of ${total} solved in this chapter`,
  firstTry: (n: number) => `${n} at the first try`,
  helped: (n: number) => `${n} with hints or the solution`,
  shown: (n: number) => `${n} shown`,
  entries: (n: number) => `The record has ${n} ${n === 1 ? "entry" : "entries"}, all chapters together`,
  exportJson: "Export (JSON, to import again)",
  exportCsv: "Export a table (CSV)",
  importFile: "Import…",
  clearAll: "Clear everything",
  clearSure: "This deletes the record of all chapters for good.",
  clearYes: "Clear it",
  keep: "Keep it",
  cleared: "The record is cleared.",
  imported: (added: number, refused: number) =>
    refused > 0
      ? `${added} entries imported; ${refused} could not be read and were left out.`
      : `${added} entries imported.`,
  importErrors: {
    "not-json": "This file is not JSON.",
    "not-progress": "This file was not exported from here.",
    "newer-version": "This file comes from a newer version.",
    "too-large": "The file is too large.",
  },
  storageFailed: "This browser does not let us read or write the record.",
};
