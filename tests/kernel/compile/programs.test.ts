import { describe, expect, test } from "vitest";
import { TestNotebook } from "./notebook";

/** Cells in the order in which they run: `[name of the cell, its text]`. */
type Cells = [cell: string, code: string][];

/** What the last of the cells shows. */
type Shows = [title: string, cells: Cells, value: unknown];

/** How the last of the cells fails: the error's class, its message, and the innermost place in a cell. */
type Fails = [
  title: string,
  cells: Cells,
  error: { name: string; message: string; at: string; code?: string },
];

const one = (code: string): Cells => [["a", code]];

function shows(title: string, programs: Shows[]): void {
  describe(title, () => {
    test.each(programs)("%s", async (_, cells, value) => {
      const notebook = new TestNotebook();
      let shown: readonly [unknown] | undefined;
      for (const [cell, code] of cells) shown = await notebook.run(cell, code);
      expect(shown?.[0]).toEqual(value);
    });
  });
}

function fails(title: string, programs: Fails[]): void {
  describe(title, () => {
    test.each(programs)("%s", async (_, cells, { at, ...expected }) => {
      const notebook = new TestNotebook();
      const last = cells.at(-1);
      for (const [cell, code] of cells.slice(0, -1)) await notebook.run(cell, code);
      const error = await notebook.run(...(last ?? ["", ""])).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject(expected);
      expect(notebook.trace(error)[0]).toBe(at);
    });
  });
}

shows("the value of a cell", [
  ["is its last expression", one("1 + 1"), 2],
  ["is nothing after a semicolon", one("1 + 1;"), undefined],
  ["is nothing after a semicolon on the next line", one("1 + 1\n;"), undefined],
  ["does not mind a comment after it", one("1 + 1 // two; three"), 2],
  ["does not mind a comment with a semicolon before the end", one("1 + 1 /* ; */"), 2],
  ["is nothing when the last statement is a declaration", one("1 + 1\nconst a = 3"), undefined],
  ["is nothing for an empty cell", one(""), undefined],
  ["is nothing for a cell of comments", one("// only\n/* words */"), undefined],
  ["is the expression before an interface, which is erased", one("5\ninterface A { x: number }"), 5],
  ["is the expression before a declared type", one("5\ntype A = number;"), 5],
  ["may be a text", one("'use strict'"), "use strict"],
  ["may be a sequence", one("1, 2, 3"), 3],
  ["may be an object in parentheses", one("({ a: 1 })"), { a: 1 }],
  ["may span lines", one("[1,\n2,\n3]\n  .map((x) => x * 2)"), [2, 4, 6]],
  ["may be an assignment", one("let a = 1\na = 5"), 5],
  ["may be awaited", one("await Promise.resolve(7)"), 7],
  ["is an anonymous function without a name", one("(() => 1).name"), ""],
  ["is undefined as a value", one("undefined"), undefined],
  ["is not that of a statement within a block", one("{ 5 }"), undefined],
]);

