/** A place in a chapter's file. Line and column count from 1, columns in UTF-16 units, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Where a part of the text stands that was found at `index` in `value`, a string the parser took out of the file
 * from `start` on. The parser may have removed indentation, so each line of `value` is looked up in its own line of
 * the file; where that fails (an escaped character, say), the answer is `start`.
 */
export function placeInside(lines: readonly string[], start: Place, value: string, index: number): Place {
  const before = value.slice(0, index).split("\n");
  const row = before.length - 1;
  const line = value.split("\n")[row] ?? "";
  const from = row === 0 ? start.column - 1 : 0;
  const found = lines[start.line - 1 + row]?.indexOf(line, from) ?? -1;
  if (found < 0) return start;
  return { line: start.line + row, column: found + (before[row]?.length ?? 0) + 1 };
}

/** The place of the character at `offset` of a whole file. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
