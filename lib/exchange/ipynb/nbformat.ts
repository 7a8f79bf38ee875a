/** The notebook format of Jupyter, version 4.5, as far as it is written here. */

export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: Record<string, unknown>;
  cells: NbCell[];
}

interface NbCellBase {
  /** 1 to 64 letters, digits, `-` and `_`; no two cells have the same. */
  id: string;
  metadata: Record<string, unknown>;
  /** Lines with their ends. */
  source: string[];
}

export interface NbMarkdownCell extends NbCellBase {
  cell_type: "markdown";
}

export interface NbCodeCell extends NbCellBase {
  cell_type: "code";
  execution_count: number | null;
  outputs: NbOutput[];
}

export type NbCell = NbMarkdownCell | NbCodeCell;

export type NbOutput =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string[] }
  | { output_type: "display_data"; data: NbBundle; metadata: Record<string, unknown> }
  | {
      output_type: "execute_result";
      data: NbBundle;
      metadata: Record<string, unknown>;
      execution_count: number | null;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** Forms of a value by their mime type. */
export type NbBundle = Record<string, string | string[]>;

/** What Jupyter is to run it with: Deno's kernel, which runs TypeScript. */
export const DENO_KERNEL = {
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
    nbconvert_exporter: "script",
  },
} as const;

/** A text as nbformat has it. */
export function toLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** A text from what a file holds, which may be one string; null for what is no text. */
export function fromLines(lines: unknown): string | null {
  if (typeof lines === "string") return lines;
  if (Array.isArray(lines) && lines.every((line) => typeof line === "string")) return lines.join("");
  return null;
}