shows("sharing names", [
  [
    "const, let and var",
    [
      ["a", "const x = 1; let y = 2; var z = 3"],
      ["b", "[x, y, z]"],
    ],
    [1, 2, 3],
  ],
  [
    "functions",
    [
      ["a", "function f(x) { return x * 2 }"],
      ["b", "f(4)"],
    ],
    8,
  ],
  [
    "classes",
    [
      ["a", "class A { m() { return 1 } }"],
      ["b", "new A().m()"],
    ],
    1,
  ],
  [
    "classes that extend another cell's",
    [
      ["a", "class A { x = 1 }"],
      ["b", "class B extends A { y = this.x + 1 }\nnew B().y"],
    ],
    2,
  ],
  [
    "enums",
    [
      ["a", "enum E { A, B }"],
      ["b", "[E.B, E[0]]"],
    ],
    [1, "A"],
  ],
  [
    "imports",
    [
      ["a", 'import { torch } from "gradbook"'],
      ["b", "torch.version"],
    ],
    "1",
  ],
  [
    "destructured names",
    [
      ["a", "const { p, q: [r = 5, ...s], ...t } = { p: 1, q: [undefined, 2, 3], u: 4 }"],
      ["b", "[p, r, s, t]"],
    ],
    [1, 5, [2, 3], { u: 4 }],
  ],
  [
    "var from within a block",
    [
      ["a", "if (true) { for (var i = 0; i < 3; i++) { var j = i } }"],
      ["b", "[i, j]"],
    ],
    [3, 2],
  ],
  [
    "var from the head of for … of",
    [
      ["a", "for (var x of [1, 2, 3]) ;\nfor (var { y } of [{ y: 4 }]) ;\nfor (var k in { m: 1 }) ;"],
      ["b", "[x, y, k]"],
    ],
    [3, 4, "m"],
  ],
  [
    "assigning another cell's let",
    [
      ["a", "let x = 1"],
      ["b", "x = 5"],
      ["c", "x"],
    ],
    5,
  ],
  [
    "counting up another cell's let",
    [
      ["a", "let x = 1"],
      ["b", "x++; ++x; x += 10; x **= 2"],
      ["c", "x"],
    ],
    169,
  ],
  [
    "logical assignment",
    [
      ["a", "let x = null, y = 0, z = 1"],
      ["b", "x ??= 5; y ||= 6; z &&= 7; [x, y, z]"],
    ],
    [5, 6, 7],
  ],
  [
    "destructuring into other cells' names",
    [
      ["a", "let x = 1, y = 2, o = {}"],
      ["b", "[x, y] = [y, x]; ({ x: o.p, y: o['q'] } = { x, y })\n;[x, y, o]"],
    ],
    [2, 1, { p: 2, q: 1 }],
  ],
  ["swapping within one cell", one("let a = 1, b = 2;\n[a, b] = [b, a]\n;[a, b]"), [2, 1]],
  [
    "an object pattern with defaults",
    one("let a, b\n({ a = 3, b: { c: b } = { c: 4 } } = {})\n;[a, b]"),
    [3, 4],
  ],
  [
    "object shorthand",
    [
      ["a", "const x = 1; let y = 2"],
      ["b", "({ x, y, z: 3 })"],
    ],
    { x: 1, y: 2, z: 3 },
  ],
  [
    "templates",
    [
      ["a", "const x = 1"],
      ["b", "`${x}-${`${x + 1}`}`"],
    ],
    "1-2",
  ],
  [
    "optional chaining",
    [
      ["a", "const x = null; let f; const o = { g: () => 2 }"],
      ["b", "[x?.a.b, f?.(), f?.x(), o?.g?.()]"],
    ],
    [undefined, undefined, undefined, 2],
  ],
  [
    "computed keys, getters and methods",
    [
      ["a", "const k = 'p'; let n = 1"],
      [
        "b",
        "const o = { [k]: n, get g() { return n }, m(x = n) { return x + n } }\nn = 10\n;[o.p, o.g, o.m()]",
      ],
    ],
    [1, 10, 20],
  ],
  [
    "for loops over another cell's array",
    [
      ["a", "const xs = [1, 2, 3]; let s = 0"],
      ["b", "for (const x of xs) s += x"],
      ["c", "s"],
    ],
    6,
  ],
  [
    "loops whose variable is another cell's",
    [
      ["a", "let x"],
      ["b", "for (x of [1, 2]) ;\nfor (x in { k: 1 }) ;\nx"],
    ],
    "k",
  ],
  [
    "top-level await",
    [
      ["a", "const x = await Promise.resolve(3)"],
      ["b", "x"],
    ],
    3,
  ],
  [
    "for await",
    [
      ["a", "async function* g() { yield 1; yield 2 }"],
      ["b", "let s = 0\nfor await (const x of g()) s += x\ns"],
    ],
    3,
  ],
  [
    "tagged templates",
    [
      ["a", "const tag = (strings, ...values) => strings.raw.join('|') + values"],
      ["b", "tag`a${1}b${2}c`"],
    ],
    "a|b|c1,2",
  ],
  [
    "names with Chinese letters",
    [
      ["a", "const 学习率 = 0.1"],
      ["b", "学习率 * 2"],
    ],
    0.2,
  ],
  [
    "names with escapes",
    [
      ["a", "const \\u0061b = 1"],
      ["b", "ab + \\u{61}b"],
    ],
    2,
  ],
  [
    "names with dollar signs",
    [
      ["a", "const $ = 1, $x = 2, x = 3, $$x = 4, $0 = 5, $1x = 6"],
      ["b", "[$, $x, x, $$x, $0, $1x]"],
    ],
    [1, 2, 3, 4, 5, 6],
  ],
  [
    "a name that the platform has too",
    [
      ["a", "const escape = 5"],
      ["b", "escape"],
    ],
    5,
  ],
  ["the name undefined is the language's", one("[undefined, typeof undefined]"), [undefined, "undefined"]],
  [
    "__proto__ as a name",
    [
      ["a", "const __proto__ = 5"],
      ["b", "Object.entries({ __proto__ })"],
    ],
    [["__proto__", 5]],
  ],
  [
    "constructor and toString as names",
    [
      ["a", "const constructor = 1, toString = 2, hasOwnProperty = 3"],
      ["b", "constructor + toString + hasOwnProperty"],
    ],
    6,
  ],
]);

