import type { TraceFrame } from "../protocol";

/** Finds the reader's place for a place in a module that the kernel made; null for anything else. */
export type Locate = (
  url: string,
  line: number,
  column: number,
) => { cell: string; line: number; column: number } | null;

// Chromium writes "at name (url:line:column)", Firefox and WebKit "name@url:line:column".
const FRAME =
  /^\s*(?:at\s+)?(?:(?<v8>.*?)\s+\(|(?<gecko>[^@\s]*)@)?(?<url>(?:blob|file|data|https?):[^\s)]+):(?<line>\d+):(?<column>\d+)\)?$/;
const LONGEST = 20;

/** The frames of a stack that lie in the reader's cells, innermost first. */
export function traceback(stack: string, locate: Locate): TraceFrame[] {
  const frames: TraceFrame[] = [];
  for (const text of stack.split("\n")) {
    const match = FRAME.exec(text)?.groups;
    if (!match?.url) continue;
    const place = locate(match.url, Number(match.line), Number(match.column));
    if (!place) continue;
    frames.push({ name: functionName(match.v8 ?? match.gecko ?? ""), ...place });
    if (frames.length === LONGEST) break;
  }
  return frames;
}

/** The name as the reader wrote it: without `async`, and empty for the cell's own top level. */
function functionName(raw: string): string {
  const name = raw.replace(/^async\s+/, "").replace(/^Module\./, "");
  return name === "default" || name === "anonymous" || name === "<anonymous>" ? "" : name;
}
