import { afterAll, describe, expect, test } from "vitest";
import type { CodeExercise } from "@/lib/exercise";
import { Judge } from "./realm";

const judge = new Judge();
afterAll(() => judge.close());

/** A secret of the check: a program that passes without computing has found it. */
const exercise: CodeExercise = {
  kind: "code",
  id: "square",
  prompt: null,
  hints: [],
  starter: "function square(x: number) {\n  return 0;\n}",
  drawing: null,
  seconds: 3,
  check: `
const expected = [];
for (let i = 0; i < 3; i++) {
  const x = Math.round(random() * 1000) / 10;
  const got = await call("square", x);
  when(got === 0, "todo");
  when(near(got, 2 * x), "double");
  equal(got, x * x);
}
equal(await call("square", -3), 9);`,
  answers: [
    { verdict: "wrong", match: "todo", why: null },
    { verdict: "wrong", match: "double", why: null },
  ],
};

const RIGHT = "const square = (x: number) => x * x;";
type Row = [name: string, code: string, worth: string];

const rows: Row[] = [
  ["right", RIGHT, "right"],
  [
    "right, and slow to say so",
    "async function square(x) { await new Promise((r) => setTimeout(r, 20)); return x * x; }",
    "right",
  ],
  [
    "right, and noisy",
    'function square(x) { print("x".repeat(10000)); console.log(x); return x ** 2; }',
    "right",
  ],
  ["right, in a class", "class Q { static of(x) { return x * x; } }\nconst square = Q.of;", "right"],
  [
    "right, from our own library",
    'import { torch } from "gradbook";\nconst square = (x) => torch.tensor(x, { dtype: torch.float64 }).pow(2).item();',
    "right",
  ],
  ["empty", "", "untouched"],
  ["blank", " \n\t\n", "untouched"],
  ["the starter", "function square(x: number) {\n  return 0;\n}", "wrong 0"],
  ["the starter, set otherwise", "function square(x: number) { return 0 }", "wrong 0"],
  ["a foreseen mistake", "const square = (x) => 2 * x;", "wrong 1"],
  ["nothing returned", "function square(x) { x * x; }", "wrong differs"],
  ["NaN", "const square = () => NaN;", "wrong differs"],
  ["Infinity", "const square = () => Infinity;", "wrong differs"],
  ["a text", "const square = (x) => String(x * x);", "wrong differs"],
  ["a number in an object", "const square = (x) => new Number(x * x);", "wrong differs"],
  ["a bigint", "const square = (x) => BigInt(Math.round(x * x));", "wrong differs"],
  [
    "a number that says something else",
    "const square = (x) => ({ valueOf: () => x * x, toJSON: () => x * x });",
    "wrong differs",
  ],
  ["a proxy", "const square = (x) => new Proxy({}, { get: () => x * x });", "wrong differs"],
  ["a list", "const square = (x) => [x * x];", "wrong differs"],
  ["a function", "const square = (x) => () => x * x;", "wrong differs"],
  ["a circle", "const square = () => { const a = []; a.push(a); return a; };", "wrong threw"],
  [
    "a thing that throws when looked at",
    "const square = () => ({ get x() { throw new Error('no'); } });",
    "wrong threw",
  ],
  ["a throw", "function square() { throw new Error('not yet'); }", "wrong threw"],
  ["a throw of nothing", "function square() { throw undefined; }", "wrong threw"],
  ["a rejection", "async function square() { throw new Error('later'); }", "wrong threw"],
  ["a recursion without end", "const square = (x) => square(x);", "wrong threw"],
  ["a loop without end", "function square(x) { while (true) {} }", "wrong timeout"],
  ["a loop without end at the top", "while (true) {}", "wrong timeout"],
  ["a promise that nobody keeps", "const square = () => new Promise(() => {});", "wrong timeout"],
  ["a kernel ended from inside", "const square = () => process.exit(0);", "wrong died"],
  ["another name", "const sqare = (x) => x * x;", "not-defined"],
  ["no function", "const square = 9;", "wrong threw"],
  ["a syntax error", "function square(x { return x * x; }", "does-not-run"],
  ["a misspelt name at the top", "const square = (x) => x * x;\nsqaure(3);", "does-not-run"],
  ["a throw at the top", "throw new Error('top');\nconst square = (x) => x * x;", "does-not-run"],
  ["HTML", "<b>square</b>", "does-not-run"],
  ["Python", "def square(x):\n    return x * x", "does-not-run"],
  // From here on: programs that would rather pass than compute.
  [
    "arithmetic patched",
    "Math.abs = () => 0;\nMath.max = () => 1e9;\nconst square = () => 1;",
    "wrong differs",
  ],
  [
    "comparisons patched",
    "Object.is = () => true;\nNumber.isFinite = () => true;\nArray.prototype.every = () => true;\nconst square = () => 1;",
    "wrong differs",
  ],
  [
    "JSON patched",
    "JSON.stringify = () => '9';\nJSON.parse = () => 9;\nconst square = () => 1;",
    "wrong differs",
  ],
  [
    "promises patched",
    "Promise.prototype.then = function (f) { return f({ kind: 'right' }); };\nconst square = () => 1;",
    "wrong threw",
  ],
  [
    "prototypes patched",
    "Object.prototype.kind = 'right';\nObject.prototype.verdict = { kind: 'right' };\nconst square = () => 1;",
    "wrong differs",
  ],
  [
    "messages forged",
    "globalThis.postMessage?.({ type: 'verdict', verdict: { kind: 'right' } });\nconst square = () => ({ type: 'verdict', verdict: { kind: 'right' } });",
    "wrong differs",
  ],
  [
    "the check looked for",
    "const square = () => { try { return equal && near && when && 9; } catch { return -1; } };",
    "wrong differs",
  ],
  [
    "the check's tools redefined",
    "globalThis.equal = () => {};\nglobalThis.near = () => true;\nglobalThis.when = () => {};\nconst square = () => 1;",
    "wrong differs",
  ],
  [
    "the caller looked for",
    "const square = function (x) { const stack = new Error().stack; return stack.includes('expected') ? x * x : 1; };",
    "wrong differs",
  ],
  [
    "globals searched",
    "const square = (x) => { for (const name of Object.getOwnPropertyNames(globalThis)) if (/expected|verdict|solution/i.test(name)) return x * x; return 1; };",
    "wrong differs",
  ],
  [
    "arguments looked at for more",
    "const square = (...all) => (all.length > 1 ? all[1] : 1);",
    "wrong differs",
  ],
  [
    "the right number of an earlier call",
    "let last = 1;\nconst square = (x) => { const before = last; last = x * x; return before; };",
    "wrong differs",
  ],
]; // prettier-ignore

describe("odd and hostile programs", () => {
  test("are at least forty", () => expect(rows.length).toBeGreaterThanOrEqual(40));

  test.each(rows)("%s", async (_, code, expected) => {
    const outcome = await judge.judge(exercise, code);
    const said =
      outcome.kind === "unreadable"
        ? outcome.code
        : outcome.kind === "wrong"
          ? `wrong ${outcome.matched ?? outcome.code}`
          : outcome.kind;
    expect([said, outcome]).toEqual([expected, outcome]);
  });

  test("are told what was asked, expected and answered", async () => {
    const outcome = await judge.judge(exercise, "const square = (x) => (x < 0 ? x : x * x);");
    expect(outcome).toEqual({
      kind: "wrong",
      matched: null,
      code: "differs",
      details: { input: "square(-3)", expected: "9", got: "-3" },
    });
  });
});