shows("functions see the live value", [
  [
    "of a let that another cell changes",
    [
      ["a", "let x = 1; const f = () => x"],
      ["b", "x = 2"],
      ["c", "f()"],
    ],
    2,
  ],
  [
    "of a name that is declared anew",
    [
      ["a", "const x = 1"],
      ["b", "const f = () => x"],
      ["a", "const x = 2"],
      ["c", "f()"],
    ],
    2,
  ],
  [
    "of a name that a later cell defines",
    [
      ["a", "function f() { return later * 2 }"],
      ["b", "const later = 21"],
      ["c", "f()"],
    ],
    42,
  ],
  [
    "of another function",
    [
      ["a", "function f() { return g() }\nfunction g() { return 1 }"],
      ["b", "function g() { return 2 }"],
      ["c", "f()"],
    ],
    2,
  ],
  [
    "of their own name",
    [
      ["a", "function f(n) { return n ? f(n - 1) + 1 : 0 }"],
      ["b", "f(5)"],
    ],
    5,
  ],
  [
    "of a name that changes while the cell runs",
    one("let x = 1\nconst f = () => x\nx = 2\nconst a = f()\nx = 3\n;[a, f()]"),
    [2, 3],
  ],
  ["of a name that they change themselves", one("let n = 0\nconst up = () => { n++ }\nup()\nup()\nn"), 2],
  [
    "of a name changed while waiting",
    [
      ["a", "let x = 1; const later = () => Promise.resolve().then(() => { x = 2 })"],
      ["b", "const p = later()\nconst before = x\nawait p\n;[before, x]"],
    ],
    [1, 2],
  ],
  [
    "when a class is declared anew",
    [
      ["a", "class A { v = 1 }"],
      ["b", "const make = () => new A().v"],
      ["a", "class A { v = 2 }"],
      ["c", "make()"],
    ],
    2,
  ],
]);

shows("running a cell again", [
  [
    "may declare its names anew",
    [
      ["a", "const x = 1; let y = 1; class C {}; enum E { A }; function f() {}"],
      ["a", "const x = 2; let y = 2; class C {}; enum E { A, B }; function f() {}\n;[x, y, E.B]"],
    ],
    [2, 2, 1],
  ],
  [
    "may change a const to a let",
    [
      ["a", "const x = 1"],
      ["a", "let x = 2; x = 3"],
      ["b", "x"],
    ],
    3,
  ],
  [
    "forgets names that are gone",
    [
      ["a", "const x = 1, y = 2"],
      ["a", "const y = 3"],
      ["b", "[typeof x, y]"],
    ],
    ["undefined", 3],
  ],
  [
    "starts var from undefined",
    [
      ["a", "var x = 1"],
      ["a", "var x\nx"],
    ],
    undefined,
  ],
  [
    "starts let from undefined",
    [
      ["a", "let x = 1"],
      ["a", "let x\nx"],
    ],
    undefined,
  ],
  [
    "leaves names that another cell has taken over",
    [
      ["a", "const x = 1"],
      ["b", "const x = 2"],
      ["a", "0"],
      ["c", "x"],
    ],
    2,
  ],
  [
    "declares interfaces and types anew",
    [
      ["a", "interface I { a: 1 }\ntype T = I"],
      ["a", "interface I { b: 2 }\ntype T = I\nconst x: T = { b: 2 }\nx.b"],
    ],
    2,
  ],
  [
    "builds an enum from nothing again",
    [
      ["a", "enum E { A, B }"],
      ["a", "enum E { C }\nObject.keys(E)"],
    ],
    ["0", "C"],
  ],
]);

