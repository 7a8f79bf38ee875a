import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromFragment, SHARE_PREFIX, toFragment, toTypeScript } from "@/lib/exchange";
import { CHAPTER, RECORDS } from "./records";

describe("a shared link", () => {
  it("carries changed cells in letters of an address, and nothing of when they were made", async () => {
    await fc.assert(
      fc.asyncProperty(
        RECORDS.filter((records) => records.length > 0),
        async (cells) => {
          const fragment = await toFragment({ chapter: CHAPTER, cells });
          expect(fragment).toMatch(/^#share=[\w-]+$/);
          expect(await fromFragment(fragment)).toEqual({
            kind: "read",
            value: { chapter: CHAPTER, cells: cells.map((cell) => ({ ...cell, revision: 1, savedAt: 0 })) },
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is short: a changed line in a hundred costs what it says", async () => {
    const text = Array.from({ length: 100 }, (_, line) => `const value${line} = ${line} * 2;`).join("\n");
    const cell = { chapter: CHAPTER, cell: "one", text, base: text, revision: 1, savedAt: 0 };
    expect((await toFragment({ chapter: CHAPTER, cells: [cell] })).length).toBeLessThan(text.length / 2);
  });

  it("is refused when it is damaged, empty, or holds far more than it seems to", async () => {
    const code = async (fragment: string) => {
      const reading = await fromFragment(fragment);
      return reading.kind === "refused" ? reading.code : "read";
    };
    expect(await code("#elsewhere")).toBe("unknown-kind");
    expect(await code(`${SHARE_PREFIX}%%%`)).toBe("damaged");
    expect(await code(`${SHARE_PREFIX}AAAA`)).toBe("damaged");
    expect(await code(await toFragment({ chapter: CHAPTER, cells: [] }))).toBe("damaged");
    const whole = await toFragment({
      chapter: CHAPTER,
      cells: [{ chapter: CHAPTER, cell: "one", text: "a".repeat(500), base: "", revision: 1, savedAt: 0 }],
    });
    expect(await code(whole.slice(0, -8))).toBe("damaged");
    const huge = {
      chapter: CHAPTER,
      cell: "one",
      text: "a".repeat(5_000_000),
      base: "",
      revision: 1,
      savedAt: 0,
    };
    expect(await code(await toFragment({ chapter: CHAPTER, cells: [huge] }))).toBe("too-large");
  });
});

describe("a chapter as TypeScript", () => {
  it("has its cells in order, each under its name", () => {
    expect(
      toTypeScript("Chapter", [
        { id: "one", kind: "code", text: "const a = 1;\n" },
        { id: "note", kind: "markdown", text: "A note.\n\n$x$" },
      ]),
    ).toBe("// Chapter\n\n// %% one\nconst a = 1;\n\n// %% [markdown] note\n// A note.\n//\n// $x$\n");
  });
});
