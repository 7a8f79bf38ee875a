import type { MimeBundle } from "../../protocol";
import { inspect } from "./inspect";
import { tableOf } from "./table";
import { valueTree } from "./value-tree";

/** A value's forms other than text. */
export type RichForms = Omit<MimeBundle, "text/plain">;

/** Asked for a value's rich forms before it is written as text. */
export type RichForm = (value: unknown) => RichForms | undefined;

/** How the kernel words and shows values. */
export interface Display {
  /** As an output: text and, where there is one, a richer form. */
  bundle(value: unknown): MimeBundle;
  /** As `print` writes it: strings bare, all else as `inspect` does. */
  text(value: unknown): string;
}

/**
 * @param describe own words of a library's objects, for example a tensor's
 * @param rich richer forms, first match wins
 */
export function createDisplay(
  describe: (value: object) => string | undefined,
  rich: readonly RichForm[],
): Display {
  const text = (value: unknown) => (typeof value === "string" ? value : inspect(value, { describe }));
  const forms: readonly RichForm[] = [...rich, tableForm];
  return {
    text,
    bundle(value) {
      const plain = inspect(value, { describe });
      return { "text/plain": plain, ...(formsOf(value, forms) ?? treeForm(value, plain, describe)) };
    },
  };
}

function formsOf(value: unknown, forms: readonly RichForm[]): RichForms | undefined {
  for (const form of forms) {
    const found = form(value);
    if (found) return found;
  }
  return undefined;
}

const tableForm: RichForm = (value) => {
  const table = safely(() => tableOf(value));
  return table && { "application/vnd.gradbook.table+json": table };
};

/** A proxy may throw from any trap: then the value's text, which says so, is all there is. */
export function safely<Form>(read: () => Form): Form | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What fits into a line needs no tree, and neither does a row of plain things. */
function treeForm(
  value: unknown,
  text: string,
  describe: (value: object) => string | undefined,
): RichForms | undefined {
  if (typeof value !== "object" || value === null || !text.includes("\n")) return undefined;
  const tree = valueTree(value, describe);
  const deep = tree.entries?.some((entry) => entry.value.entries) || tree.more !== undefined;
  return deep ? { "application/vnd.gradbook.value+json": tree } : undefined;
}
