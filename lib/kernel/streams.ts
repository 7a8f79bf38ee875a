import type { Message, Stream } from "../protocol";
import { slice } from "./primordials";

/** Messages of a run that go out at once; later ones wait for each other. */
const PROMPT_LINES = 50;
/** Milliseconds between two messages after that: a frame. */
const INTERVAL = 16;
/** Characters that wait at most. */
const BATCH = 32_000;
/** Characters of one run that are sent before the rest is only counted. */
export const HEAD = 200_000;
/** Characters kept for the end of what is only counted. */
export const TAIL = 20_000;

/** What stands between the beginning and the end of too long an output. */
const LEFT_OUT = {
  zh: (characters: number) => `\n… 此处省略 ${characters} 个字符 …\n`,
  en: (characters: number) => `\n… ${characters} characters left out …\n`,
};

/** What the streams of a run need of their surroundings. */
export interface StreamsHost {
  post(message: Message): void;
  /** The time in milliseconds, of any origin. */
  now(): number;
  later(callback: () => void, milliseconds: number): void;
}

/** The run whose streams they are, and its reader's language. */
export interface StreamsRun {
  id: string;
  cell: string;
  locale: "zh" | "en";
}

/**
 * Sends what a run prints: at once while it is little, in batches when it is much, and past a limit only its end.
 * The program may print in a loop that never yields, so batches are cut by the clock at each print; the timer is for
 * the program that prints, and then waits.
 */
export class Streams {
  readonly #host: StreamsHost;
  readonly #run: StreamsRun;
  #pending: Stream | null = null;
  #prompt = PROMPT_LINES;
  #room = HEAD;
  #lastFlush = 0;
  #waiting = false;
  #ended = false;
  #tail: Stream = { type: "stream", name: "stdout", text: "" };
  #dropped = 0;

  constructor(host: StreamsHost, run: StreamsRun) {
    this.#host = host;
    this.#run = run;
  }

  write(name: Stream["name"], text: string): void {
    const head = text.length <= this.#room ? text : slice(text, 0, this.#room);
    this.#room -= head.length;
    if (head !== "") this.#append(name, head);
    if (head.length < text.length) this.#keepEnd(name, slice(text, head.length));
  }

  /** Sends what waits. */
  flush(): void {
    if (!this.#pending) return;
    this.#post(this.#pending);
    this.#pending = null;
    this.#lastFlush = this.#host.now();
  }

  /** Sends all that is left when the run has ended. What its timers print later still comes. */
  end(): void {
    this.#ended = true;
    this.flush();
    let { text } = this.#tail;
    if (text === "") return;
    if (this.#dropped > 0) {
      // Half a line says less than none.
      const line = text.indexOf("\n") + 1;
      if (line < text.length) text = slice(text, line);
      text = LEFT_OUT[this.#run.locale](this.#dropped + this.#tail.text.length - text.length) + text;
    }
    this.#post({ ...this.#tail, text });
    this.#tail.text = "";
    this.#dropped = 0;
  }

  #append(name: Stream["name"], text: string): void {
    if (this.#pending && this.#pending.name !== name) this.flush();
    if (this.#pending) this.#pending.text += text;
    else this.#pending = { type: "stream", name, text };
    if (this.#prompt > 0) {
      this.#prompt -= 1;
      this.flush();
    } else if (this.#pending.text.length > BATCH || this.#host.now() - this.#lastFlush > INTERVAL)
      this.flush();
    else this.#wait();
  }

  #keepEnd(name: Stream["name"], text: string): void {
    const end = slice(text, -TAIL);
    this.#dropped += text.length - end.length;
    this.#tail.name = name;
    this.#tail.text += end;
    const excess = this.#tail.text.length - TAIL;
    // Cut now and then, not at every print.
    if (excess > TAIL) {
      this.#dropped += excess;
      this.#tail.text = slice(this.#tail.text, excess);
    }
    if (this.#ended) this.#wait();
  }

  #wait(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#host.later(() => {
      this.#waiting = false;
      if (this.#ended) this.end();
      else this.flush();
    }, INTERVAL);
  }

  #post(stream: Stream): void {
    this.#host.post({ parent: this.#run.id, cell: this.#run.cell, ...stream });
  }
}
