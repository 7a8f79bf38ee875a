import type { DrawnMarkdown, MarkdownLinks, MarkdownReply, MarkdownRequest } from "@/lib/content/markdown";

/** A worker, as far as it is used here. */
export interface MarkdownWorker {
  send(request: MarkdownRequest): void;
  end(): void;
}

export interface MarkdownWorkerEvents {
  onReply(reply: MarkdownReply): void;
  /** Its script cannot be had, or has failed. */
  onError(error: unknown): void;
}

/** Characters of a text, at most. */
export const MAX_CHARACTERS = 200_000;
/** Milliseconds that the worker has for a text. */
export const PATIENCE = 1500;

interface Job extends MarkdownRequest {
  signal: AbortSignal;
  resolve(drawn: DrawnMarkdown | null): void;
  reject(reason: unknown): void;
}

/**
 * Has Markdown made into elements by a worker, one text after the other. A text that takes too long is given up together
 * with the worker, and the next one gets a new worker.
 */
export class MarkdownService {
  private worker: MarkdownWorker | null = null;
  private ready = false;
  private readonly waiting: Job[] = [];
  private current: Job | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param open starts a worker */
  constructor(private readonly open: (events: MarkdownWorkerEvents) => MarkdownWorker) {}

  /**
   * @param signal aborted when nobody wants it any more
   * @returns null for a text that is too much to be drawn; rejects where there is no worker to be had
   */
  render(text: string, links: MarkdownLinks, signal: AbortSignal): Promise<DrawnMarkdown | null> {
    if (text.length > MAX_CHARACTERS) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.waiting.push({ text, links, signal, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    while (this.current === null && this.waiting.length > 0) {
      const job = this.waiting.shift();
      if (!job) return;
      if (job.signal.aborted) job.reject(job.signal.reason);
      else {
        this.current = job;
        this.begin(job);
      }
    }
  }

  private begin(job: Job): void {
    try {
      this.worker ??= this.start();
    } catch (error) {
      this.end((given) => given.reject(error));
      return;
    }
    this.worker.send({ text: job.text, links: job.links });
    // Until its script has come the worker is not late.
    if (this.ready) this.watch();
  }

  private start(): MarkdownWorker {
    return this.open({
      onReply: (reply) => {
        if (reply === "ready") {
          this.ready = true;
          if (this.current) this.watch();
        } else this.end((job) => job.resolve(reply.drawn));
      },
      onError: (error) => {
        this.drop();
        this.end((job) => job.reject(error));
      },
    });
  }

  private watch(): void {
    this.timer = setTimeout(() => {
      this.drop();
      this.end((job) => job.resolve(null));
    }, PATIENCE);
  }

  private drop(): void {
    this.worker?.end();
    this.worker = null;
    this.ready = false;
  }

  private end(tell: (job: Job) => void): void {
    clearTimeout(this.timer);
    const job = this.current;
    this.current = null;
    if (job) tell(job);
    this.next();
  }
}
