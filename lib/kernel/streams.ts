import type { Message, Stream } from "../protocol";
import { now } from "./primordials";

/** Messages of a run that go out at once; later ones wait for each other. */
const PROMPT_LINES = 50;
/** Milliseconds between two messages after that: a frame. */
const INTERVAL = 16;
/** Characters that wait at most. */
const BATCH = 32_000;
/** Characters of one run that are sent before the rest is only counted. */
const LIMIT = 400_000;
/** Characters kept for the end of what is only counted. */
const TAIL = 20_000;

/**
 * Sends what a run prints: at once while it is little, in batches when it is much, and past a limit only its end.
 * The program may print in a loop that never yields, so batches are cut by the clock at each print, not by a timer.
 */
export class Streams {
  private pending: Stream | null = null;
  private prompt = PROMPT_LINES;
  private sent = 0;
  private lastFlush = 0;
  private tail = "";
  private dropped = 0;

  constructor(
    private readonly post: (message: Message) => void,
    private readonly parent: string,
    private readonly cell: string,
  ) {}

  write(name: Stream["name"], text: string): void {
    if (this.sent >= LIMIT) {
      this.tail += text;
      if (this.tail.length > 2 * TAIL) {
        this.dropped += this.tail.length - TAIL;
        this.tail = this.tail.slice(-TAIL);
      }
      return;
    }
    if (this.pending && this.pending.name !== name) this.flush();
    if (this.pending) this.pending.text += text;
    else this.pending = { type: "stream", name, text };
    this.sent += text.length;
    if (this.prompt > 0) {
      this.prompt -= 1;
      this.flush();
    } else if (this.pending.text.length > BATCH || now() - this.lastFlush > INTERVAL) this.flush();
  }

  /** Sends what waits. */
  flush(): void {
    if (!this.pending) return;
    this.post({ parent: this.parent, cell: this.cell, ...this.pending });
    this.pending = null;
    this.lastFlush = now();
  }

  /** Sends all that is left when the run has ended. */
  end(): void {
    this.flush();
    if (this.tail === "") return;
    const note = this.dropped > 0 ? `\n… ${this.dropped} characters left out …\n` : "";
    this.pending = { type: "stream", name: "stdout", text: note + this.tail };
    this.tail = "";
    this.dropped = 0;
    this.flush();
  }
}
