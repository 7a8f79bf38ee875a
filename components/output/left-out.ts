import type { Messages } from "@/lib/i18n";
import type { Omitted } from "@/lib/protocol";

/** How much of a text is left out, in words. */
export function leftOutText({ lines, characters }: Omitted, words: Messages): string {
  return lines > 0 ? words.leftOutLines(lines, characters) : words.leftOutCharacters(characters);
}
