import { describe, expect, it } from "vitest";
import { readRecords } from "@/components/notebook/kept-cells";
import type { CellRecord } from "@/lib/notebook";

const author = [
  { id: "first", code: "one" },
  { id: "second", code: "two" },
];
const record = (cell: string, text: string, more: Partial<CellRecord> = {}): CellRecord => ({
  chapter: "chapter",
  cell,
  text,
  base: author.find(({ id }) => id === cell)?.code ?? "",
  locale: "en",
  revision: 1,
  savedAt: 0,
  ...more,
});

describe("what was kept of a chapter", () => {
  it("is shown against the author's new text, and says that there is one", () => {
    const kept = readRecords([record("first", "mine", { base: "old" })], author, "en");
    expect(kept.edits).toEqual({ first: "mine" });
    expect(kept.concerns).toEqual({ first: { kind: "author", base: "old" } });
  });

  it("says nothing of the author's text in another language", () => {
    const kept = readRecords([record("first", "mine", { base: "eins", locale: "zh" })], author, "en");
    expect(kept.edits).toEqual({ first: "mine" });
    expect(kept.concerns).toEqual({});
  });

  it("is no edit where the cell was only moved or taken out, whatever the author has made of it since", () => {
    const place = { anchor: "second", side: "below", rank: 0 } as const;
    const kept = readRecords([record("first", "old", { base: "old", place })], author, "en");
    expect(kept.edits).toEqual({});
    expect(kept.arrangement.placed).toEqual({ first: place });
    expect(kept.concerns).toEqual({});
  });

  it("stays as a cell of the reader's own where the author has taken the cell out", () => {
    const kept = readRecords([record("gone", "mine", { base: "author's" })], author, "en");
    expect(kept.edits).toEqual({ gone: "mine" });
    expect(kept.concerns).toEqual({ gone: { kind: "orphan" } });
    expect(kept.arrangement.placed.gone).toEqual({ anchor: "second", side: "below", rank: 0 });
  });

  it("what was kept under a cell's earlier id is its own", () => {
    const renamed = [{ id: "now", code: "1", formerly: ["before", "long-before"] }];
    expect(readRecords([record("before", "2")], renamed, "en")).toEqual({
      edits: { now: "2" },
      arrangement: { placed: {}, removed: [], markdown: [] },
      concerns: {},
    });
  });

  it("what was written since under the new id wins", () => {
    const renamed = [{ id: "now", code: "1", formerly: ["before"] }];
    const records = [record("before", "2"), record("now", "3")];
    expect(readRecords(records, renamed, "en").edits).toEqual({ now: "3" });
    expect(readRecords(records.toReversed(), renamed, "en").edits).toEqual({ now: "3" });
  });
});