shows("shadowing", [
  [
    "by parameters",
    [
      ["a", "const x = 1"],
      ["b", "((x) => x)(2) + x"],
    ],
    3,
  ],
  [
    "by destructured parameters and defaults",
    [
      ["a", "let x = 1, y = 2"],
      ["b", "((({ x }, [z] = [x], w = y) => [x, z, w]))({ x: 5 })"],
    ],
    [5, 5, 2],
  ],
  [
    "defaults see the cell's name, the body its own var",
    one("var x = 1\nfunction f(a = x) { var x = 2; return [a, x] }\nf()"),
    [1, 2],
  ],
  ["by block scopes", one("let x = 1\n{ let x = 2; x++ }\nx"), 1],
  [
    "by a function in a block",
    one(
      "const r = []\nfunction f() { return 1 }\n{ function f() { return 2 }\nr.push(f()) }\nr.push(f())\nr",
    ),
    [2, 1],
  ],
  [
    "by catch",
    one("let e = 1\ntry { throw 2 } catch (e) { e++ }\ntry { throw { m: 3 } } catch ({ m }) { e += m }\ne"),
    4,
  ],
  [
    "by the name of a function expression",
    one("const f = 1\nconst g = function f(n) { return n ? f(n - 1) : 'own' }\n;[g(2), f]"),
    ["own", 1],
  ],
  [
    "by the name of a class expression",
    one("const A = class B { static n = 'B'; m() { return B.n } }\nlet B = 2\n;[new A().m(), B]"),
    ["B", 2],
  ],
  [
    "within a class body, by the class itself",
    [
      ["a", "class A { static make() { return new A() } v = 1 }\nconst Old = A"],
      ["b", "class A { v = 2 }"],
      ["c", "Old.make().v"],
    ],
    1,
  ],
  [
    "by loop variables",
    one("let i = 10\nfor (let i = 0; i < 3; i++) ;\nfor (const i of [1]) ;\nfor (const i in { k: 1 }) ;\ni"),
    10,
  ],
  [
    "by loop variables, one for each turn",
    one("const fs = []\nfor (let i = 0; i < 3; i++) fs.push(() => i)\nfs.map((f) => f())"),
    [0, 1, 2],
  ],
  ["by switch cases", one("let x = 1\nswitch (x) { case 1: let x = 2; x++; break }\nx"), 1],
  [
    "by static blocks",
    one("let x = 1\nclass A { static y; static { let x = 5; var z = x; A.y = z } }\n;[x, A.y]"),
    [1, 5],
  ],
  [
    "by var in a function",
    one("let x = 1\nfunction f() { if (true) { var x = 2 } return x }\n;[f(), x]"),
    [2, 1],
  ],
  ["by arguments", one("function f() { return arguments.length }\nf(1, 2, 3)"), 3],
  ["labels are no names", one("let x = 0\nx: for (;;) { x++; if (x > 2) break x; continue x }\nx"), 3],
  [
    "property names are no names",
    [
      ["a", "const p = 1"],
      [
        "b",
        "const o = { p: 2, q: { p: 3 } }\nclass K { p = 4; static p = 5 }\n;[o.p, o.q.p, new K().p, K.p, o?.p]",
      ],
    ],
    [2, 3, 4, 5, 2],
  ],
  [
    "private names are no names",
    [
      ["a", "const p = 1"],
      [
        "b",
        "class K { #p = 2; get v() { return this.#p + p } has(o) { return #p in o } }\nconst k = new K()\n;[k.v, k.has(k), k.has({})]",
      ],
    ],
    [3, true, false],
  ],
]);

