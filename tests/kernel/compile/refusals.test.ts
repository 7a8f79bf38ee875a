import { describe, expect, test } from "vitest";
import { type CellErrorCode, CellSyntaxError } from "../../../lib/kernel/compile";
import { TestNotebook } from "./notebook";

/** A cell that cannot run, the code of the refusal, and its details. An arrow marks the place; it is no part of the cell. */
type Refusal = [marked: string, code: CellErrorCode, details?: Record<string, string>];

function refusal(notebook: TestNotebook, code: string): CellSyntaxError {
  try {
    notebook.compile("cell", code);
  } catch (error) {
    if (error instanceof CellSyntaxError) return error;
    throw error;
  }
  throw new Error(`not refused: ${code}`);
}

function check(
  notebook: TestNotebook,
  marked: string,
  code: CellErrorCode,
  details: Record<string, string>,
): void {
  const before = marked.slice(0, marked.indexOf("→")).split("\n");
  const { line, column, ...error } = refusal(notebook, marked.replace("→", ""));
  expect({ line, column, code: error.code, details: error.details }).toEqual({
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    code,
    details,
  });
}

describe("syntax errors", () => {
  test.each<Refusal>([
    ["let x = →;", "unexpected-token", { token: ";" }],
    ["let x = 1 →2", "unexpected-token", { token: "2" }],
    ["const x→;", "unexpected-token", { token: ";" }],
    ["for (let i = 0; i < 3; i++ →{ }", "unexpected-token", { token: "{" }],
    ["f(1,\n  2\n→const a = 1", "unexpected-token", { token: "const" }],
    ["f(a→: number)", "unexpected-token", { token: ":" }],
    ["x = <div→/>", "unexpected-token", { token: "/" }],
    ["foo(→", "unexpected-end", {}],
    ["if (x) {\n  y()\n// }→", "unexpected-end", {}],
    ["let x = 1→；", "full-width-character", { character: "；", expected: ";" }],
    ["console.log→（1）", "full-width-character", { character: "（", expected: "(" }],
    ["const s = →“a”", "full-width-character", { character: "“", expected: '"' }],
    ["let x = →№", "unexpected-character", { character: "№" }],
    ["const s = →'abc\nconst t = 1", "unterminated", { what: "string" }],
    ["const s = →`abc\n", "unterminated", { what: "template" }],
    ["1 + →/* abc", "unterminated", { what: "comment" }],
    ["let r = →/abc\n", "unterminated", { what: "regular expression" }],
    ["let r = →/(/", "invalid-regular-expression", { reason: "Unterminated group" }],
    ["1 + 3→abc", "invalid-number", {}],
    ["let s = '\\u{→zz}'", "invalid-escape", {}],
    ["let a = 1\nlet →a = 2", "already-declared", { name: "a" }],
    ["var a\nlet →a", "already-declared", { name: "a" }],
    ["function f() {}\nfunction →f() {}", "already-declared", { name: "f" }],
    ["class A {}\nconst →A = 1", "already-declared", { name: "A" }],
    ["enum A {}\nclass →A {}", "already-declared", { name: "A" }],
    ['import { torch } from "gradbook"\nlet →torch', "already-declared", { name: "torch" }],
    ["{ let b; let →b }", "already-declared", { name: "b" }],
    ["function f(a) { let →a }", "already-declared", { name: "a" }],
    ["let →let = 1", "reserved-word", { word: "let" }],
    ["→1 = 2", "invalid-assignment", {}],
    ["→f() = 2", "invalid-assignment", {}],
    ["function f() {\n  →await g()\n}", "await-outside-async", {}],
    ["→return 1", "return-outside-function", {}],
    ["→break", "break-outside-loop", { word: "break" }],
    ["for (;;) { (() => { →continue })() }", "break-outside-loop", { word: "continue" }],
    ["→arguments", "arguments-outside-function", {}],
    ["const f = () => →arguments.length", "arguments-outside-function", {}],
    ["class A { x = →arguments }", "arguments-outside-function", {}],
    ["const o = {}; o.→#x", "undeclared-private-name", { name: "#x" }],
    ["export { →nothing }", "undeclared-export", { name: "nothing" }],
    ["→super()", "syntax"],
    ["let x\n→delete x", "syntax"],
  ])("%j", (marked, code, details) => {
    const notebook = new TestNotebook();
    if (details) check(notebook, marked, code, details);
    else expect(refusal(notebook, marked.replace("→", "")).code).toBe(code);
  });
});

