import { describe, expect, it } from "vitest";
import { torch } from "@/lib/autograd";
import { consoleTable, createDisplay } from "@/lib/kernel/display";
import { describe as describeTensor, richForm } from "@/lib/kernel/gradbook";

const display = createDisplay(describeTensor, [richForm]);
const form = (value: unknown, name: string) =>
  (display.bundle(value) as unknown as Record<string, unknown>)[`application/vnd.gradbook.${name}+json`];

describe("a value's forms", () => {
  it("leave what fits into a line a line", () => {
    for (const value of [
      1,
      "text",
      [1, [2, 3]],
      { a: { b: 1 } },
      null,
      undefined,
      new Map([[1, 2]]),
      () => 1,
    ])
      expect(Object.keys(display.bundle(value))).toEqual(["text/plain"]);
  });

  it("leave a row of plain things a text, and make a tree of what has depth or is cut", () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i);
    expect(form(numbers, "value")).toBeUndefined();
    expect(
      form(
        numbers.map((i) => [i, i]),
        "value",
      ),
    ).toMatchObject({ text: "Array(60)" });
    expect(
      form(
        Array.from({ length: 200 }, (_, i) => i),
        "value",
      ),
    ).toMatchObject({ more: 100 });
  });

  it("are a table for alike objects, and for nothing else", () => {
    const rows = [
      { x: 1, y: "a" },
      { y: "b", x: 2 },
    ];
    expect(form(rows, "table")).toEqual({
      columns: ["x", "y"],
      rows: [
        [1, "a"],
        [2, "b"],
      ],
      rowCount: 2,
      columnCount: 2,
      indexed: false,
    });
    const getter = {
      get x() {
        throw new Error("called");
      },
      y: 1,
    };
    for (const other of [
      rows.slice(0, 1),
      [...rows, { x: 1 }],
      [...rows, { x: 1, z: 1 }],
      [...rows, null],
      [...rows, { x: [], y: 1 }],
      [...rows, getter],
      [{}, {}],
      [[1], [2]],
      [new Date(), new Date()],
    ])
      expect(form(other, "table")).toBeUndefined();
  });

  it("send the first thousand rows and fifty columns, and say how many there are", () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`c${i}`, i]));
    const table = form(
      Array.from({ length: 2_500 }, () => wide),
      "table",
    ) as ReturnType<typeof consoleTable>;
    expect(table?.rows).toHaveLength(1_000);
    expect(table?.columns).toHaveLength(50);
    expect(table).toMatchObject({ rowCount: 2_500, columnCount: 60 });
  });

  it("say what a tensor's print does not", () => {
    const leaf = torch.tensor([1, 2, 3], { requiresGrad: true });
    expect(form(leaf, "tensor")).toEqual({ shape: [3], dtype: "float64" });
    expect(form(leaf.mul(2), "tensor")).toEqual({ shape: [3], dtype: "float64", gradFn: "MulBackward" });
    expect(form(torch.tensor(1), "tensor")).toBeUndefined();
  });

  it("show a matrix from afar, whatever way it lies in memory", () => {
    const matrix = torch.tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(form(matrix, "tensor")).toMatchObject({
      heat: { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6) },
    });
    expect(form(matrix.t(), "tensor")).toMatchObject({
      heat: { rows: 3, columns: 2, values: Float64Array.of(1, 4, 2, 5, 3, 6) },
    });
    const large = torch.tensor(Array.from({ length: 128 * 200 }, (_, i) => i)).reshape(128, 200);
    const { heat } = form(large, "tensor") as {
      heat: { rows: number; columns: number; values: Float64Array; range: [number, number] };
    };
    expect([heat.rows, heat.columns, heat.values.length]).toEqual([64, 64, 64 * 64]);
    // Every second row, and columns 0, 3, 6, … of 200.
    expect([...heat.values.slice(0, 3)]).toEqual([0, 3, 6]);
    expect(heat.values[64]).toBe(400);
    // The last number is not among them, but the scale reaches it.
    expect(heat.range).toEqual([0, 25_599]);
  });
});

describe("console.table", () => {
  it("names its columns as they are, and finds those that are asked for", () => {
    const rows = { "first row": { "by hand": 1, other: 2 } };
    expect(consoleTable(rows)).toMatchObject({
      columns: ["(index)", "by hand", "other"],
      rows: [["first row", 1, 2]],
    });
    expect(consoleTable(rows, ["by hand"])).toMatchObject({
      columns: ["(index)", "by hand"],
      rows: [["first row", 1]],
    });
  });

  it("has a row for each of a collection's contents", () => {
    expect(consoleTable([{ a: 1 }, { b: "x" }, 7])).toMatchObject({
      columns: ["(index)", "a", "b", "Values"],
      rows: [
        ["0", 1, null, null],
        ["1", null, "x", null],
        ["2", null, null, 7],
      ],
    });
    expect(consoleTable([[1, 2], [3]])).toMatchObject({
      columns: ["(index)", "0", "1"],
      rows: [
        ["0", 1, 2],
        ["1", 3, null],
      ],
    });
    expect(consoleTable({ row: { v: true } })).toMatchObject({ rows: [["row", "true"]] });
    expect(consoleTable(new Map([["k", 1]]))).toMatchObject({ rows: [['"k"', 1]] });
    expect(consoleTable([{ a: 1, b: 2 }], ["b"])).toMatchObject({
      columns: ["(index)", "b"],
      rows: [["0", 2]],
    });
    expect(consoleTable(5)).toBeUndefined();
  });
});
