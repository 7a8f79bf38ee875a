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
  /^\s*(?:at\s+)?(?:(?<v8>.*?)\s+\(|(?<gecko>[^@\s]*)@)?(?<url>(?:blob|file|data|https?):[^\s)]+):(?<line>\d+):(?<column>\d+)\)?$/;
const LONGEST = 20;

/** The frames of a stack that lie in modules of cells, innermost first, twenty at most. */
export function traceback(stack: string, isCell: (url: string) => boolean): ModuleFrame[] {
  const frames: ModuleFrame[] = [];
  for (const text of stack.split("\n")) {
    const match = FRAME.exec(text)?.groups;
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

/** The name as the reader wrote it: without `async`, and empty for the cell's own top level. */
function functionName(raw: string): string {
  const name = raw.replace(/^async\s+/, "").replace(/^(?:Module|Object)\./, "");
  return name === "default" || name === "anonymous" || name === "<anonymous>" ? "" : name;
}
