import type { Messages } from "@/lib/i18n";
import type { ErrorOutput } from "@/lib/protocol";

/** What was wrong with an input that a cell asked for, in the reader's language; null for any other error. */
export function inputHint(words: Messages, { code, details = {} }: ErrorOutput): string | null {
  const { input = "", option = "", value = "", expected = "", known = "", key = "", limit = "" } = details;
  switch (code) {
    case "unknown-input-option":
      return words.errorInputUnknown(input, option, known);
    case "input-option":
      return words.errorInputOption(input, option, value, expected);
    case "input-value":
      return words.errorInputValue(input, value, expected);
    case "input-key-twice":
      return words.errorInputKey(key);
    case "too-many-inputs":
      return words.errorInputCount(limit);
    default:
      return null;
  }
}
