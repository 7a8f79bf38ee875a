import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Output } from "@/lib/protocol";
import { TestPage } from "./page";

/** What a reader sees of an output, in a line. */
function seen(output: Output): string {
  switch (output.type) {
    case "stream":
      return `${output.name === "stderr" ? "! " : ""}${output.text.trimEnd()}`;
    case "error": {
      const [place] = output.traceback;
      return `${output.name}: ${output.message}${place ? ` at ${place.cell}:${place.line}` : ""}`;
    }
    default:
      return `= ${output.data["text/plain"]}`;
  }
}

/** Cells in the order in which they run, and what the last of them puts out. */
type Program = [title: string, cells: [cell: string, code: string][], shows: string[]];

const one = (code: string): [string, string][] => [["a", code]];

const WAITING: Program[] = [
  ["a timer that is awaited", one("await new Promise((done) => setTimeout(done, 5));\n'rung'"), ['= "rung"']],
  [
    "for await over promises, in their order",
    one(
      "const late = (n: number, ms: number) => new Promise<number>((done) => setTimeout(() => done(n), ms));\nfor await (const n of [late(1, 8), late(2, 1)]) print(n);",
    ),
    ["1", "2"],
  ],
  [
    "for await that ends early closes its generator",
    one(
      "async function* count() { try { for (let n = 0; ; n++) yield n; } finally { print('closed'); } }\nfor await (const n of count()) if (n === 2) break;\nprint('after');",
    ),
    ["closed", "after"],
  ],
  [
    "promises that are awaited together",
    one("await Promise.all([1, Promise.resolve(2), (async () => 3)()])"),
    ["= [1, 2, 3]"],
  ],
  [
    "the order of microtasks and timers",
    one(
      "setTimeout(() => print('timer'));\nPromise.resolve().then(() => print('microtask'));\nprint('now');\nawait new Promise((done) => setTimeout(done, 10));",
    ),
    ["now", "microtask", "timer"],
  ],
  [
    "a rejection that is awaited",
    one("const f = async () => {\n  throw new RangeError('far');\n};\nawait f();"),
    ["RangeError: far at a:2"],
  ],
  [
    "a rejection that another cell awaits",
    [
      ["a", "const failing = (async () => {\n  throw new Error('kept');\n})();\nfailing.catch(() => {});"],
      ["b", "await failing"],
    ],
    ["Error: kept at a:2"],
  ],
  [
    "a rejection that is caught, and finally",
    one(
      "try { await Promise.reject(new Error('x')); } catch (e) { print(String(e)); } finally { print('done'); }",
    ),
    ["Error: x", "done"],
  ],
  [
    "the first of several",
    one("await Promise.race([new Promise((done) => setTimeout(done, 50, 'slow')), 'quick'])"),
    ['= "quick"'],
  ],
  [
    "all failures at once",
    one("await Promise.any([Promise.reject(1)])"),
    ["AggregateError: All promises were rejected"],
  ],
];

const FAILING: Program[] = [
  [
    "what was printed before an error stands before it",
    one("print(1);\nnull.x"),
    ["1", "TypeError: Cannot read properties of null (reading 'x') at a:2"],
  ],
  ["a text that is thrown", one("throw 'so'"), ["Error: so"]],
  ["nothing that is thrown", one("throw undefined"), ["Error: undefined"]],
  [
    "an error with a cause",
    one("throw new Error('outer', { cause: new Error('inner') })"),
    ["Error: outer at a:1"],
  ],
  [
    "an error class of the reader's",
    one("class Odd extends Error { override name = 'Odd' }\nthrow new Odd('x')"),
    ["Odd: x at a:2"],
  ],
  [
    "an error in a getter, a setter and a method of another cell",
    [
      ["a", "class A {\n  get bad(): number {\n    throw new Error('got');\n  }\n}"],
      ["b", "\nnew A().bad"],
    ],
    ["Error: got at a:3"],
  ],
  [
    "an error in a callback",
    [
      ["a", "const each = (f: (n: number) => number) => [1, 2].map(f);"],
      ["b", "each((n) => {\n  if (n > 1) throw new Error('two');\n  return n;\n})"],
    ],
    ["Error: two at b:2"],
  ],
  [
    "an import that there is not",
    one('import fs from "fs";\nfs'),
    ["SyntaxError: There is no library 'fs' here at a:1"],
  ],
];

