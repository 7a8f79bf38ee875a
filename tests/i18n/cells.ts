import type { CellErrorCode } from "@/lib/kernel/compile";

/** Cells that are refused before they run, under the refusal's code. */
export const REFUSED: Readonly<Record<CellErrorCode, readonly string[]>> = {
  syntax: ["super()"],
  "unexpected-token": ["let x = 1 2"],
  "unexpected-end": ["f("],
  "unexpected-character": ["let x = №"],
  "full-width-character": ["f（1）"],
  unterminated: ["const s = 'abc\n1", "const s = `abc", "/* abc", "let r = /abc\n"],
  "invalid-regular-expression": ["let r = /(/"],
  "invalid-number": ["1 + 3abc"],
  "invalid-escape": ["let s = '\\u{zz}'"],
  "already-declared": ["let a = 1\nlet a = 2", "const f = (a, a) => 1"],
  "reserved-word": ["let let = 1"],
  "invalid-assignment": ["1 = 2"],
  "assign-to-const": [
    "const x = 1\nx = 2",
    "class A {}\nA = 2",
    'import { torch } from "gradbook"\ntorch = 2',
  ],
  "await-outside-async": ["function f() {\n  await g()\n}"],
  "return-outside-function": ["return 1"],
  "break-outside-loop": ["break", "continue"],
  "arguments-outside-function": ["arguments"],
  "undeclared-private-name": ["const o = {}; o.#x"],
  "undeclared-export": ["export { nothing }"],
  "missing-body": ["function f(x: number): void"],
  "missing-super": ["class A extends Object { constructor(public x: number) { if (x) super() } }"],
  "missing-enum-value": ["enum E { A = 'a', B }"],
  "unknown-module": ["import { a } from 'fs'"],
  "unknown-export": [
    "import { torch, opitm } from 'gradbook'",
    "import { Nothing } from 'gradbook'\nnew Nothing()",
  ],
  "unsupported-syntax": ["namespace N { export const x = 1 }"],
  "unsupported-export": ["export default 5"],
};
