import type { Messages } from "@/lib/i18n";

/** How much of a long output is not shown. */
export function gapText(
  words: Messages,
  { lines, characters }: { lines: number; characters: number },
): string {
  return lines > 0 ? words.leftOutLines(lines, characters) : words.leftOutCharacters(characters);
}
