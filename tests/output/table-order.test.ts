import { describe, expect, test } from "vitest";
import type { TableCell } from "@/lib/protocol";
import { nextOrder, sortRows } from "../../components/output/table-order";

const sorted = (cells: TableCell[], direction: "ascending" | "descending") =>
  sortRows(
    cells.map((cell) => [cell]),
    { column: 0, direction },
    "en",
  ).map(([cell]) => cell);

describe("a table's order", () => {
  test("numbers by size, texts as people sort them, what is missing last", () => {
    const cells = ["b10", null, 10, Number.NaN, "b9", -1, "a", 2];
    expect(sorted(cells, "ascending")).toEqual([-1, 2, 10, Number.NaN, "a", "b9", "b10", null]);
    expect(sorted(cells, "descending")).toEqual([10, 2, -1, Number.NaN, "b10", "b9", "a", null]);
    expect(sorted([Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY], "ascending")).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test("goes up, down, and back to where it began", () => {
    const up = nextOrder(null, 1);
    const down = nextOrder(up, 1);
    expect([up?.direction, down?.direction, nextOrder(down, 1)]).toEqual(["ascending", "descending", null]);
    expect(nextOrder(down, 0)).toEqual({ column: 0, direction: "ascending" });
    const rows = [[2], [1]];
    expect(sortRows(rows, null, "en")).toBe(rows);
    sortRows(rows, up, "en");
    expect(rows).toEqual([[2], [1]]);
  });
});
