import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { detailTexts } from "@/lib/kernel/details";
import { engineError } from "@/lib/kernel/engine-errors";
import { MAX_CHARACTERS, MAX_VALUES } from "@/lib/kernel/pack";
import { TestPage } from "./page";

describe("details", () => {
  it("are texts: shapes in brackets, words in a row", () => {
    expect(
      detailTexts({
        op: "matmul",
        shape: [1, 3],
        shapes: [
          [1, 3],
          [2, 2],
        ],
        scalars: [[], [2]],
        choices: ["mean", "sum"],
        most: null,
        transposed: true,
        nothing: [],
      }),
    ).toEqual({
      op: "matmul",
      shape: "[1, 3]",
      shapes: "[1, 3], [2, 2]",
      scalars: "[], [2]",
      choices: "mean, sum",
      most: "null",
      transposed: "true",
      nothing: "[]",
    });
  });
});

describe("errors on their way to the page", () => {
  let page: TestPage;
  beforeAll(() => {
    page = new TestPage();
  });
  afterAll(() => page.close());

  it.each<[name: string, code: string, error: string, details?: Record<string, string>]>([
    [
      "a call of no function",
      "const loss = { value: 1 };\nloss.toFixed(4)",
      "not-a-function",
      { name: "loss.toFixed" },
    ],
    ["a call of a result", "const f = () => 1;\nf().item()", "not-a-function", { name: "f(...).item" }],
    [
      "a property of undefined",
      "const none = [][0];\nnone.grad",
      "missing-value",
      { value: "undefined", property: "grad" },
    ],
    [
      "a property of null",
      "const grad = null;\ngrad.item()",
      "missing-value",
      { value: "null", property: "item" },
    ],
    [
      "an assignment to a property of nothing",
      "let v;\nv.a = 1",
      "missing-value",
      { value: "undefined", property: "a" },
    ],
    [
      "taking nothing apart",
      "let v;\nconst { a } = v;",
      "missing-value",
      { value: "undefined", property: "a" },
    ],
    ["a loop over a number", "const n = 5;\nfor (const i of n) print(i);", "not-iterable", { name: "n" }],
    ["a spread number", "const n = 5;\nMath.max(...n)", "not-iterable", {}],
    ["a number taken apart", "const [a] = 3;", "not-iterable", { name: "3" }],
    [
      "a layer without new",
      'import { nn } from "gradbook";\nnn.Linear(2, 3)',
      "class-without-new",
      { name: "Linear" },
    ],
    ["new before a function", "const make = () => 1;\nnew make()", "not-a-constructor", { name: "make" }],
    ["a misspelt base class", "const nets = {};\nclass Net extends nets.Modul {}", "not-a-class", {}],
    [
      "a constructor without super",
      'import { nn } from "gradbook";\nclass Net extends nn.Module { constructor() { this.a = 1; } }\nnew Net()',
      "missing-super-call",
      {},
    ],
    [
      "an assignment to a local constant",
      "const f = () => { const k = 1; k = 2; };\nf()",
      "constant-assigned",
      {},
    ],
    [
      "an assignment to a frozen property",
      "const o = Object.freeze({ a: 1 });\no.a = 2",
      "read-only-property",
      { name: "a" },
    ],
    ["recursion without end", "const f = (n) => f(n + 1) + 1;\nf(0)", "too-much-recursion", {}],
    ["a negative length", "new Array(-1)", "invalid-array-length", {}],
    ["too many digits", "(1).toFixed(101)", "digits-out-of-range", {}],
    ["the sum of nothing", "[].reduce((a, b) => a + b)", "empty-reduce", {}],
    [
      "a local name before its declaration",
      "const f = () => { k; let k = 1; };\nf()",
      "name-before-initialization",
      { name: "k" },
    ],
    [
      "a shared name before its declaration",
      "early;\nlet early = 1;",
      "name-before-initialization",
      { name: "early" },
    ],
    ["a name that nobody defines", "nowhere", "undefined-name", { name: "nowhere" }],
    [
      "shapes that do not fit",
      'import { torch } from "gradbook";\ntorch.ones([1, 3]).matmul(torch.ones([2, 2]))',
      "matmul_shapes",
      { op: "matmul", shapes: "[1, 3], [2, 2]", inner: "[3, 2]", transposed: "false" },
    ],
    [
      "a method of a promise",
      "const data = (async () => [1])();\ndata.map((x) => x)",
      "forgotten-await",
      { name: "data" },
    ],
    [
      "a loop over a promise",
      "const data = (async () => [1])();\nfor (const x of data) print(x);",
      "forgotten-await",
      { name: "data" },
    ],
    [
      "a property of a promise's value",
      "const data = (async () => ({ rows: [1] }))();\nprint(1 + data.rows.length)",
      "forgotten-await",
      { name: "data" },
    ],
    [
      "an item of a promise's value",
      "const data = (async () => [[1]])();\nprint(data[0].length)",
      "forgotten-await",
      { name: "data" },
    ],
    [
      "a method of what only looks like a promise",
      "const data = { then: 1 };\ndata.map((x) => x)",
      "not-a-function",
      { name: "data.map" },
    ],
    ["a library that there is not", 'await import(["f", "s"].join(""))', "unknown-module", { module: "fs" }],
    [
      "too many live plots",
      "for (let i = 0; i <= 100; i++) livePlot();",
      "too-many-live-plots",
      { limit: "100" },
    ],
    [
      "a graph too large to be seen",
      'import { torch } from "gradbook";\nlet y = torch.ones(1, { requiresGrad: true });\nfor (let i = 0; i < 3000; i++) y = y.exp();\ngraph(y)',
      "graph-too-large",
      { nodes: "3001", limit: "1000" },
    ],
    ["a loop over nothing", "progress(undefined)", "progress-source", { given: "a value of type undefined" }],
    ["a picture without a frame", "svg`<g></g>`", "svg-root", {}],
    [
      "a helper that is given something else",
      "plots.heatMap([1, 2, 3])",
      "plots-argument",
      {
        helper: "plots.heatMap",
        argument: "matrix",
        kind: "rows of numbers",
        got: "an array of shape [3]",
      },
    ],
    [
      "a refusal of a live plot",
      "livePlot({ height: 3 })",
      "live-option",
      { option: "height", value: "3", expected: "120 … 1000" },
    ],
  ])("%s", async (_, code, error, details = {}) => {
    const found = await page.fail("cell", code);
    expect({ code: found.code, details: found.details }).toEqual({ code: error, details });
  });

  it("what cannot be read has a code", async () => {
    expect(await page.fail("cell", "throw new Proxy({}, { getPrototypeOf() { throw 1; } })")).toEqual(
      expect.objectContaining({ type: "error", code: "unreadable-error" }),
    );
  });

  it("too large an output says how much there may be", async () => {
    const huge = `const { PlotOutput } = { PlotOutput: Plot.plot({ marks: [] }).constructor };
const tree = { tag: "svg", attributes: {}, children: Array.from({ length: ${MAX_VALUES} }, () => "") };
display(new PlotOutput({ tree, facts: { marks: [], points: 0 }, warnings: [], readings() { return {}; }, scale() {}, legend() {} }))`;
    const error = await page.fail("cell", huge);
    expect(error).toMatchObject({
      name: "RangeError",
      code: "output-too-large",
      details: { characters: String(MAX_CHARACTERS), values: String(MAX_VALUES) },
    });
    expect(error.traceback[0]).toMatchObject({ cell: "cell", line: 3 });
  });

  it("an error from deep inside the library has the reader's line", async () => {
    const nest = "nn.Sequential(new ".repeat(8);
    const code = `import { nn, torch } from "gradbook";
const net = new ${nest}nn.Linear(2, 3)${")".repeat(8)};
net(torch.ones([1, 5]))`;
    const error = await page.fail("deep", code);
    expect(error).toMatchObject({ code: "matmul_shapes", traceback: [{ cell: "deep", line: 3 }] });
  });

  it("a constant of another cell is one in the reader's words", async () => {
    await page.run("a", "const set = () => { rate = 2; };");
    await page.run("b", "const rate = 1;");
    const error = await page.fail("c", "set()");
    expect(error).toMatchObject({ code: "constant-assigned", message: "Assignment to constant variable." });
  });

  it("keeps the code and the words of a program's own errors", async () => {
    const own =
      'throw Object.assign(new TypeError("x is not a function"), { code: "mine", details: { n: 1 } })';
    expect(await page.fail("cell", own)).toMatchObject({ code: "mine", details: { n: "1" } });
    expect((await page.fail("cell", 'throw new Error("x is not a function")')).code).toBeUndefined();
    expect((await page.fail("cell", 'throw "x is not a function"')).code).toBeUndefined();
  });

  it("prints what Plot complains about, before the plot", async () => {
    const outputs = await page.run(
      "cell",
      'Plot.plot({ marks: [Plot.dot([{ x: "1", y: 2 }, { x: "3", y: 4 }], { x: "x", y: "y" })] })',
    );
    expect(outputs.map(({ type }) => type)).toEqual(["stream", "execute_result"]);
    expect(outputs[0]).toMatchObject({
      name: "stderr",
      text: expect.stringMatching(/^Warning: .*numbers.*\n$/s),
    });
    expect((await page.run("cell", "Plot.plot({ marks: [] })")).map(({ type }) => type)).toEqual([
      "execute_result",
    ]);
  });
});

