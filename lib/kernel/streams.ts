import type { Message, Stream } from "../protocol";
import type { Archive, ArchivedText } from "./archive";
import { indexOf, lastIndexOf, slice } from "./primordials";

/** Messages of a run that go out at once; later ones wait for each other. */
const PROMPT_LINES = 50;
/** Milliseconds between two messages after that: a frame. */
const INTERVAL = 16;
/** Characters that wait at most. */
const BATCH = 32_000;
/** Characters and lines of one run that are sent before the rest is only counted. */
export const HEAD = 200_000;
export const HEAD_LINES = 1_000;
/** Characters and lines that are sent of the end of what is only counted. */
export const TAIL = 20_000;
export const TAIL_LINES = 300;
/** Milliseconds between two looks at the end while the program runs. */
const TAIL_INTERVAL = 100;

/** What the streams of a run need of their surroundings. */
export interface StreamsHost {
  post(message: Message): void;
  /** The time in milliseconds, of any origin. */
  now(): number;
  later(callback: () => void, milliseconds: number): void;
  /** Where what the page is not sent is kept. */
  archive: Archive;
}

/** The run whose streams they are. */
export interface StreamsRun {
  id: string;
  cell: string;
}

/**
 * Sends what a run prints: at once while it is little, in batches when it is much, and past a limit only its end, while
 * the whole goes into the archive.
 * The program may print in a loop that never yields, so batches are cut by the clock at each print; the timer is for
 * the program that prints, and then waits.
 */
export class Streams {
  readonly #host: StreamsHost;
  readonly #run: StreamsRun;
  #pending: Stream | null = null;
  #prompt = PROMPT_LINES;
  #room = HEAD;
  #lines = HEAD_LINES;
  #lastFlush = 0;
  #waiting = false;
  #tail: Stream = { type: "stream", name: "stdout", text: "" };
  /** What came after the beginning, in all. */
  #rest: ArchivedText | null = null;
  #restLength = 0;
  #restLines = 0;
  #tailChanged = false;
  #lastTail = 0;

  constructor(host: StreamsHost, run: StreamsRun) {
    this.#host = host;
    this.#run = run;
  }

  write(name: Stream["name"], text: string): void {
    const head = this.#rest ? 0 : this.#headOf(text);
    if (head > 0) this.#append(name, slice(text, 0, head));
    if (head < text.length) this.#keepEnd(name, slice(text, head));
  }

  /** Sends what waits. */
  flush(): void {
    this.#flushHead();
    if (this.#tailChanged) this.#postTail();
  }

  /** All that follows the beginning that was sent, as far as it is kept. */
  rest(): { text: string; missing: number } {
    return { text: this.#rest?.text ?? "", missing: this.#rest?.missing ?? 0 };
  }

  /** Nobody will ask for the rest any more. */
  close(): void {
    if (this.#rest) this.#host.archive.close(this.#rest);
  }

  /** What was printed is no longer to be seen: the next print is a beginning. */
  restart(): void {
    this.#pending = null;
    this.#room = HEAD;
    this.#lines = HEAD_LINES;
    this.close();
    this.#rest = null;
    this.#restLength = 0;
    this.#restLines = 0;
    this.#tail.text = "";
    this.#tailChanged = false;
  }

  /** How much of a text still belongs to the beginning. */
  #headOf(text: string): number {
    const most = text.length < this.#room ? text.length : this.#room;
    let end = 0;
    while (end < most && this.#lines > 0) {
      const line = indexOf(text, "\n", end) + 1;
      const next = line > 0 && line <= most ? line : most;
      if (next === line) this.#lines -= 1;
      end = next;
    }
    this.#room -= end;
    return end;
  }

  #flushHead(): void {
    if (!this.#pending) return;
    this.#post(this.#pending);
    this.#pending = null;
    this.#lastFlush = this.#host.now();
  }

  #append(name: Stream["name"], text: string): void {
    if (this.#pending && this.#pending.name !== name) this.#flushHead();
    if (this.#pending) this.#pending.text += text;
    else this.#pending = { type: "stream", name, text };
    if (this.#prompt > 0) {
      this.#prompt -= 1;
      this.#flushHead();
    } else if (this.#pending.text.length > BATCH || this.#host.now() - this.#lastFlush > INTERVAL)
      this.#flushHead();
    else this.#wait(INTERVAL);
  }

  #keepEnd(name: Stream["name"], text: string): void {
    this.#flushHead();
    this.#rest ??= this.#host.archive.open();
    this.#rest.write(text);
    this.#restLength += text.length;
    this.#restLines += linesOf(text);
    this.#tail.name = name;
    this.#tail.text += slice(text, -TAIL);
    this.#tailChanged = true;
    // Cut now and then, not at every print.
    if (this.#tail.text.length > 2 * TAIL) this.#tail.text = slice(this.#tail.text, -TAIL);
    if (this.#host.now() - this.#lastTail > TAIL_INTERVAL) this.#postTail();
    else this.#wait(TAIL_INTERVAL);
  }

  #postTail(): void {
    this.#lastTail = this.#host.now();
    this.#tailChanged = false;
    const text = endOf(this.#tail.text, this.#restLength);
    const characters = this.#restLength - text.length;
    const lines = this.#restLines - linesOf(text);
    this.#post({ ...this.#tail, text, omitted: { lines, characters } });
  }

  #wait(milliseconds: number): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#host.later(() => {
      this.#waiting = false;
      this.flush();
    }, milliseconds);
  }

  #post(stream: Stream): void {
    this.#host.post({ parent: this.#run.id, cell: this.#run.cell, ...stream });
  }
}

/** How many line ends a text has. */
function linesOf(text: string): number {
  let lines = 0;
  for (let at = indexOf(text, "\n", 0); at >= 0; at = indexOf(text, "\n", at + 1)) lines += 1;
  return lines;
}

/** The last lines of a text of which `kept` are the last characters. Half a line says less than none. */
function endOf(kept: string, length: number): string {
  let text = slice(kept, -TAIL);
  if (text.length < length) {
    const line = indexOf(text, "\n", 0) + 1;
    if (line < text.length) text = slice(text, line);
  }
  let start = text.length;
  for (let lines = 0; lines <= TAIL_LINES && start > 0; lines++) start = lastIndexOf(text, "\n", start - 1);
  return start > 0 ? slice(text, start + 1) : text;
}