shows("hoisting and the order of things", [
  ["functions may be called before their line", one("const r = f()\nfunction f() { return 1 }\nr"), 1],
  [
    "imports are there before their line",
    one('const r = nn.Linear.name\nimport { nn } from "gradbook"\nr'),
    "Linear",
  ],
  ["var is undefined before its line", one("const r = typeof x\nvar x = 1\n;[r, x]"), ["undefined", 1]],
  [
    "const sees the names before it in its own declaration",
    one("const a = 1, b = a + 1, c = () => b\nc()"),
    2,
  ],
  [
    "a function runs between two declarations",
    one("let log = []\nconst a = (log.push('a'), 1), b = f()\nfunction f() { log.push(a); return 2 }\nlog"),
    ["a", 1],
  ],
  [
    "declarations hold after a failed run",
    [
      ["a", "let kept = 1\nconst f = () => lost"],
      ["b", "let x = 1\ntry { f() } catch { x = 2 }\nx"],
    ],
    2,
  ],
]);

shows("calls and names of functions", [
  [
    "a call has no this",
    [
      ["a", "function f() { return this }"],
      ["b", "[f(), (f)(), f?.(), f``]"],
    ],
    [undefined, undefined, undefined, undefined],
  ],
  [
    "a method has",
    [
      ["a", "const o = { v: 1, m() { return this.v } }"],
      ["b", "[o.m(), (o.m)(), o?.m(), o['m']()]"],
    ],
    [1, 1, 1, 1],
  ],
  ["this is undefined at top level", one("[this, (() => this)()]"), [undefined, undefined]],
  [
    "arrows and function expressions take the variable's name",
    one(
      "const f = () => 1, g = function () {}, h = async () => {}, i = function* () {}\n;[f, g, h, i].map((x) => x.name)",
    ),
    ["f", "g", "h", "i"],
  ],
  ["classes too", one("const A = class {}, B = class { static x = 1 }\n;[A.name, B.name]"), ["A", "B"]],
  [
    "assigned ones too",
    one("let f, g = null\nf = () => 1\ng ??= function () {}\n;[f.name, g.name]"),
    ["f", "g"],
  ],
  [
    "defaults in patterns too",
    one(
      "const { f = () => 1 } = {}, [g = class {}] = []\nlet h\n({ h = () => 1 } = {})\n;[f.name, g.name, h.name]",
    ),
    ["f", "g", "h"],
  ],
  ["in parentheses too", one("const f = (() => 1), g = (((function () {})))\n;[f.name, g.name]"), ["f", "g"]],
  ["but not a sequence", one("const f = (0, () => 1)\nf.name"), ""],
  ["a named function keeps its name", one("const f = function g() {}\nf.name"), "g"],
  ["a static name wins", one("const A = class { static name = 'other' }\nA.name"), "other"],
  ["a function may be assigned to", one("function f() { return 1 }\nconst g = f\nf = () => g() + 1\nf()"), 2],
  [
    "new with and without arguments",
    [
      ["a", "class A { v = 1 }; const ns = { A }"],
      ["b", "[new A().v, (new A).v, new ns.A().v, new (class extends A { w = 2 })().w]"],
    ],
    [1, 1, 1, 2],
  ],
  [
    "generators and spread",
    [
      ["a", "function* g(n) { for (let i = 0; i < n; i++) yield i }"],
      ["b", "[...g(3), Math.max(...g(4))]"],
    ],
    [0, 1, 2, 3],
  ],
  [
    "a statement that begins with a call after one without a semicolon",
    [
      ["a", "let log = []; const f = (x) => { log.push(x) }"],
      ["b", "const a = 1\nf(a)\nlet b = a\nf(2)\nlog"],
    ],
    [1, 2],
  ],
  [
    "a comma in arguments",
    [
      ["a", "const f = (...xs) => xs"],
      ["b", "f(1, f(2, 3), [f])[1]"],
    ],
    [2, 3],
  ],
]);

shows("typeof", [
  ["of a name that nobody defines", one("typeof nobody"), "undefined"],
  ["in parentheses", one("typeof (nobody)"), "undefined"],
  [
    "of a name of another cell",
    [
      ["a", "const x = 1"],
      ["b", "typeof x"],
    ],
    "number",
  ],
  [
    "of a name that is gone",
    [
      ["a", "const x = 1"],
      ["a", ""],
      ["b", "typeof x"],
    ],
    "undefined",
  ],
  ["of an own name", one("let x = 's'\ntypeof x"), "string"],
  ["as a guard", one("typeof nobody === 'undefined' ? 1 : nobody"), 1],
]);

