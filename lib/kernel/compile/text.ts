import { type CellErrorCode, CellSyntaxError } from "./errors";

/** A place in a text; line and column count from 1, columns in UTF-16 code units as JavaScript counts them. */
export interface Place {
  line: number;
  column: number;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** The offsets at which the lines of a text begin, lines ending where JavaScript ends them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(LINE_END)) starts.push(end.index + end[0].length);
  return starts;
}

/** A text whose places can be told by offset, and by line and column. */
export class Text {
  readonly #starts: number[];

  constructor(readonly content: string) {
    this.#starts = lineStarts(content);
  }

  get lines(): number {
    return this.#starts.length;
  }

  /** Where an offset stands. */
  place(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a place; places outside of the text give the nearest that is inside. */
  offset(line: number, column: number): number {
    const start = this.#starts[Math.min(Math.max(line, 1), this.lines) - 1] ?? 0;
    return Math.min(Math.max(start + column - 1, 0), this.content.length);
  }
}

const IDENTIFIER = /(?:[\p{ID_Continue}$\u200c\u200d]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\})*/uy;
const TRIVIA = /(?:\s|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/y;
const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** The reader's text of a cell, with the few questions about tokens that a syntax tree leaves open. */
export class CellText extends Text {
  /** Where the word (identifier or keyword) that begins at `start` ends. */
  wordEnd(start: number): number {
    IDENTIFIER.lastIndex = start;
    return start + (IDENTIFIER.exec(this.content)?.[0].length ?? 0);
  }

  /** The first place from `start` on that is neither white space nor comment. */
  skipTrivia(start: number): number {
    TRIVIA.lastIndex = start;
    return start + (TRIVIA.exec(this.content)?.[0].length ?? 0);
  }

  /** The first place from `start` on where `token` stands, with nothing but trivia and `)` before it. */
  find(token: string, start: number): number {
    for (let at = this.skipTrivia(start); at < this.content.length; at = this.skipTrivia(at + 1)) {
      if (this.content.startsWith(token, at)) return at;
      if (this.content[at] !== ")") break;
    }
    throw new Error(`no ${token} at offset ${start}`);
  }

  /** Whether a line ends between two places. */
  breaksLine(start: number, end: number): boolean {
    return LINE_BREAK.test(this.content.slice(start, end));
  }

  /** Refuses the cell because of what stands at an offset. */
  refuse(code: CellErrorCode, offset: number, message: string, details: Record<string, string> = {}): never {
    const { line, column } = this.place(offset);
    throw new CellSyntaxError(code, message, details, line, column);
  }
}
