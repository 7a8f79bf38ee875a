import type { ErrorOutput, MimeBundle } from "../protocol";
import { slice } from "./primordials";

/** Characters of one value's text. */
const MAX_VALUE = 100_000;
/** Characters of an error's message. */
const MAX_MESSAGE = 10_000;
/** Characters of an error's name, and of each of its details. */
const MAX_WORD = 1_000;
const MAX_DETAILS = 20;

/** The text, or its beginning. */
export function bounded(text: string, limit: number): string {
  return text.length <= limit ? text : `${slice(text, 0, limit)}…`;
}

/** A value's forms, its text no longer than anybody reads. */
export function boundedBundle(bundle: MimeBundle): MimeBundle {
  return { ...bundle, "text/plain": bounded(bundle["text/plain"], MAX_VALUE) };
}

/** An error, its texts no longer than anybody reads. */
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
