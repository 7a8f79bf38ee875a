import { near } from "./near";
import { show, toCode } from "./plain";
import type { Check, CheckTools } from "./tools";
import type { Verdict } from "./verdict";

/** What came of a line that was carried out in the learner's realm. */
export type Reply =
  | { kind: "value"; value: unknown }
  /** `missing` is the name that the program does not define, if that is what went wrong. */
  | { kind: "error"; message: string; missing?: string };

/** Carries out an expression in the learner's realm. */
export type Ask = (code: string) => Promise<Reply>;

/** Ends a check early. */
export class Reached extends Error {
  override readonly name = "Reached";
  constructor(readonly verdict: Verdict) {
    super(verdict.kind);
  }
}

/** Where the sequence of `random` begins. */
const SEED = 0x2545f491;

/**
 * Runs a check to its verdict, in a realm of its own. A check that stumbles over an answer of a form that it did not
 * foresee has found a wrong answer.
 */
export async function runCheck(check: Check, ask: Ask): Promise<Verdict> {
  let last: { input: string; got: unknown } | null = null;
  const wrong = (key: string | null, expected?: unknown): Verdict => ({
    kind: "wrong",
    key,
    ...(last && { input: last.input, got: show(last.got) }),
    ...(expected !== undefined && { expected: show(expected) }),
  });

  async function evaluate(input: string, code: string, name?: string): Promise<unknown> {
    const reply = await ask(code);
    if (reply.kind === "value") {
      last = { input, got: reply.value };
      return reply.value;
    }
    if (reply.missing !== undefined && (name === undefined || reply.missing === name)) {
      throw new Reached({ kind: "not-defined", name: reply.missing });
    }
    throw new Reached({ kind: "threw", input, message: reply.message });
  }

  let state = SEED;
  const tools: CheckTools = {
    call(name, ...values) {
      const asked = `${name}(${values.map(shownValue).join(", ")})`;
      return evaluate(asked, `await ${name}(${values.map(toCode).join(", ")})`, name);
    },
    probe(body, ...values) {
      return evaluate(
        written(body.toString(), values),
        `await (${body.toString()})(${values.map(toCode).join(", ")})`,
      );
    },
    near,
    when(isWrong, key) {
      if (isWrong) throw new Reached(wrong(key));
    },
    equal(got, expected, key, tolerance) {
      if (near(got, expected, tolerance)) return;
      if (last) last = { ...last, got };
      throw new Reached(wrong(key ?? null, expected));
    },
    slope: (f, x, h = 1e-6) => (f(x + h) - f(x - h)) / (2 * h),
    sigmoid: (z) => 1 / (1 + Math.exp(-z)),
    random() {
      // Xorshift (Marsaglia 2003), 32 bits.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) / 2 ** 32;
    },
  };
  try {
    await check(tools);
    return { kind: "right" };
  } catch (error) {
    if (error instanceof Reached) return error.verdict;
    return wrong(null);
  }
}

/**
 * The body of a function in one line, with the values in place of its parameters: what a reader wants to see of it.
 */
function written(source: string, values: readonly unknown[]): string {
  const found = /^(?:async\s*)?\(?([^=()]*)\)?\s*=>\s*(?:\{([\s\S]*)\}|([\s\S]*))$/.exec(source.trim());
  if (!found) return source;
  let text = (found[2] ?? found[3] ?? "").trim().replace(/\s+/g, " ");
  (found[1] ?? "").split(",").forEach((name, index) => {
    const value = show(values[index], LONGEST_VALUE);
    if (!/^\s*[\w$]+\s*$/.test(name) || typeof values[index] === "function" || value.endsWith("…")) return;
    text = text.replace(
      new RegExp(`(?<![\\w$.])${name.trim().replaceAll("$", "\\$")}(?![\\w$])`, "g"),
      () => value,
    );
  });
  return text;
}

/** An argument as a reader would write it. */
function shownValue(value: unknown): string {
  return typeof value === "function" ? value.toString().replace(/\s+/g, " ") : show(value);
}

/** Characters of a value that is shown in place of its name. */
const LONGEST_VALUE = 30;
