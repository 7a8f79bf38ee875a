import type { MimeBundle, ProgressData } from "../protocol";

/** How a loop's progress is shown. */
export interface ProgressOptions {
  /** What the loop does, in front of the bar. */
  label?: string;
  /** How many there will be, where the iterable does not know it itself. */
  total?: number;
}

/** A bar in a cell's output. */
export interface Bar {
  show(data: ProgressData): void;
  /** Nothing more will be shown in it. */
  end(): void;
}

export interface ProgressHost {
  now(): number;
  /** Begins a bar. */
  open(data: ProgressData): Bar;
}

/** A loop cannot be made of what was given. */
export class ProgressError extends TypeError {
  override readonly name = "TypeError";
  readonly code = "progress-source";
  readonly details: { given: string };
  constructor(given: string) {
    super(`progress needs a count, an array or something else to loop over, not ${given}`);
    this.details = { given };
  }
}

/**
 * Goes through `source` and shows how far it has come: `for (const x of progress(xs))`, or `for await` where the
 * source is asynchronous. Nothing is shown before the loop begins.
 *
 * @param source a number n stands for 0, 1, …, n − 1
 * @throws ProgressError `progress-source`
 */
export function progress(host: ProgressHost, source: unknown, options: ProgressOptions = {}): object {
  const total = wholeOf(options?.total) ?? sizeOf(source);
  const label = options?.label === undefined ? undefined : String(options.label);
  const count = () => new Count(host, total, label);
  if (typeof source === "number") {
    if (!Number.isSafeInteger(source) || source < 0) throw new ProgressError(String(source));
    return looping(() => through(range(source), count()));
  }
  if (has(source, Symbol.iterator)) return looping(() => through(source as Iterable<unknown>, count()));
  if (has(source, Symbol.asyncIterator))
    return { [Symbol.asyncIterator]: () => throughAsync(source as AsyncIterable<unknown>, count()) };
  throw new ProgressError(source === null ? "null" : `a value of type ${typeof source}`);
}

function looping(begin: () => Iterator<unknown>): Iterable<unknown> {
  return { [Symbol.iterator]: begin };
}

function* range(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}

function* through(source: Iterable<unknown>, count: Count): Generator<unknown> {
  count.begin();
  try {
    for (const item of source) {
      yield item;
      count.step();
    }
    count.end("done");
  } finally {
    count.end("stopped");
  }
}

async function* throughAsync(source: AsyncIterable<unknown>, count: Count): AsyncGenerator<unknown> {
  count.begin();
  try {
    for await (const item of source) {
      yield item;
      count.step();
    }
    count.end("done");
  } finally {
    count.end("stopped");
  }
}

/** How far one loop has come, and its bar. */
class Count {
  readonly #host: ProgressHost;
  readonly #total: number | undefined;
  readonly #label: string | undefined;
  #done = 0;
  #began = 0;
  #bar: Bar | null = null;

  constructor(host: ProgressHost, total: number | undefined, label: string | undefined) {
    this.#host = host;
    this.#total = total;
    this.#label = label;
  }

  begin(): void {
    this.#began = this.#host.now();
    this.#bar = this.#host.open(this.#data("running"));
  }

  step(): void {
    this.#done += 1;
    this.#bar?.show(this.#data("running"));
  }

  /** The first end is the one that counts. */
  end(state: "done" | "stopped"): void {
    this.#bar?.show(this.#data(state));
    this.#bar?.end();
    this.#bar = null;
  }

  #data(state: ProgressData["state"]): ProgressData {
    const elapsed = this.#host.now() - this.#began;
    const data: ProgressData = { done: this.#done, elapsed, state };
    if (this.#total !== undefined) data.total = this.#total;
    if (this.#label !== undefined) data.label = this.#label;
    return data;
  }
}

function has(value: unknown, name: symbol): boolean {
  if (typeof value === "string") return name === Symbol.iterator;
  return typeof value === "object" && value !== null && typeof Reflect.get(value, name) === "function";
}

/** How many items something has, if it says so without being gone through. */
function sizeOf(source: unknown): number | undefined {
  if (typeof source === "number") return source;
  if (typeof source === "string") return undefined;
  if (typeof source !== "object" || source === null) return undefined;
  const { length, size } = source as { length?: unknown; size?: unknown };
  return wholeOf(length) ?? wholeOf(size);
}

function wholeOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Characters of the bar in plain text. */
const WIDTH = 20;

/** A bar as an output: for the page as numbers, and as a line of text. */
export function progressBundle(data: ProgressData): MimeBundle {
  return { "text/plain": progressText(data), "application/vnd.gradbook.progress+json": data };
}

function progressText({ done, total, label, elapsed }: ProgressData): string {
  const share = total ? Math.min(1, done / total) : 0;
  const filled = Math.round(share * WIDTH);
  const bar = total ? `${Math.floor(share * 100)}% ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ` : "";
  const rate = elapsed > 0 ? `, ${((done / elapsed) * 1000).toPrecision(3)}/s` : "";
  const count = total === undefined ? String(done) : `${done}/${total}`;
  return `${label ? `${label}: ` : ""}${bar}${count} (${(elapsed / 1000).toFixed(1)} s${rate})`;
}
