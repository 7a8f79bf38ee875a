import type { MimeBundle } from "../../protocol";
import { inspect } from "./inspect";

/** Asked for a value's rich forms before it is written as text. */
export type RichForm = (value: unknown) => Omit<MimeBundle, "text/plain"> | undefined;

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
  return {
    text,
    bundle(value) {
      for (const form of rich) {
        const found = form(value);
        if (found) return { "text/plain": inspect(value, { describe }), ...found };
      }
      return { "text/plain": inspect(value, { describe }) };
    },
  };
}
