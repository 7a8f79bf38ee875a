import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffLine, diffLines, hunks } from "@/lib/notebook";

const SIGN = { same: " ", removed: "-", added: "+" };
/** As `diff -u` writes it, with what is changed within a line in brackets. */
const written = ({ kind, pieces }: DiffLine) =>
  SIGN[kind] + pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");
const text = (lines: readonly DiffLine[], without: DiffLine["kind"]) =>
  lines
    .filter(({ kind }) => kind !== without)
    .map(({ pieces }) => pieces.map((piece) => piece.text).join(""))
    .join("\n");

describe("the differences of two texts", () => {
  it("are none where there are none", () => {
    expect(diffLines("a\nb", "a\nb").map(written)).toEqual([" a", " b"]);
  });

  it("are told by lines, and within a changed line by words", () => {
    const before = "const eta = 0.1;\nlet w = 4;\nw";
    const after = "const eta = 0.25;\nlet w = 4;\nprint(1);\nw";
    expect(diffLines(before, after).map(written)).toEqual([
      "-const eta = 0.[1];",
      "+const eta = 0.[25];",
      " let w = 4;",
      "+print(1);",
      " w",
    ]);
  });

  it("take lines that have little in common for two lines", () => {
    expect(diffLines("alpha beta", "x => 1").map(written)).toEqual(["-alpha beta", "+x => 1"]);
  });

  it("know Chinese words by their neighbours", () => {
    expect(diffLines("// 学习率 eta", "// 学习率 beta").map(written)).toEqual([
      "-// 学习率 [eta]",
      "+// 学习率 [beta]",
    ]);
  });

  it("lead from one text to the other, by no more lines than need be", () => {
    const row = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(row, row, (before, after) => {
        const lines = diffLines(before, after);
        expect(text(lines, "added")).toBe(before);
        expect(text(lines, "removed")).toBe(after);
        // The longest common subsequence, by the textbook's recursion.
        const lcs = (a: readonly string[], b: readonly string[]): number => {
          const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
          for (let i = 1; i <= a.length; i += 1)
            for (let j = 1; j <= b.length; j += 1)
              (rows[i] as number[])[j] =
                a[i - 1] === b[j - 1]
                  ? (rows[i - 1]?.[j - 1] ?? 0) + 1
                  : Math.max(rows[i - 1]?.[j] ?? 0, rows[i]?.[j - 1] ?? 0);
          return rows[a.length]?.[b.length] ?? 0;
        };
        expect(lines.filter(({ kind }) => kind === "same")).toHaveLength(
          lcs(before.split("\n"), after.split("\n")),
        );
      }),
    );
  });

  it("are shown with a few lines around them", () => {
    const before = Array.from({ length: 12 }, (_, line) => `line ${line}`);
    const after = before.with(5, "another thing");
    const shown = hunks(diffLines(before.join("\n"), after.join("\n")), 1);
    expect(shown.map((one) => (one.kind === "gap" ? one.count : written(one)))).toEqual([
      4,
      " line 4",
      "-line 5",
      "+another thing",
      " line 6",
      5,
    ]);
  });
});
