import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords } from "@/components/notebook/kept-cells";
import {
  authorNotebook,
  type ChapterRow,
  type IncomingNotebook,
  readerNotebook,
  readJson,
  readNotebook,
  recordsOf,
  SERIES_ON_PAPER,
} from "@/lib/exchange";
import type { CellRecord } from "@/lib/notebook";
import { AUTHOR, CHAPTER, RECORDS } from "./records";

const ROWS: ChapterRow[] = [
  { kind: "prose", markdown: "# Chapter\n\n$x^2$" },
  ...AUTHOR.flatMap(({ id, code }): ChapterRow[] => [
    { kind: "cell", id, code, outputs: [{ type: "stream", name: "stdout", text: `${id}\nout` }] },
    { kind: "prose", markdown: `After ${id}.` },
  ]),
];
const author = authorNotebook({ chapter: CHAPTER, locale: "en" }, ROWS);

function exported(records: readonly CellRecord[]): string {
  const { edits, arrangement } = readRecords(records, AUTHOR, "en");
  return JSON.stringify(readerNotebook(author, { records, arrangement, edits, runs: {} }));
}

function incoming(text: string): IncomingNotebook {
  const json = readJson(text);
  const reading = json.kind === "read" ? readNotebook(json.value) : json;
  if (reading.kind === "refused") throw new Error(reading.code);
  return reading.value;
}

function imported(text: string): CellRecord[] {
  return recordsOf(incoming(text), { chapter: CHAPTER, author: AUTHOR, locale: "en", now: 0 });
}

const byCell = (records: readonly CellRecord[]) =>
  [...records].sort((one, other) => (one.cell < other.cell ? -1 : 1));

describe("a chapter as a notebook", () => {
  it("has prose, cells under Deno's name for the library, and outputs", () => {
    expect(author.cells.map(({ cell_type, id }) => [cell_type, id])).toEqual([
      ["code", "gradbook-setup"],
      ["markdown", "prose-1"],
      ["code", "cell-one"],
      ["markdown", "prose-2"],
      ["code", "cell-two"],
      ["markdown", "prose-3"],
      ["code", "cell-three"],
      ["markdown", "prose-4"],
    ]);
    const [, , first] = author.cells;
    expect(first).toMatchObject({
      source: ['import { torch } from "./gradbook.js";\n', "const a = torch.tensor(1);"],
      outputs: [{ output_type: "stream", name: "stdout", text: ["one\n", "out"] }],
      execution_count: 1,
    });
  });

  it("comes back as it went: import(export(x)) = x", () => {
    fc.assert(
      fc.property(RECORDS, (records) => {
        expect(byCell(imported(exported(records)))).toEqual(byCell(records));
      }),
      { numRuns: 500 },
    );
  });

  it("has ids that nbformat allows, each once", () => {
    fc.assert(
      fc.property(RECORDS, (records) => {
        const { cells } = JSON.parse(exported(records)) as { cells: { id: string }[] };
        const ids = cells.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      }),
    );
  });

  it("draws with the site's colours", () => {
    const tokens = readFileSync("components/layout/tokens.css", "utf8");
    const series = [...tokens.matchAll(/--series-\d: light-dark\((#\w+)/g)].map(([, colour]) => colour);
    expect(SERIES_ON_PAPER).toEqual(series);
  });

  it("brings in what was changed in Jupyter: a cell's text, a new cell, a cell deleted", () => {
    const notebook = JSON.parse(exported([])) as { cells: Record<string, unknown>[] };
    const changed = notebook.cells.filter(({ id }) => id !== "cell-three");
    const two = changed.findIndex(({ id }) => id === "cell-two");
    Object.assign(changed[two] ?? {}, { source: "a.item() + 1" });
    changed.splice(two + 1, 0, {
      cell_type: "code",
      id: "x",
      metadata: {},
      source: ['import { nn } from "./gradbook.js"'],
      outputs: [],
      execution_count: null,
    });
    expect(imported(JSON.stringify({ ...notebook, cells: changed }))).toEqual([
      {
        chapter: CHAPTER,
        cell: "two",
        text: "a.item() + 1",
        base: "a.item()",
        locale: "en",
        revision: 1,
        savedAt: 0,
      },
      {
        chapter: CHAPTER,
        cell: "mine-1",
        text: 'import { nn } from "gradbook"',
        base: "",
        place: { anchor: "two", side: "below", rank: 1 },
        revision: 1,
        savedAt: 0,
      },
      {
        chapter: CHAPTER,
        cell: "three",
        text: "print('three');",
        base: "print('three');",
        locale: "en",
        removed: true,
        revision: 1,
        savedAt: 0,
      },
    ]);
  });

  it("is refused with a reason", () => {
    const code = (data: unknown) => {
      const reading = readNotebook(data);
      return reading.kind === "refused" ? reading.code : "read";
    };
    const cell = { cell_type: "code", id: "a", metadata: {}, source: "1" };
    expect(code({ nbformat: 3, worksheets: [] })).toBe("older-version");
    expect(code({ nbformat: 5, cells: [] })).toBe("newer-version");
    expect(code({ nbformat: 4, cells: [], metadata: { gradbook: { version: 2 } } })).toBe("newer-version");
    expect(code({ nbformat: 4, cells: [cell, cell] })).toBe("duplicate-ids");
    expect(code({ nbformat: 4, cells: [], metadata: { kernelspec: { language: "python" } } })).toBe(
      "other-language",
    );
    expect(code({ cells: [] })).toBe("unknown-kind");
    expect(code({ nbformat: 4, cells: [{ ...cell, source: 7 }, null, 7, "x"] })).toBe("read");
  });
});
