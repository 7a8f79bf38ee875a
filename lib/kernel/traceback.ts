/** A call on the way to an error, in a module that the kernel made. */
export interface ModuleFrame {
  url: string;
  line: number;
  column: number;
  /** The function's name; empty at the top of a cell. */
  name: string;
}

// Chromium writes "at name (url:line:column)", Firefox and WebKit "name@url:line:column".
const FRAME =
  /^\s*(?:at\s+)?(?:(?<v8>.*?)\s+\(|(?<gecko>[^@]*)@)?(?<url>(?:blob|file|data|https?):[^\s)]+):(?<line>\d+):(?<column>\d+)\)?$/;
/** No frame is that long; a message may be. */
const LONGEST_LINE = 1_000;
const LONGEST = 20;

/**
 * Lets stacks be deep enough. Chromium keeps ten calls unless it is told otherwise, and an error that comes from deep
 * inside a library would not say where the reader's program called it.
 */
export function keepDeepStacks(): void {
  Object.assign(Error, { stackTraceLimit: 100 });
}

/** The frames of a stack that lie in modules of cells, innermost first, twenty at most. */
export function traceback(stack: string, isCell: (url: string) => boolean): ModuleFrame[] {
  const frames: ModuleFrame[] = [];
  for (const text of stack.split("\n")) {
    const match = text.length <= LONGEST_LINE ? FRAME.exec(text)?.groups : undefined;
    if (!match?.url || !isCell(match.url)) continue;
    frames.push({
      url: match.url,
      line: Number(match.line),
      column: Number(match.column),
      name: functionName(match.v8 ?? match.gecko ?? ""),
    });
    if (frames.length === LONGEST) break;
  }
  return frames;
}

/** Names that engines give to the cell's own top level. */
const TOP_LEVEL = new Set(["default", "anonymous", "<anonymous>", "module code"]);

/**
 * The name as the reader wrote it, and empty for the cell's own top level. Chromium puts `async` before it, Firefox what
 * called back (`async*`, `setTimeout handler*`); for a function without a name, Firefox writes that around it and `/<`.
 */
function functionName(raw: string): string {
  const name = raw
    .replace(/^(?:async\s+|.*\*)/, "")
    .replace(/^(?:Module|Object)\./, "")
    .replace(/(?:\/<)+$/, "");
  return TOP_LEVEL.has(name) ? "" : name;
}