const HOSTILE: Program[] = [
  ["an error that throws when it is read", one("throw { get message() { throw 1; }, toString: null }"), []],
  ["a stack that is none", one("throw Object.assign(new Error('x'), { stack: 7 })"), ["Error: x"]],
  ["a name that is none", one("throw Object.assign(new Error('x'), { name: 7 })"), ["7: x at a:1"]],
  ["a thenable that never answers is no value to wait for", one("({ then: 1 })"), ["= { then: 1 }"]],
  [
    "a proxy that refuses everything",
    one(
      "new Proxy({}, { ownKeys() { throw new Error('no'); }, getPrototypeOf() { throw new Error('no'); } })",
    ),
    ["= [cannot be shown: no]"],
  ],
  [
    "a getter is not called",
    one("({ get trap() { print('sprung'); return 1; } })"),
    ["= { trap: [Getter] }"],
  ],
  ["a value within itself", one("const loop: any = [1]; loop.push(loop); loop"), ["= [1, [Circular]]"]],
  ["names of prototypes", one("const __proto__ = 1, valueOf = 2;\n[__proto__, valueOf]"), ["= [1, 2]"]],
  [
    "messages that a cell makes are values like any other",
    one("({ parent: 'b#1', cell: 'b', type: 'stream', name: 'stdout', text: 'forged' })"),
    [`= { parent: "b#1", cell: "b", type: "stream", name: "stdout", text: "forged" }`],
  ],
];

for (const [title, programs] of Object.entries({ waiting: WAITING, failing: FAILING, hostile: HOSTILE })) {
  describe(title, () => {
    let page: TestPage;
    beforeEach(() => {
      page = new TestPage();
    });
    afterEach(() => page.close());

    it.each(programs)("%s", async (_, cells, shows) => {
      let outputs: Output[] = [];
      for (const [cell, code] of cells) outputs = await page.run(cell, code);
      const lines = outputs.map(seen);
      // Values that cannot be read are shown in some words; that the run ended is what counts.
      if (shows.length > 0) expect(lines).toEqual(shows);
      else expect(lines).toHaveLength(1);
      // Whatever the cell was: the next one runs.
      expect((await page.run("next", "6 * 7")).map(seen)).toEqual(["= 42"]);
    });
  });
}

describe("built-ins that a cell bends", () => {
  /** A patch, and how a test takes it back. */
  const patches: [what: string, patch: string, restore: () => void][] = [
    patched(Math, "random"),
    patched(JSON, "stringify"),
    patched(Array.prototype, "join"),
    patched(String.prototype, "split"),
    patched(Number.prototype, "toString"),
    patched(Object, "keys"),
    patched(Object, "entries"),
    patched(performance, "now"),
  ];

  /** Puts something useless in the place of a method. */
  function patched(object: object, name: string): [string, string, () => void] {
    const own = Object.getOwnPropertyDescriptor(object, name);
    const path = object === performance ? "performance" : nameOf(object);
    const code = `Object.defineProperty(${path}, ${JSON.stringify(name)}, { value: () => { throw new Error("bent"); }, configurable: true, writable: true });`;
    const restore = () => {
      if (own) Object.defineProperty(object, name, own);
      else Reflect.deleteProperty(object, name);
    };
    return [`${path}.${name}`, code, restore];
  }

  function nameOf(object: object): string {
    if (object === Math) return "Math";
    if (object === JSON) return "JSON";
    if (object === Object) return "Object";
    return `${object.constructor.name}.prototype`;
  }

  it.each(patches)(
    "%s: the cell ends, what it printed is there, and a new kernel is whole",
    async (_, patch, restore) => {
      const page = new TestPage();
      try {
        const outputs = await page.run("a", `print("before");\n${patch}`).finally(restore);
        expect(outputs.map(seen)).toContain("before");
      } finally {
        restore();
        page.close();
      }
      const next = new TestPage();
      expect((await next.run("a", "[1, 2, 3].map((x) => 2 * x).join()")).map(seen)).toEqual(['= "2,4,6"']);
      next.close();
    },
  );
});
