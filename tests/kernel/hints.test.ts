import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { culprit, hintOf } from "@/lib/kernel/hints";
import { TestPage } from "./page";

const HINT = "application/vnd.gradbook.hint+json";

describe("hints behind a run's outputs", () => {
  let page: TestPage;
  beforeAll(() => {
    page = new TestPage();
  });
  afterAll(() => page.close());

  /** The codes of the hints that a cell got, each with its place among the outputs. */
  async function hints(code: string): Promise<string[]> {
    const outputs = await page.run("cell", code);
    return outputs.flatMap((output, index) => {
      const hint = output.type === "display_data" ? output.data[HINT] : undefined;
      expect(hint === undefined || index === outputs.length - 1).toBe(true);
      return hint ? [hint.code] : [];
    });
  }

  it.each<[about: string, code: string, codes: string[]]>([
    ["a number", "print(0 / 0)", ["nan-value"]],
    ["a number in a text", "const loss = Math.log(-1);\nprint(`loss ${loss.toFixed(3)}`)", ["nan-value"]],
    ["the value of a cell", "Math.log(-1)", ["nan-value"]],
    ["a tensor", 'import { torch } from "gradbook";\ntorch.tensor([-1]).log()', ["nan-value"]],
    [
      "a shown tensor",
      'import { torch } from "gradbook";\ndisplay(torch.tensor([0]).div(0));',
      ["nan-value"],
    ],
    ["a point of a curve", "const p = livePlot(); p.add(1, 1); p.add(2, 0 / 0);", ["nan-value"]],
    [
      "a loss that explodes",
      "let w = 1;\nfor (let i = 0; i < 2000; i++) { w -= 9 * 2 * w; print(i, w - w); }",
      ["nan-value"],
    ],
    ["words that hold the letters", "print('a nanosecond of finance, NaNo')", []],
    ["a text that is a cell's value", "'NaN'", []],
    ["a number that is one", "print(Infinity)", []],
    ["a promise as a cell's value", "(async () => 1)()", ["promise-value"]],
    ["a promise that is printed", "print(Promise.resolve(1))", ["promise-value"]],
    ["a promise that is awaited", "print(await Promise.resolve(1))", []],
    ["a proxy that throws", "new Proxy({}, { getPrototypeOf() { throw new Error('trap'); } })", []],
  ])("%s", async (_, code, codes) => {
    expect(await hints(code)).toEqual(codes);
  });

  it("come once, and not behind an error", async () => {
    expect(await hints("print(NaN);\nprint(NaN);\nprint(Promise.resolve())")).toEqual(["nan-value"]);
    expect(await hints("print(NaN);\nthrow new Error('stop')")).toEqual([]);
  });
});

describe("what an error is about", () => {
  it.each<[named: string | undefined, code: string, column: number, name: string | undefined]>([
    ["data.map", "", 1, "data"],
    ["data", "", 1, "data"],
    [undefined, "print(1 + data.rows.length)", 21, "data"],
    [undefined, "print(data?.rows[0].length)", 21, "data"],
    [undefined, "print(学习.率.length)", 12, "学习"],
    [undefined, "f(x).length", 6, undefined],
  ])("%s, %s", (named, code, column, name) => {
    expect(culprit(named, `first\n${code}`, { line: 2, column })).toBe(name);
  });

  it("asks nothing of a text that is no name", () => {
    expect(culprit("(...)", "", undefined)).toBeUndefined();
    expect(hintOf(Number.NaN, "NaN")).toBe("nan-value");
  });
});
