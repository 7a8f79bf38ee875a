import type { LineState, Tokenizer } from "../../../lib/content/highlight";

/** One line for each kind of statement that cells are made of. */
const sample = [
  'import { torch, nn } from "gradbook"; // x',
  "/** x */",
  "class A extends nn.Module {",
  "  a = new nn.Linear(2, 2);",
  "  f(x: T): T { return this.a.f(x) * 0.5; }",
  "}",
  "const a: number[] = [1, 2e3];",
  "for (const [i, x] of a.entries()) console.log(`x ${i}`, x);",
  "const g = (x: T) => ({ x, y: x ? 1 : 2 });",
  "if (a !== b && typeof c === 'x') await display(g(1), { a: true });",
  "let b = new A();",
  "b = a as A;",
];

/**
 * Colours a few lines that nobody sees. Browsers compile a regular expression when it is first used, and the grammar
 * has hundreds: all at once they would hold up the page for some tenths of a second, line by line they do not.
 */
export async function warmUp(tokenizer: Tokenizer): Promise<void> {
  let state: LineState = null;
  for (const line of sample) {
    state = tokenizer.tokenizeLine(line, "typescript", state).state;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
