import { cleanTree, MAX_TEXT } from "../plot";
import type { ErrorOutput, MimeBundle, PlotData } from "../protocol";

/**
 * No message may weigh so much that the page stands still while it is unpacked, however odd the value behind it. What
 * a run puts out in all is counted on the page.
 */

/** Characters of one value's text. */
const MAX_VALUE = 100_000;
/** Characters of an error's message. */
const MAX_MESSAGE = 10_000;
/** Characters of an error's name, and of each of its details. */
const MAX_WORD = 1_000;
const MAX_DETAILS = 20;

/** The text, or its beginning. */
export function bounded(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

/** A value's forms at no more than their proper size. */
export function boundedBundle(bundle: MimeBundle): MimeBundle {
  return { ...bundle, "text/plain": bounded(bundle["text/plain"], MAX_VALUE) };
}

/** A plot at no more than its proper size; undefined if what the program made of it is no picture. */
export function boundedPlot({ tree, description }: PlotData): PlotData | undefined {
  // The page cleans it once more: it trusts no kernel.
  const clean = cleanTree(tree);
  return clean ? { tree: clean, description: bounded(String(description), MAX_TEXT) } : undefined;
}

/** An error at no more than its proper size. */
export function boundedError(error: ErrorOutput): ErrorOutput {
  const { name, message, details } = error;
  return {
    ...error,
    name: bounded(name, MAX_WORD),
    message: bounded(message, MAX_MESSAGE),
    ...(details && {
      details: Object.fromEntries(
        Object.entries(details)
          .slice(0, MAX_DETAILS)
          .map(([key, value]) => [bounded(key, MAX_WORD), bounded(value, MAX_WORD)]),
      ),
    }),
  };
}
