import { type Arrangement, type CellRecord, kindOf, orderOf } from "../../notebook";
import type { Output } from "../../protocol";
import { nbId } from "./author";
import { importsBeside } from "./library";
import { type NbCell, type NbCodeCell, type Notebook, toLines } from "./nbformat";
import { toNbOutputs } from "./outputs";

/** A reader's chapter as it stands on the page. */
export interface ReaderNotebook {
  records: readonly CellRecord[];
  arrangement: Arrangement;
  /** The text of each cell that differs from the author's. */
  edits: Readonly<Record<string, string>>;
  /** What has been run on the page, and its number; other cells of the author's have the build's outputs. */
  runs: Readonly<Record<string, { outputs: readonly Output[]; executionCount: number | null }>>;
}

/** What is kept of a cell beside its text. */
export type KeptFacts = Omit<CellRecord, "chapter" | "cell" | "text">;

/**
 * A reader's chapter as a notebook of Jupyter's: the author's, with the reader's texts, cells and outputs in their
 * places.
 *
 * @param author as `authorNotebook` made it
 */
export function readerNotebook(author: Notebook, reader: ReaderNotebook): Notebook {
  const { arrangement, edits, runs, records } = reader;
  const known = new Map(records.map((record) => [record.cell, record]));
  const written = new Map<string, NbCodeCell>();
  for (const cell of author.cells) {
    const id = cellName(cell);
    if (id !== null && cell.cell_type === "code") written.set(id, cell);
  }
  const used = new Set(author.cells.map(({ id }) => id));
  const draw = (id: string): NbCell => {
    const facts = factsOf(known.get(id));
    const base = written.get(id);
    const text = edits[id];
    if (base) {
      const gradbook = { ...(base.metadata.gradbook as object), ...facts };
      const source = text === undefined ? base.source : toLines(importsBeside(text));
      const run = runs[id];
      const outputs = run
        ? toNbOutputs(run.outputs, run.executionCount)
        : text === undefined
          ? base.outputs
          : [];
      const execution_count = run ? run.executionCount : text === undefined ? base.execution_count : null;
      return { ...base, metadata: { ...base.metadata, gradbook }, source, outputs, execution_count };
    }
    let name = nbId(id);
    while (used.has(name)) name += "-";
    used.add(name);
    const metadata = { gradbook: { role: "cell", cell: id, ...facts } };
    if (kindOf(arrangement, id) === "markdown")
      return { cell_type: "markdown", id: name, metadata, source: toLines(text ?? "") };
    const run = runs[id];
    return {
      cell_type: "code",
      id: name,
      metadata,
      execution_count: run?.executionCount ?? null,
      source: toLines(importsBeside(text ?? "")),
      outputs: run ? toNbOutputs(run.outputs, run.executionCount) : [],
    };
  };
  const cells = author.cells.flatMap((cell): NbCell[] => {
    const id = cellName(cell);
    if (id === null) return [cell];
    const around = orderOf({ ...arrangement, placed: arrangement.placed }, [id]);
    return around.map(draw);
  });
  const removed = records.filter((record) => record.removed);
  const gradbook = { ...(author.metadata.gradbook as object), ...(removed.length > 0 && { removed }) };
  return { ...author, metadata: { ...author.metadata, gradbook }, cells };
}

function factsOf(record: CellRecord | undefined): { kept?: KeptFacts } {
  if (!record) return {};
  const { chapter: _chapter, cell: _cell, text: _text, ...kept } = record;
  return { kept };
}

/** The name of a cell of the course; null for prose and set-up. */
function cellName(cell: NbCell): string | null {
  const facts = cell.metadata.gradbook as { role?: unknown; cell?: unknown } | undefined;
  return facts?.role === "cell" && typeof facts.cell === "string" ? facts.cell : null;
}
