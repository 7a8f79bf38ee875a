import type { Details, Explanation } from "../explanation";
import { ARRAY_METHODS, camelCase, methodOf, NUMBER_METHODS, TENSOR_METHODS } from "../methods";
import { EXPORTS, FROM_PYTHON } from "../names";
import type { running as zh } from "../zh/running";

/** What the kernel refuses, and what the language itself throws while a cell runs. */
export const running: Record<keyof typeof zh, Explanation> = {
  "too-many-live-plots": "Perhaps `livePlot()` stands inside a loop: make one before it.",
  "graph-too-large":
    "This graph has {nodes} nodes. Show the graph of a smaller part: fewer steps of the loop, a smaller batch of scalars, or an intermediate result.",
  "output-too-large":
    "At most {characters} characters and {values} values can be shown at once. Show a part, for example `.slice(0, 100)`.",
  "progress-source":
    "For example `for (const i of progress(100))` or `for (const x of progress(data))`. An object's contents come from `Object.entries(…)`.",
  "svg-root": "Put one `<svg …>` element around the whole picture.",
  "library-unavailable": "The network may be away. Run the cell again when it is back.",
  "unreadable-error": "Looking at it fails, too. Throw an ordinary error: `throw new Error(…)`.",

  "undefined-name": ({ name = "" }: Details) => {
    if (EXPORTS.has(name)) return 'Import it first: `import { {name} } from "gradbook"`.';
    const written = Object.hasOwn(FROM_PYTHON, name) ? FROM_PYTHON[name] : undefined;
    return written === undefined ? null : `\`{name}\` is Python; in JavaScript it is \`${written}\`.`;
  },
  "name-before-initialization":
    "It is declared further down. Move the declaration up; or, if a function declares a variable of the same name once more, rename one of them.",
  "constant-assigned":
    "It was declared with `const`, perhaps in another cell. What is to change is declared with `let`. If it is a property of an object, it can only be read.",
  "read-only-property":
    "This property can only be read. Change it by a method or an option, or make a new object.",
  "not-a-function": ({ name }: Details) => {
    const method = methodOf(name);
    if (method === null)
      return "Its value cannot be called. Look at the spelling, whether the name holds something else by now, and whether a comma or semicolon is missing before the bracket.";
    const camel = camelCase(method);
    if (camel !== null) return `Names here are in camel case, without underscores: try \`${camel}\`.`;
    if (NUMBER_METHODS.has(method))
      return `\`${method}\` belongs to numbers. If this is a tensor, take its number first: \`loss.item().${method}(4)\`.`;
    if (ARRAY_METHODS.has(method))
      return `\`${method}\` belongs to arrays. If this is a tensor, make an array of it first with \`.tolist()\`.`;
    if (TENSOR_METHODS.has(method))
      return `\`${method}\` belongs to tensors, and this is none. It may be a number already (after \`.item()\`), or a promise from an \`async\` function, which needs \`await\` first.`;
    return `What stands before it has no method \`${method}\`. Look at the spelling, and whether the value is what you think: without \`await\` it may be a promise.`;
  },
  "forgotten-await":
    "`{name}` holds a promise: its value is still on its way. Write `await` where it is made, for example `const {name} = await load()`.",
  "promise-value":
    "This is a promise, not yet its value. Put `await` before it, for example `await load()`; at the top of a cell that is allowed.",
  "nan-value":
    "`NaN` means “not a number”, and whatever is computed from it is `NaN` too. Look for the first one: 0/0, `log` of 0 or less, `undefined` or a promise without `await` in a sum. In training the learning rate is often too large: try a tenth of it.",
  "not-a-constructor":
    "`new` is for classes. Look at upper and lower case; a plain function such as `torch.tensor` is called without `new`.",
  "class-without-new": ({ name }: Details) =>
    name === undefined
      ? "Unlike in Python, objects of a class are made with `new`, as in `new nn.Linear(2, 3)`."
      : "Unlike in Python, objects of a class are made with `new`: `new {name}(…)`, or `new nn.{name}(…)` for a layer.",
  "not-a-class":
    "What follows `extends` is no class. Look at the spelling: modules are written `extends nn.Module`. If another cell defines the class, run that one first.",
  "missing-super-call": "Write `super();` as the constructor's first line.",
  "missing-value": ({ value }: Details) =>
    value === "null"
      ? "If this is a `.grad`: it is `null` before `backward()`; and after it only leaves have one, while computed tensors need `.retainGrad()` before."
      : "Look at where the value comes from: a misspelt property, an index beyond the end, a function without `return`.",
  "not-iterable":
    "Only what has items one after the other goes into `for … of`, `...` or square brackets. To count up to n write `for (let i = 0; i < n; i++)`; a tensor becomes an array with `.tolist()`, an object with `Object.entries(…)`.",
  "too-much-recursion":
    "A function calls itself again and again, too deeply. Most likely the condition that ends it is missing or never true; where there really are so many levels, use a loop.",
  "invalid-array-length":
    "The length is negative, no whole number, or more than fits into memory. Look at how it was computed.",
  "digits-out-of-range": "`toFixed` takes 0 to 100 digits, `toPrecision` 1 to 100.",
  "empty-reduce": "Give `reduce` a second argument to begin with, for example 0.",
};
