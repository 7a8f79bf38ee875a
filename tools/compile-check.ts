import { type TransformFailure, transform } from "esbuild";

/** The names that a check may use without more ado: those of `CheckTools`. */
export const TOOLS = ["call", "probe", "near", "when", "equal", "slope", "sigmoid", "random"];

/** What stands before the check on its first line. */
const BEGINNING = `export default async ({ ${TOOLS.join(", ")} }) => {`;

/** A check that is no TypeScript. Line and column count from 1, in the check's own text. */
export class CheckError extends Error {
  override name = "CheckError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/**
 * A check's TypeScript as the text of a module whose default export is a `Check`.
 *
 * @throws CheckError
 */
export async function compileCheck(check: string): Promise<string> {
  try {
    const { code } = await transform(`${BEGINNING}${check}\n};`, {
      loader: "ts",
      format: "esm",
      target: "es2022",
      logLevel: "silent",
    });
    return code;
  } catch (error) {
    const [first] = (error as Partial<TransformFailure>).errors ?? [];
    if (!first) throw error;
    const { line = 1, column = 0, lineText = "" } = first.location ?? {};
    // Its columns count bytes.
    const before = Buffer.from(lineText).subarray(0, column).toString().length;
    throw new CheckError(first.text, line, before + 1 - (line === 1 ? BEGINNING.length : 0));
  }
}