describe("what a cell cannot have", () => {
  test.each<Refusal>([
    ["→namespace N { export const x = 1 }", "unsupported-syntax", { syntax: "namespace" }],
    ["if (true) { }\n→module N { }", "unsupported-syntax", { syntax: "namespace" }],
    ["const d = (x: any) => x\n→@d class A {}", "unsupported-syntax", { syntax: "decorator" }],
    ["class A { →@d m() {} }", "unsupported-syntax", { syntax: "decorator" }],
    ["class A { →accessor x = 1 }", "unsupported-syntax", { syntax: "accessor" }],
    ["→using x = f()", "unsupported-syntax", { syntax: "using" }],
    ["→await using x = f()", "unsupported-syntax", { syntax: "using" }],
    ["for (→using x of []) ;", "unsupported-syntax", { syntax: "using" }],
    ["const u = →import.meta.url", "unsupported-syntax", { syntax: "import.meta" }],
    ["→import a = require('a')", "unsupported-syntax", { syntax: "import =" }],
    ["→export default 5", "unsupported-export", { syntax: "export default" }],
    ["→export * from 'gradbook'", "unsupported-export", { syntax: "export *" }],
    ["→export { torch } from 'gradbook'", "unsupported-export", { syntax: "export … from" }],
    ["→export = 5", "unsupported-export", { syntax: "export =" }],
    ["import { a } from →'fs'", "unknown-module", { module: "fs" }],
    ["import →'./other.ts'", "unknown-module", { module: "./other.ts" }],
    ["await import(→'https://example.org/a.js')", "unknown-module", { module: "https://example.org/a.js" }],
    [
      "import { torch, →opitm } from 'gradbook'",
      "unknown-export",
      { module: "gradbook", name: "opitm", nearest: "optim" },
    ],
    [
      "import { →Nothing } from 'gradbook'\nnew Nothing()",
      "unknown-export",
      { module: "gradbook", name: "Nothing" },
    ],
    ["function →f(x: number): void", "missing-body", { name: "f" }],
    ["function →f(x: number): void\nfunction g() {}", "missing-body", { name: "f" }],
    ["class A { →m(): void }", "missing-body", { name: "m" }],
    ["class A extends Object { →constructor(public x: number) { if (x) super() } }", "missing-super", {}],
    ["enum E { A = 'a', →B }", "missing-enum-value", { name: "B" }],
  ])("%j", (marked, code, details = {}) => {
    check(new TestNotebook(), marked, code, details);
  });
});

describe("assignments to constants", () => {
  test.each<Refusal>([
    ["const x = 1\n→x = 2", "assign-to-const", { name: "x", kind: "const" }],
    ["const x = 1\n→x++", "assign-to-const", { name: "x", kind: "const" }],
    ["const x = 1\nconst f = () => { →x += 2 }", "assign-to-const", { name: "x", kind: "const" }],
    ["const { x } = { x: 1 };\n[→x] = [2]", "assign-to-const", { name: "x", kind: "const" }],
    ["const x = 1; ({ →x } = { x: 2 })", "assign-to-const", { name: "x", kind: "const" }],
    ["const x = 1; ({ y: →x = 5 } = {} as any)", "assign-to-const", { name: "x", kind: "const" }],
    ["const x = 1; for (→x of [2]) ;", "assign-to-const", { name: "x", kind: "const" }],
    ["const x = 1; (→x as any) = 2", "assign-to-const", { name: "x", kind: "const" }],
    ["class A {}\n→A = 2", "assign-to-const", { name: "A", kind: "class" }],
    ["enum E {}\n→E ??= 2", "assign-to-const", { name: "E", kind: "enum" }],
    ["import { torch } from 'gradbook'\n→torch = 2", "assign-to-const", { name: "torch", kind: "import" }],
    ["→theirs = 2", "assign-to-const", { name: "theirs", kind: "const" }],
    ["const f = () => →theirs--", "assign-to-const", { name: "theirs", kind: "const" }],
    ["→Theirs = 2", "assign-to-const", { name: "Theirs", kind: "class" }],
  ])("%j", async (marked, code, details = {}) => {
    const notebook = new TestNotebook();
    await notebook.run("other", "const theirs = 1; class Theirs {}");
    check(notebook, marked, code, details);
  });

  test.each([
    "let x = 1; x = 2",
    "function f() {}; f = 1",
    "const x = 1; ((x) => { x = 2 })(3)",
    "const x = 1; { let x = 2; x = 3 }",
    "const o = { x: 1 }; o.x = 2; ({ x: o.x } = { x: 3 })",
    "const x = 1; class A { x = 2; static x = 3 }",
    "let theirs = 1; theirs = 2",
  ])("are not: %j", async (code) => {
    const notebook = new TestNotebook();
    await notebook.run("other", "const theirs = 1");
    await notebook.run("cell", code);
  });

  test("a cell may assign what it once declared as a constant itself", async () => {
    const notebook = new TestNotebook();
    await notebook.run("a", "const x = 1");
    expect(await notebook.run("a", "let x = 1\nx = 2\nx")).toEqual([2]);
  });
});

test("the refusal of a dynamic import that is not spelt out comes when it runs", async () => {
  const notebook = new TestNotebook();
  await expect(notebook.run("a", "const name = 'fs'\nawait import(name)")).rejects.toMatchObject({
    code: "unknown-module",
  });
});

test("a refusal says in plain words what is wrong", () => {
  const notebook = new TestNotebook();
  const message = (code: string) => refusal(notebook, code).message;
  expect(message("const x = 1; x = 2")).toBe("'x' is constant (const) and cannot be assigned to");
  expect(message("import { nm } from 'gradbook'")).toBe("'gradbook' has no export 'nm'; did you mean 'nn'?");
  expect(message("f(1")).toBe("The cell ends too early: something is not closed");
});
