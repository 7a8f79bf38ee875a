import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newVersions, planCells, readWorkText, type Work, writeWork } from "@/lib/exchange";
import type { CellVersion } from "@/lib/notebook";
import { RECORDS } from "./records";

const version: CellVersion = { chapter: "chapter", cell: "one", text: "a", reason: "ran", savedAt: 1 };

describe("a file of all work", () => {
  it("comes back byte for byte", () => {
    fc.assert(
      fc.property(RECORDS, fc.option(fc.integer()), (cells, seed) => {
        const text = writeWork({
          cells,
          versions: [version],
          seed,
          attempts: [{ exercise: "chapter/q", kind: "reveal", at: 5 } as never],
        } satisfies Work);
        const reading = readWorkText(text);
        if (reading.kind === "refused") throw new Error(reading.code);
        expect(writeWork(reading.value)).toBe(text);
        // Whatever order the fields of a record were made in.
        const turned = cells.map((cell) => Object.fromEntries(Object.entries(cell).reverse()) as never);
        expect(writeWork({ ...reading.value, cells: turned })).toBe(text);
      }),
    );
  });

  it("leaves out and counts what cannot be read, and refuses what is none", () => {
    const file = {
      format: "gradbook-work",
      version: 1,
      cells: [7, null],
      versions: [version, {}],
      attempts: ["x"],
    };
    expect(readWorkText(JSON.stringify(file))).toMatchObject({
      kind: "read",
      value: { cells: [], versions: [version], attempts: [], seed: null, unreadable: 4 },
    });
    expect(readWorkText(JSON.stringify({ ...file, version: 2 }))).toEqual({
      kind: "refused",
      code: "newer-version",
    });
    expect(readWorkText("{}")).toEqual({ kind: "refused", code: "unknown-kind" });
    const cell = { chapter: "a", cell: "b", text: "", base: "", revision: 1, savedAt: 0 };
    expect(readWorkText(JSON.stringify({ ...file, cells: [cell, cell] }))).toEqual({
      kind: "refused",
      code: "duplicate-ids",
    });
  });

  it("is compared with what is there before anything is changed", () => {
    const cell = { chapter: "a", cell: "b", text: "x", base: "", revision: 1, savedAt: 0 };
    const other = { ...cell, text: "y", savedAt: 9 };
    expect(planCells([], [cell])).toEqual({ fresh: [cell], differing: [], same: 0 });
    expect(planCells([cell], [other])).toEqual({ fresh: [], differing: [other], same: 0 });
    expect(planCells([cell], [{ ...cell, revision: 7 }])).toEqual({ fresh: [], differing: [], same: 1 });
    expect(newVersions([version], [version, { ...version, text: "b" }, { ...version, text: "b" }])).toEqual([
      { ...version, text: "b" },
    ]);
  });
});
