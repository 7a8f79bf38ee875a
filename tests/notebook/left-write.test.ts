import { describe, expect, test } from "vitest";
import { type CellDraft, type LeftWrite, mergeCell, readLeftWrite, resumedWrite } from "@/lib/notebook";

const draft = (text: string): CellDraft => ({
  chapter: "chapter",
  cell: "cell",
  text,
  base: "author",
  savedAt: 7,
});

const left = (text: string, known: CellDraft | null, passed: string[]): LeftWrite => ({
  write: { draft: draft(text), known, author: "author" },
  passed,
});

describe("what a page leaves behind", () => {
  test("is read as it was left", () => {
    const one: LeftWrite = {
      write: {
        draft: { ...draft("b"), place: { anchor: "other", side: "below", rank: 2 } },
        known: draft("a"),
        author: null,
        gone: true,
        formerly: ["before"],
        reason: "reset",
      },
      passed: ["b"],
    };
    const read = readLeftWrite(JSON.parse(JSON.stringify(one)));
    expect(read).toEqual({ ...one, write: { ...one.write, known: { ...draft("a"), revision: 1 } } });
  });

  test.each([null, 3, "x", [], {}, { write: {} }, { write: { draft: draft("a") } }, { passed: ["a"] }])(
    "%j is nothing of the kind",
    (data) => {
      expect(readLeftWrite(data)).toBeNull();
    },
  );

  // What the store may hold when the next page asks: nothing had arrived, the first text, both, or another tab's.
  test.each([
    ["what there was before", draft("old"), "third"],
    ["the first of two texts", draft("second"), "third"],
    ["both", draft("third"), "third"],
    ["another tab's text", draft("other"), null],
    ["nothing any more", null, "third"],
  ])("the store holds %s", (_, stored, text) => {
    const { known, draft: mine } = resumedWrite(left("third", draft("old"), ["second", "third"]), stored);
    expect(mergeCell(known, stored, mine)?.text ?? null).toBe(text);
  });
});
