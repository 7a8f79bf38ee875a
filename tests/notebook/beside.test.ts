import { describe, expect, it } from "vitest";
import { besideOwn, type CellRecord } from "@/lib/notebook";

const record = (cell: string, text: string, more: Partial<CellRecord> = {}): CellRecord => ({
  chapter: "chapter",
  cell,
  text,
  base: "author",
  revision: 7,
  savedAt: 1,
  ...more,
});
const author = ["one", "two"];

describe("another's cells taken in", () => {
  it("come as they are where the reader has nothing", () => {
    expect(besideOwn([], [record("one", "theirs")], author, 9)).toEqual([
      record("one", "theirs", { revision: 1, savedAt: 9 }),
    ]);
  });

  it("stand below the reader's own, and never in their place", () => {
    const own = [record("one", "mine"), record("mine-1", "note", { base: "" })];
    const others = [
      record("one", "theirs"),
      record("mine-1", "another note", {
        base: "",
        kind: "markdown",
        place: { anchor: "two", side: "above", rank: 0 },
      }),
    ];
    const taken = besideOwn(own, others, author, 9);
    expect(taken.map(({ cell, text, kind, place }) => ({ cell, text, kind, anchor: place?.anchor }))).toEqual(
      [
        { cell: "mine-2", text: "theirs", kind: undefined, anchor: "one" },
        { cell: "mine-3", text: "another note", kind: "markdown", anchor: "two" },
      ],
    );
    const names = new Set(own.map(({ cell }) => cell));
    expect(taken.some(({ cell }) => names.has(cell))).toBe(false);
  });

  it("are left out where both have the same, or where only the row of cells differs", () => {
    const own = [record("one", "same"), record("two", "mine")];
    expect(
      besideOwn(own, [record("one", "same"), record("two", "author", { removed: true })], author, 9),
    ).toEqual([]);
  });
});