shows("imports", [
  [
    "under another name",
    one('import { torch as t, "nn" as n } from "gradbook"\n[t.version, typeof n.Linear]'),
    ["1", "function"],
  ],
  ["the default", one('import d, { torch } from "gradbook"\nd'), "the default"],
  ["everything", one('import * as g from "gradbook"\ng.torch.version'), "1"],
  ["for its effects", one('import "gradbook"\n1'), 1],
  [
    "of types vanishes",
    one(
      'import type { A } from "gradbook"\nimport { type B, torch } from "gradbook"\nconst x: A | B = torch.version\nx',
    ),
    "1",
  ],
  [
    "of a name that is only a type vanishes",
    one('import { Tensor, torch } from "gradbook"\nconst x: Tensor[] = []\nx.length'),
    0,
  ],
  ["while the cell runs", one('const { torch } = await import("gradbook")\ntorch.version'), "1"],
  ["over several lines", one('import {\n  torch,\n  nn,\n} from "gradbook"\nObject.keys(nn)'), ["Linear"]],
]);

shows("exports are dropped", [
  [
    "before declarations",
    [
      ["a", "export const x = 1; export function f() { return x }\nexport class A {}\nexport enum E { K }"],
      ["b", "[x, f(), typeof A, E.K]"],
    ],
    [1, 1, "function", 0],
  ],
  [
    "as a list",
    [
      ["a", "const x = 1\nexport { x as y }\nexport {}"],
      ["b", "[x, typeof y]"],
    ],
    [1, "undefined"],
  ],
  [
    "of types",
    one(
      "export type A = 1\nexport interface B {}\nexport abstract class C { abstract m(): void }\nexport declare const d: number\ntypeof C",
    ),
    "function",
  ],
]);

fails("names without a value", [
  [
    "a name that nobody defines",
    one("1 +\n  nobody"),
    { name: "ReferenceError", message: "nobody is not defined", code: "undefined-name", at: "a:2:3" },
  ],
  [
    "within a function of another cell",
    [
      ["a", "const f = () => {\n  return 1 + later\n}"],
      ["b", "f()"],
    ],
    { name: "ReferenceError", message: "later is not defined", code: "undefined-name", at: "a:2:14" },
  ],
  [
    "called",
    one("nobody()"),
    { name: "ReferenceError", message: "nobody is not defined", code: "undefined-name", at: "a:1:1" },
  ],
  [
    "assigned",
    one("nobody = 1"),
    // An engine tells the place of the "=" of an assignment, here as in a module.
    { name: "ReferenceError", message: "nobody is not defined", code: "undefined-name", at: "a:1:8" },
  ],
  [
    "counted up",
    one("nobody++"),
    { name: "ReferenceError", message: "nobody is not defined", code: "undefined-name", at: "a:1:1" },
  ],
  [
    "as a shorthand",
    one("({ nobody })"),
    { name: "ReferenceError", message: "nobody is not defined", code: "undefined-name", at: "a:1:4" },
  ],
  [
    "as a superclass",
    one("class A extends Nobody {}"),
    { name: "ReferenceError", message: "Nobody is not defined", code: "undefined-name", at: "a:1:17" },
  ],
  [
    "a const before its line",
    one("const f = x + 1\nconst x = 2"),
    {
      name: "ReferenceError",
      message: "Cannot access 'x' before initialization",
      code: "name-before-initialization",
      at: "a:1:11",
    },
  ],
  [
    "a const before its line, from a function",
    one("f()\nconst x = 2\nfunction f() { return x }"),
    {
      name: "ReferenceError",
      message: "Cannot access 'x' before initialization",
      code: "name-before-initialization",
      at: "a:3:23",
    },
  ],
  [
    "a let in its own initializer",
    one("let x = x + 1"),
    {
      name: "ReferenceError",
      message: "Cannot access 'x' before initialization",
      code: "name-before-initialization",
      at: "a:1:9",
    },
  ],
  [
    "a let assigned before its line",
    one("x = 1\nlet x"),
    {
      name: "ReferenceError",
      message: "Cannot access 'x' before initialization",
      code: "name-before-initialization",
      at: "a:1:3",
    },
  ],
  [
    "a class before its line",
    one("new A()\nclass A {}"),
    {
      name: "ReferenceError",
      message: "Cannot access 'A' before initialization",
      code: "name-before-initialization",
      at: "a:1:5",
    },
  ],
  [
    "typeof of a const before its line",
    one("typeof x\nconst x = 2"),
    {
      name: "ReferenceError",
      message: "Cannot access 'x' before initialization",
      code: "name-before-initialization",
      at: "a:1:8",
    },
  ],
  [
    "an own const whose former value is no ghost",
    [
      ["a", "const x = 1"],
      ["a", "const y = x\nconst x = 2"],
    ],
    { name: "ReferenceError", message: "Cannot access 'x' before initialization", at: "a:1:11" },
  ],
  [
    "a name that its cell no longer declares",
    [
      ["a", "const x = 1"],
      ["b", "const f = () => x"],
      ["a", "const y = 1"],
      ["c", "f()"],
    ],
    { name: "ReferenceError", message: "x is not defined", code: "undefined-name", at: "b:1:17" },
  ],
]);

