import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../lib/i18n";
import { chapterText, describeNumbers } from "./stated-numbers";

/** The chapter in which the reader builds automatic differentiation: its own program is run, and judged by PyTorch. */

interface SeedProgram {
  cases: { id: string; expected: { grads: Record<string, { data: number[] }> } }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL("../golden/seed_program.json", import.meta.url), "utf8"),
) as SeedProgram;
const grads = cases.find(({ id }) => id === "seed/program/float64")?.expected.grads ?? {};
const pytorch = (name: string) => grads[name]?.data ?? [];

/** The code of a cell. */
function cellOf(locale: string, id: string): string {
  const start = `\`\`\`ts cell id=${id}\n`;
  const text = chapterText(locale, "autograd");
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf("\n```", from));
}

/** Runs cells, one after the other, and gives back the values of some of their names. */
function run(locale: string, cells: readonly string[], ...names: string[]): Record<string, unknown> {
  const source = cells.map((id) => cellOf(locale, id)).join("\n");
  const { code } = transformSync(`${source}\n`, { loader: "ts", target: "es2022" });
  return new Function("print", `${code}\nreturn { ${names.join(", ")} };`)(() => undefined) as Record<
    string,
    unknown
  >;
}

const PARAMETERS = ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "bh1", "bh2", "bo1", "bo2"] as const;
const expected = [...["linear1.weight", "linear2.weight", "linear1.bias", "linear2.bias"].flatMap(pytorch)];

type Value = { data: number; grad: number };

describe.each(LOCALES)("the program of the chapter on automatic differentiation (%s)", (locale) => {
  it("finds PyTorch's twelve gradients", () => {
    const { parameters } = run(locale, ["value", "order", "network"], "parameters") as {
      parameters: Record<string, Value>;
    };
    expect(expected).toHaveLength(12);
    PARAMETERS.forEach((name, index) => {
      expect(parameters[name]?.grad, name).toBeCloseTo(expected[index] ?? Number.NaN, 15);
    });
  });

  it("more than doubles them if it goes back twice", () => {
    const { parameters, E, backward } = run(
      locale,
      ["value", "order", "network"],
      "parameters",
      "E",
      "backward",
    ) as { parameters: Record<string, Value>; E: Value; backward: (result: Value) => void };
    const { w5 } = parameters;
    const once = w5?.grad ?? Number.NaN;
    backward(E);
    expect(w5?.grad).toBeGreaterThan(2.01 * once);
  });

  it("hands on 40 times where eagerness would take 2 097 150", () => {
    const { links, eager, x } = run(locale, ["value", "order", "doubling"], "links", "eager", "x");
    expect([links, eager, (x as Value).grad]).toEqual([40, 2_097_150, 2 ** 20]);
  });

  it("gives other slopes when it is broken as the reader is asked to", () => {
    const slope = (broken: (source: string) => string) => {
      const source = ["value", "order"].map((id) => cellOf(locale, id)).join("\n");
      const { code } = transformSync(broken(source), { loader: "ts", target: "es2022" });
      const program = new Function("print", `${code}\nreturn a.grad;`) as (print: () => void) => number;
      return program(() => undefined);
    };
    expect(slope((source) => source)).toBe(7);
    expect(slope((source) => source.replace(".reverse()", ""))).toBe(1);
    expect(slope((source) => source.replace(/\+= (other|this)\.data/g, "= $1.data"))).toBe(3);
  });

  it("errors of differences: best near 1e-5 for the central one, about one per cent at 1e-14", () => {
    const text = cellOf(locale, "v-plot");
    const source = ["value", "order", "network"].map((id) => cellOf(locale, id)).join("\n");
    const { code } = transformSync(`${source}\n${text.slice(0, text.indexOf("for (const way"))}`, {
      loader: "ts",
      target: "es2022",
    });
    const errors = new Function("print", `${code}\nreturn errors;`)(() => undefined) as {
      h: number;
      error: number;
    }[];
    // Two of each h: one-sided, then central.
    const central = errors.filter((_, index) => index % 2 === 1);
    const best = central.reduce((a, b) => (b.error < a.error ? b : a));
    expect(Math.abs(Math.log10(best.h) + 5)).toBeLessThan(0.6);
    expect(best.error).toBeLessThan(1e-10);
    expect(best.error).toBeGreaterThan(1e-12);
    for (const { error } of errors.slice(-2)) {
      expect(error).toBeGreaterThan(0.003);
      expect(error).toBeLessThan(0.05);
    }
  });
});

describeNumbers("autograd", {
  "0.000438568": pytorch("linear1.weight")[0] ?? Number.NaN,
  "0.082167041": pytorch("linear2.weight")[0] ?? Number.NaN,
  "0.022602540": -(pytorch("linear2.weight")[2] ?? Number.NaN),
});
