import type { Output } from "../../protocol";
import { importsBeside, SETUP } from "./library";
import { DENO_KERNEL, type NbCell, type NbCodeCell, type Notebook, toLines } from "./nbformat";
import { toNbOutputs } from "./outputs";

/** A chapter's text and cells in their order. */
export type ChapterRow =
  | { kind: "prose"; markdown: string }
  | { kind: "cell"; id: string; title?: string; code: string; outputs: readonly Output[] };

/** What an exported notebook says of itself under `metadata.gradbook`. */
export interface NotebookFacts {
  version: 1;
  chapter: string;
  locale: string;
}

/** What a cell of it says. */
export type CellFacts =
  | { role: "setup" }
  /** The author's text: it is not brought back. */
  | { role: "prose" }
  | { role: "cell"; cell: string; title?: string };

export const FACTS_VERSION = 1;

/** A chapter as its author wrote it, with what its cells put out when the site was built, as a notebook of Jupyter's. */
export function authorNotebook(
  { chapter, locale }: Omit<NotebookFacts, "version">,
  rows: readonly ChapterRow[],
): Notebook {
  let count = 0;
  let prose = 0;
  const cells = rows.map((row): NbCell => {
    if (row.kind === "prose") {
      prose += 1;
      return {
        cell_type: "markdown",
        id: `prose-${prose}`,
        metadata: { gradbook: { role: "prose" } satisfies CellFacts },
        source: toLines(row.markdown),
      };
    }
    count += 1;
    const title = row.title === undefined ? {} : { title: row.title };
    return {
      cell_type: "code",
      id: nbId(row.id),
      metadata: { gradbook: { role: "cell", cell: row.id, ...title } satisfies CellFacts },
      execution_count: count,
      source: toLines(importsBeside(row.code)),
      outputs: toNbOutputs(row.outputs, count),
    };
  });
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      ...DENO_KERNEL,
      gradbook: { version: FACTS_VERSION, chapter, locale } satisfies NotebookFacts,
    },
    cells: [setupCell(), ...cells],
  };
}

function setupCell(): NbCodeCell {
  return {
    cell_type: "code",
    id: "gradbook-setup",
    metadata: { gradbook: { role: "setup" } satisfies CellFacts },
    execution_count: null,
    source: toLines(SETUP),
    outputs: [],
  };
}

/** A name as nbformat allows it: unlike that of prose and set-up, and never too long. */
export function nbId(cell: string): string {
  const plain = `cell-${cell.replace(/[^A-Za-z0-9_-]/g, "_")}`;
  return plain.length <= 48 ? plain : `${plain.slice(0, 48)}-${hash(cell)}`;
}

/** FNV-1a: names that were cut short stay different. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(16);
}