describe("what the language throws, in the words of other browsers", () => {
  it.each<[name: string, message: string, code: string, details: Record<string, string>]>([
    // Firefox
    ["TypeError", "loss.toFixed is not a function", "not-a-function", { name: "loss.toFixed" }],
    ["TypeError", "make is not a constructor", "not-a-constructor", { name: "make" }],
    [
      "TypeError",
      `can't access property "grad", w is undefined`,
      "missing-value",
      { value: "undefined", property: "grad" },
    ],
    ["TypeError", "can't access property 0, list is null", "missing-value", { value: "null", property: "0" }],
    [
      "TypeError",
      `can't access property "a" of undefined`,
      "missing-value",
      { value: "undefined", property: "a" },
    ],
    ["TypeError", "n is not iterable", "not-iterable", { name: "n" }],
    ["TypeError", "class constructors must be invoked with 'new'", "class-without-new", {}],
    ["TypeError", "class heritage nn.Modul is not an object or null", "not-a-class", {}],
    ["TypeError", "invalid assignment to const 'k'", "constant-assigned", { name: "k" }],
    ["TypeError", '"a" is read-only', "read-only-property", { name: "a" }],
    ["TypeError", 'setting getter-only property "grad"', "read-only-property", { name: "grad" }],
    ["TypeError", "reduce of empty array with no initial value", "empty-reduce", {}],
    [
      "ReferenceError",
      "can't access lexical declaration 'k' before initialization",
      "name-before-initialization",
      { name: "k" },
    ],
    [
      "ReferenceError",
      "must call super constructor before using 'this' in derived class constructor",
      "missing-super-call",
      {},
    ],
    ["InternalError", "too much recursion", "too-much-recursion", {}],
    ["RangeError", "invalid array length", "invalid-array-length", {}],
    ["RangeError", "precision 101 out of range", "digits-out-of-range", {}],
    // Safari
    [
      "TypeError",
      "loss.toFixed is not a function. (In 'loss.toFixed(4)', 'loss.toFixed' is undefined)",
      "not-a-function",
      { name: "loss.toFixed" },
    ],
    ["TypeError", "undefined is not a function (near '...const i of n...')", "not-iterable", {}],
    [
      "TypeError",
      "make is not a constructor (evaluating 'new make()')",
      "not-a-constructor",
      { name: "make" },
    ],
    [
      "TypeError",
      "undefined is not an object (evaluating 'list[0].grad')",
      "missing-value",
      { value: "undefined", property: "grad" },
    ],
    ["TypeError", "null is not an object (evaluating 'list[0]')", "missing-value", { value: "null" }],
    ["TypeError", "Cannot call a class constructor without |new|", "class-without-new", {}],
    [
      "TypeError",
      "Cannot call a class constructor Linear without |new|",
      "class-without-new",
      { name: "Linear" },
    ],
    ["TypeError", "The superclass is not a constructor.", "not-a-class", {}],
    ["TypeError", "Attempted to assign to readonly property.", "constant-assigned", {}],
    ["ReferenceError", "Cannot access uninitialized variable.", "name-before-initialization", {}],
    [
      "ReferenceError",
      "'super()' must be called in derived constructor before accessing |this| or returning non-undefined.",
      "missing-super-call",
      {},
    ],
    ["RangeError", "Maximum call stack size exceeded.", "too-much-recursion", {}],
    ["RangeError", "Array size is not a small enough positive integer.", "invalid-array-length", {}],
    ["RangeError", "toFixed() argument must be between 0 and 100", "digits-out-of-range", {}],
  ])("%s: %s", (name, message, code, details) => {
    expect(engineError(name, message)).toEqual({ code, details });
  });

  it("is not taken for what it is not", () => {
    expect(engineError("Error", "x is not a function")).toBeNull();
    expect(engineError("TypeError", "the loss must fall")).toBeNull();
    expect(engineError("TypeError", `${"x".repeat(1000)} is not a function`)).toBeNull();
  });
});
