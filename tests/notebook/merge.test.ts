import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellDraft, isAsWritten, mergeCell, readCellRecord } from "@/lib/notebook";

const draft = (text: string, more: Partial<CellDraft> = {}): CellDraft => ({
  chapter: "chapter",
  cell: "cell",
  text,
  base: "author",
  savedAt: 0,
  ...more,
});

describe("what two tabs have written", () => {
  it("is both kept, for the reader to choose, where they have written different texts", () => {
    expect(mergeCell(draft("before"), draft("theirs"), draft("mine"))).toBeNull();
    expect(mergeCell(null, draft("theirs"), draft("mine"))).toBeNull();
  });

  it("is one tab's where the other has written nothing, or the same", () => {
    expect(mergeCell(draft("before"), draft("before"), draft("mine"))?.text).toBe("mine");
    expect(mergeCell(draft("before"), draft("theirs"), draft("before"))?.text).toBe("theirs");
    expect(mergeCell(draft("before"), draft("same"), draft("same"))?.text).toBe("same");
    expect(mergeCell(draft("before"), null, draft("mine"))?.text).toBe("mine");
  });

  it("keeps a text of one and a place of the other", () => {
    const place = { anchor: "other", side: "below", rank: 0 } as const;
    expect(mergeCell(draft("before"), draft("before", { place }), draft("mine"))).toEqual(
      draft("mine", { place }),
    );
    expect(mergeCell(draft("before"), draft("theirs"), draft("before", { place }))).toEqual(
      draft("theirs", { place }),
    );
    expect(mergeCell(draft("before", { place }), draft("before"), draft("mine", { place }))).toEqual(
      draft("mine"),
    );
  });

  it("never loses a text that only one of them has", () => {
    const text = fc.constantFrom("a", "b", "c", "author");
    fc.assert(
      fc.property(text, text, text, (before, theirs, mine) => {
        const merged = mergeCell(draft(before), draft(theirs), draft(mine));
        if (merged === null) {
          expect(new Set([before, theirs, mine]).size).toBe(3);
        } else {
          if (theirs !== before) expect(merged.text).toBe(theirs);
          if (mine !== before) expect(merged.text).toBe(mine);
        }
      }),
    );
  });
});

describe("a cell", () => {
  it("need not be kept when it is as and where its author wrote it", () => {
    expect(isAsWritten(draft("author"), "author")).toBe(true);
    expect(isAsWritten(draft("author", { removed: true }), "author")).toBe(false);
    expect(isAsWritten(draft("mine"), "author")).toBe(false);
    expect(isAsWritten(draft(""), null)).toBe(false);
  });
});

describe("a record that was kept", () => {
  const record = { ...draft("text"), revision: 3, savedAt: 5 };

  it("is read as it is", () => {
    const whole = {
      ...record,
      locale: "zh",
      place: { anchor: "a", side: "above", rank: 0.5 },
      kind: "markdown",
      removed: true,
    };
    expect(readCellRecord(whole)).toEqual(whole);
  });

  it("is refused or mended where it is damaged", () => {
    for (const damaged of [null, 7, [], {}, { ...record, text: 7 }, { ...record, chapter: "" }])
      expect(readCellRecord(damaged)).toBeNull();
    for (const name of ["__proto__", "constructor", 'a"b', "a b", "x".repeat(300)])
      expect(readCellRecord({ ...record, cell: name })).toBeNull();
    expect(
      readCellRecord({ ...record, revision: Number.NaN, savedAt: "yesterday", place: { anchor: 1 } }),
    ).toEqual({
      ...record,
      revision: 1,
      savedAt: 0,
    });
    expect(readCellRecord(JSON.parse('{"__proto__": {"chapter": "a"}, "cell": "b"}'))).toBeNull();
  });
});
