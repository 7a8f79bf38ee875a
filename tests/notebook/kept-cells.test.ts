import { expect, test } from "vitest";
import { readRecords } from "@/components/notebook/kept-cells";

const record = (cell: string, text: string) => ({
  chapter: "c",
  cell,
  text,
  base: "",
  revision: 1,
  savedAt: 0,
});

test("what was kept under a cell's earlier id is its own", () => {
  const author = [{ id: "now", code: "1", formerly: ["before", "long-before"] }];
  expect(readRecords([record("before", "2")], author)).toEqual({
    edits: { now: "2" },
    arrangement: { placed: {}, removed: [], markdown: [] },
  });
});

test("what was written since under the new id wins", () => {
  const author = [{ id: "now", code: "1", formerly: ["before"] }];
  const records = [record("before", "2"), record("now", "3")];
  expect(readRecords(records, author).edits).toEqual({ now: "3" });
  expect(readRecords(records.toReversed(), author).edits).toEqual({ now: "3" });
});