fails("errors of the engine", [
  [
    "keep their place",
    [
      ["a", "const o: any = {}"],
      ["b", "const f = (x: number) => {\n  return o.missing.deep + x\n}\nf(1)"],
    ],
    { name: "TypeError", message: "Cannot read properties of undefined (reading 'deep')", at: "b:2:20" },
  ],
  [
    "thrown by the reader",
    one("function fail(why: string): never {\n  throw new RangeError(why)\n}\nfail('so')"),
    { name: "RangeError", message: "so", at: "a:2:9" },
  ],
  [
    "assigning a constant of a cell that became one later",
    [
      ["a", "let x = 1\nfunction set() { x = 2 }"],
      ["b", "const x = 3"],
      ["c", "set()"],
    ],
    {
      name: "TypeError",
      message: "Cannot assign to read only property 'v' of object '#<NamedBox>'",
      at: "a:2:20",
    },
  ],
]);

test("a promise that nobody waits for is shown as a promise", async () => {
  expect((await new TestNotebook().run("a", "Promise.resolve(7)"))?.[0]).toBeInstanceOf(Promise);
});

test("nothing is shown apart from undefined", async () => {
  const notebook = new TestNotebook();
  expect(await notebook.run("a", "undefined")).toEqual([undefined]);
  expect(await notebook.run("b", "undefined;")).toBeUndefined();
});

describe("a cell that fails half-way", () => {
  test("keeps what it defined before, and nothing after", async () => {
    const notebook = new TestNotebook();
    await expect(notebook.run("a", "let x = 1\nx = 2\nthrow new Error('stop')\nlet y = 3")).rejects.toThrow(
      "stop",
    );
    expect(await notebook.run("b", "[x, typeof y]")).toEqual([[2, "undefined"]]);
    const error = await notebook.run("c", "y").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "undefined-name", details: { name: "y", cell: "a" } });
  });

  test("keeps what it did to other cells' names", async () => {
    const notebook = new TestNotebook();
    await notebook.run("a", "let n = 0");
    await expect(notebook.run("b", "for (;;) { n++\nif (n === 5) throw new Error('stop') }")).rejects.toThrow(
      "stop",
    );
    expect(await notebook.run("c", "n")).toEqual([5]);
  });
});

describe("asynchronous code", () => {
  test("that outlives its cell reads and writes the shared names", async () => {
    const notebook = new TestNotebook();
    await notebook.run(
      "a",
      "let n = 0\nlet go\nconst done = new Promise((resolve) => { go = resolve }).then(() => { n += 1 })",
    );
    await notebook.run("b", "n = 10; go();");
    expect(await notebook.run("c", "await done\nn")).toEqual([11]);
  });

  test("reports a rejection where it was thrown", async () => {
    const notebook = new TestNotebook();
    const error = await notebook
      .run("a", "const f = async () => {\n  await null\n  throw new Error('late')\n}\nawait f()")
      .catch((thrown: unknown) => thrown);
    expect(notebook.trace(error)).toEqual(["a:3:9", "a:5:1"]);
  });
});
