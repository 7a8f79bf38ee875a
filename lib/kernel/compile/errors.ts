/** What can be wrong with a cell before it runs. The words are stable: the page translates them. */
export type CellErrorCode =
  | "syntax"
  | "unexpected-token"
  | "unexpected-end"
  | "unexpected-character"
  | "full-width-character"
  | "unterminated"
  | "invalid-regular-expression"
  | "invalid-number"
  | "invalid-escape"
  | "already-declared"
  | "reserved-word"
  | "invalid-assignment"
  | "assign-to-const"
  | "await-outside-async"
  | "return-outside-function"
  | "break-outside-loop"
  | "arguments-outside-function"
  | "undeclared-private-name"
  | "undeclared-export"
  | "missing-body"
  | "missing-super"
  | "missing-enum-value"
  | "unknown-module"
  | "unknown-export"
  | "unsupported-syntax"
  | "unsupported-export";

/** A cell that cannot be run as it stands. Line and column are the reader's, counted from 1. */
export class CellSyntaxError extends SyntaxError {
  override readonly name = "SyntaxError";

  constructor(
    readonly code: CellErrorCode,
    message: string,
    /** What a translation of the message needs, for example the name at fault. */
    readonly details: Record<string, string>,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}
