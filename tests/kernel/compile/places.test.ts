import { describe, expect, test } from "vitest";
import { TestNotebook } from "./notebook";
import { observeCell, observePlain } from "./observe";

/** Programs of plain JavaScript that fail. A module of the same text says where they should. */
const FAILING = [
  "let f = 1\nf()",
  "let f = 1\nf ()",
  "let f = 1\n\n  f(f,\n f)",
  "let f = 1\nf\n(2)",
  "let f = 1; (f)(2)",
  "let f = 1\nf``",
  "let f = 1\nnew f",
  "let f = 1\nnew f()",
  "let f = 1\n2 + f(1, 2)",
  "let f = 1\nf?.()",
  "let f\nf.x",
  "let f\nf.x.y()",
  "let o = {}\no.m()",
  "let o = {}\no\n  .m()",
  "let o = {}; const k = 1\no[k].deep",
  "let o = {}, k = 'a'\no[k][k][k] = k",
  "const a = 1, b = 2\nconst { c: { d } } = {}",
  "let f\n;[1, ...f]",
  "let g = 1\nfor (const x of g) ;",
  "let f = () => { throw new Error('x') }\nf(f(2))",
  "const f = (n) => {\n  if (n === 0) throw new TypeError('deep')\n  return f(n - 1)\n}\n  f(3)",
  "function outer() {\n  function inner() { return missing() + 1 }\n  const missing = null\n  return inner()\n}\nouter()",
  "class A {\n  static make() { return new this().fail() }\n  fail() { const x = null; return x.y }\n}\nA.make()",
  "class A { constructor() { this.x.y } }\nclass B extends A { }\nconst b = new B()",
  "const o = { get g() { throw new Error('get') }, m() { return this.g } }\nconst x = 1 + o.m()",
  "let y = 1; y in y",
  "let y = 1\n  y instanceof y",
  "let s = 'a'; s.b.c = 1",
  "let n = 1, m = 2n\nconst s = n * m",
  "let n = 1n\nn += 1",
  "const xs = [1, 2]\nxs.map((x) => x.toFixed(1).foo.bar)",
  "const xs = [1]\nxs.forEach(function each(x) { x() })",
  "let a = 1, b = a; const c = () => b(a)\nc()",
  "const f = async () => { await null; throw new Error('async') }\nawait f()",
  "const f = async () => {\n  await null\n  return g()\n}\nfunction g() { return null.x }\nawait f()",
  "throw new Error('top')",
  "var v = 1\n{ v() }",
  "switch (1) { case 1: let q = 1; q() }",
  "const f = ([a, b] = []) => a.x\nf()",
  "label: for (const f of [1]) { f(); break label }",
  "const tag = null; const x = 1; (tag ?? x).y.z",
  "const f = { m: { n: 1 } }; f.m.n()",
  "const f = { m: { n: 1 } }; f\n.m\n.n()",
  "enumerate(1)\nfunction enumerate(n) { return n.x.y }",
  "const s = `a${1}`\nconst t = `b${s}c${s.x.y}`",
  "const f = (a, b = a.x.y) => a\nf(1)",
  "/* one\ntwo */ let q = 1 /* three\n four */\n/* five */ q()",
  "let f = 1\r\nf()\r\n",
  "let f = 1\rf()",
  "let f = 1\u2028f()",
  "let 变量 = 1\n变量(变量)",
  "let \\u0061 = 1\n\\u0061(a)",
];

describe("the places of an error in a cell are those in a module", () => {
  test.each(FAILING)("%j", async (code) => {
    const cell = await observeCell(code);
    const module = await observePlain(code);
    expect(module.places).not.toEqual([]);
    expect(cell).toEqual(module);
  });
});

describe("types do not move places", () => {
  // The arrow marks the place at which the engine tells the error; it is no part of the program.
  test.each([
    ["annotations", "let x: Array<number> = null as any; let y: string = ''; x.→length"],
    ["generics", "function f<T extends object>(x: T): T { return x.y.→z }\nf<{ y: any }>({} as any)"],
    ["after an interface", "interface A {\n  x: number\n}\n\nlet a: A\na!.→x"],
    ["calls with type arguments", "let f: any = 1;  →f<string, Map<string, number>>(2)"],
    ["in an enum", "let a: any\nenum E { A = 1, B = a.→x.y }"],
    ["after an enum", "enum E { A, B }; let a: any; a.→x"],
    [
      "in a constructor with parameter properties",
      "class A { constructor(private readonly x: any, y: any = x.y.→z) {} }\nnew A(1)",
    ],
    ["after a shared name on the same line", "const a = 1; const b = a + a + a; null.→x"],
    [
      "in an arrow function with a type of several lines",
      "const f = (x: any): {\n  a: number\n} => x.y.→z\nf(1)",
    ],
  ])("%s", async (_, marked) => {
    const before = marked.slice(0, marked.indexOf("→")).split("\n");
    const at = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    expect((await observeCell(marked.replace("→", ""))).places[0]).toBe(at);
  });
});

describe("a compiled text", () => {
  test("has the lines of the cell", () => {
    const code =
      "// first\n\nconst a: {\n  x: number\n} = { x: 1 }\n\nimport {\n  torch\n} from 'gradbook'\na.x // last\n// end\n";
    const { source } = new TestNotebook().compile("a", code);
    expect(source.split("\n").length).toBe(code.split("\n").length);
    expect(source.split("\n")[9]).toMatch(/return.*\/\/ last$/);
  });

  test("keeps the reader's columns wherever nothing was put in", () => {
    const code = "function f(x: number): number { return Math.max(x, 2) }";
    const { source, originalPosition } = new TestNotebook().compile("a", code);
    const column = source.indexOf("Math.max") + 1;
    expect(originalPosition(1, column)).toEqual({ line: 1, column: code.indexOf("Math.max") + 1 });
  });

  test("maps places outside of itself to the nearest within", () => {
    const { originalPosition } = new TestNotebook().compile("a", "1 + 1\n2");
    expect(originalPosition(99, 1).line).toBe(2);
    expect(originalPosition(0, 0)).toEqual({ line: 1, column: 1 });
  });
});
