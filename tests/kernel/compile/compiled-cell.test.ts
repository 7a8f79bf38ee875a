import { describe, expect, test } from "vitest";
import { stillHolds } from "../../../lib/kernel/compile";
import { importText, TestNotebook } from "./notebook";

const compile = (code: string) => new TestNotebook().compile("a", code);

describe("what a compiled cell tells of itself", () => {
  test("its own names and how they are declared, in their order", () => {
    const { declares } = compile(
      'import { torch, type T, nn as n } from "gradbook"\nconst a = 1, { b, c: [d] } = x\nif (a) { var e; let hidden }\nfunction f(g) {}\nclass H {}\nenum I { J }\ntype K = 1\ninterface L {}\ndeclare const m: 1\nlet o',
    );
    expect(declares).toEqual([
      { name: "torch", kind: "import" },
      { name: "n", kind: "import" },
      { name: "a", kind: "const" },
      { name: "b", kind: "const" },
      { name: "d", kind: "const" },
      { name: "e", kind: "var" },
      { name: "f", kind: "function" },
      { name: "H", kind: "class" },
      { name: "I", kind: "enum" },
      { name: "o", kind: "let" },
    ]);
  });

  test("the names that it uses: not its own, not hidden ones, not the platform's, not types", () => {
    const { uses } = compile(
      "const own = 1\nfunction f(p: Type, q = used1) { return own + p + Math.PI }\nused2.property[used3] = { key: used4, used5 }\nlabel: for (const l of used6) { console.log(l, own as Other); break label }\ntypeof used7 === 'x' && used1",
    );
    expect(uses.sort()).toEqual(["used1", "used2", "used3", "used4", "used5", "used6", "used7"]);
  });

  test("the names of other cells that it assigns", () => {
    const { assigns } = compile(
      "let own = 1; own = 2; a = 1; b++; [c, { d = read }] = e; for (f of []) ; const g = () => { h ||= 1 }",
    );
    expect(assigns.sort()).toEqual(["a", "b", "c", "d", "f", "h"]);
  });

  test("the names that its functions mention", () => {
    const { captures } = compile(
      "let a = 1, b = 2, c = 3, d = 4, e\na + other\nconst f = () => a + later\nclass G { x = b; static { c } [d] = 1 }\nfunction h() { return h }",
    );
    expect(captures.sort()).toEqual(["a", "b", "c", "h", "later"]);
  });

  test("the libraries that it imports, types left out", () => {
    expect(
      compile('import "gradbook"\nimport type { X } from "nowhere"\nawait import("gradbook")').imports,
    ).toEqual(["gradbook"]);
  });
});

describe("the text of a compiled cell", () => {
  test("waits only when the cell does", () => {
    expect(compile("const f = async () => { await 1 }").source).not.toMatch(/^export default async/);
    for (const code of ["await f()", "for await (const x of y) ;", "{ if (x) { await y } }"]) {
      expect(compile(code).source).toMatch(/^export default async/);
    }
  });

  test("has names that no name of the cell can be mistaken for", async () => {
    const notebook = new TestNotebook();
    const code =
      "const $ = 1, $$ = 2; let $x = 3, x = 4\nconst f = ($0, $1x) => $0 + $1x + x + $x\nf(10, 20)";
    expect(await notebook.run("a", code)).toEqual([37]);
  });

  test("is a module in strict mode", async () => {
    await expect(new TestNotebook().run("a", "Object.freeze([1])[0] = 2")).rejects.toThrow(TypeError);
    expect(() => compile("with (a) {}")).toThrow(SyntaxError);
  });

  test("can be loaded for every empty cell", async () => {
    for (const code of ["", "\n\n", "// c", "/* c */ // d\n", ";", "type A = 1", "#!shebang\n"]) {
      const { source } = compile(code);
      expect(typeof (await importText(source)).run).toBe("function");
      expect(source.split("\n").length).toBe(code.split("\n").length);
    }
  });
});

describe("the engine's words become the reader's", () => {
  test.each([
    ["let f = 1\nf()", "f is not a function"],
    ["let f = 1; const g = () => f(2)\ng()", "f is not a function"],
    ["const A = 1; const g = () => new A()\ng()", "A is not a constructor"],
    ["let x = 1; const g = () => { for (const y of x) ; }\ng()", "x is not iterable"],
    ["const o = {}; const g = () => o.m.n()\ng()", "Cannot read properties of undefined (reading 'n')"],
    ["const o = {}; const g = () => o.m()\ng()", "o.m is not a function"],
    ["let 变量 = {}; const g = () => 变量.方法(1)\ng()", "变量.方法 is not a function"],
  ])("%j", async (code, message) => {
    const notebook = new TestNotebook();
    const error = await notebook.run("a", code).catch((thrown: unknown) => thrown);
    expect(compile(code).originalNames((error as Error).message)).toBe(message);
  });

  test("in the source of a function", async () => {
    const code = "let x = 1, f = (y) => f(x, y, $y.v)\nString(f)";
    expect(compile(code).originalNames(String((await new TestNotebook().run("a", code))?.[0]))).toBe(
      "(y) => f(x, y, $y.v)",
    );
  });
});

describe("a compiled cell may be run again", () => {
  const around = (notebook: TestNotebook) =>
    notebook.scope.around("b", { isGlobal: (name) => name in globalThis, exportsOf: () => undefined });

  test("as long as nothing changes that it took for granted", async () => {
    const notebook = new TestNotebook();
    await notebook.run("a", "let n = 1; const k = 2");
    const { assumptions } = notebook.compile("b", "for (let i = 0; i < k; i++) n += i\nescape(m)");
    expect(stillHolds(assumptions, around(notebook))).toBe(true);
    await notebook.run("a", "let n = 5; const k = 6");
    await notebook.run("c", "const unrelated = () => k");
    expect(stillHolds(assumptions, around(notebook))).toBe(true);
  });

  test.each([
    ["a name became constant", "c", "const n = 1"],
    ["a function mentions a name", "c", "const f = () => n"],
    ["a name is no longer defined", "a", "let other"],
    ["a name of the platform is a cell's now", "c", "const escape = 1"],
    ["a name that nobody defined has a value", "c", "const m = 1"],
  ])("not when %s", async (_, cell, code) => {
    const notebook = new TestNotebook();
    await notebook.run("a", "let n = 1");
    const { assumptions } = notebook.compile("b", "n += escape(typeof m)");
    await notebook.run(cell, code);
    expect(stillHolds(assumptions, around(notebook))).toBe(false);
  });

  test("not on a platform that has a name which the former had not", () => {
    const notebook = new TestNotebook();
    const { assumptions } = notebook.compile("b", "typeof location");
    const surroundings = around(notebook);
    const isGlobal = (name: string) => name === "location" || surroundings.isGlobal(name);
    expect(stillHolds(assumptions, { ...surroundings, isGlobal })).toBe(false);
  });
});
