/** What a key does to a text field: `insert` replaces from `start` to `end`; then this is selected. */
export interface TextEdit {
  start: number;
  end: number;
  insert: string;
  selectionStart: number;
  selectionEnd: number;
}

/** One step of indentation, as in the course's own code. */
export const indentUnit = "  ";

const closers: Record<string, string> = { "{": "}", "(": ")", "[": "]" };

const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/**
 * Enter: the new line keeps the indentation of the one it is broken from, one step deeper after an opening bracket;
 * between a pair of brackets the closing one gets a line of its own.
 */
export function breakLine(text: string, start: number, end: number): TextEdit {
  const before = text.slice(lineStart(text, start), start);
  const indent = before.match(/^[ \t]*/)?.[0] ?? "";
  const closer = closers[before.trimEnd().at(-1) ?? ""];
  const deeper = closer ? indent + indentUnit : indent;
  const closes = closer !== undefined && text.slice(end).trimStart().startsWith(closer) && text[end] !== "\n";
  const spaces = closes ? (text.slice(end).match(/^[ \t]*/)?.[0].length ?? 0) : 0;
  const cursor = start + 1 + deeper.length;
  return {
    start,
    end: end + spaces,
    insert: `\n${deeper}${closes ? `\n${indent}` : ""}`,
    selectionStart: cursor,
    selectionEnd: cursor,
  };
}

/** Tab: spaces to the next even column, or every selected line one step deeper. */
export function indent(text: string, start: number, end: number): TextEdit {
  if (!text.slice(start, end).includes("\n")) {
    const column = start - lineStart(text, start);
    const insert = " ".repeat(indentUnit.length - (column % indentUnit.length));
    return { start, end, insert, selectionStart: start + insert.length, selectionEnd: start + insert.length };
  }
  return changeLines(text, start, end, (line) => (line ? indentUnit + line : line));
}

/** Shift+Tab: the line of the cursor, or every selected line, one step less deep. */
export function outdent(text: string, start: number, end: number): TextEdit {
  return changeLines(text, start, end, (line) => line.replace(/^(?: {1,2}|\t)/, ""));
}

/** Changes whole lines; both ends of the selection stay with the characters that they stood at. */
function changeLines(text: string, start: number, end: number, change: (line: string) => string): TextEdit {
  const from = lineStart(text, start);
  // A selection that ends at the very beginning of a line does not mean that line.
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const to = lineEnd(text, last);
  const lines = text.slice(from, to).split("\n");
  const changed = lines.map(change);
  const insert = changed.join("\n");
  const firstGrowth = (changed[0] ?? "").length - (lines[0] ?? "").length;
  const growth = insert.length - (to - from);
  const selectionStart = Math.max(from, start + firstGrowth);
  return {
    start: from,
    end: to,
    insert,
    selectionStart,
    selectionEnd: Math.max(selectionStart, end + growth),
  };
}
