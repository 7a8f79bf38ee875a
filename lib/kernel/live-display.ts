import type { MimeBundle } from "../protocol";

/** Milliseconds between two updates of one display: sixty a second. */
const INTERVAL = 1000 / 60;

/** What a live display needs of its surroundings. */
export interface LiveDisplayHost {
  now(): number;
  later(callback: () => void, milliseconds: number): void;
  send(data: MimeBundle): void;
}

/**
 * A display that changes in place, at most sixty times a second. What comes faster is never put into a form: only the
 * newest is, when its time has come.
 */
export class LiveDisplay {
  readonly #host: LiveDisplayHost;
  #newest: (() => MimeBundle) | null = null;
  #sent: number;
  #waiting = false;

  constructor(host: LiveDisplayHost) {
    this.#host = host;
    this.#sent = host.now();
  }

  /** @param form makes the value's forms; called once or never */
  update(form: () => MimeBundle): void {
    this.#newest = form;
    if (this.#host.now() - this.#sent >= INTERVAL) this.flush();
    else if (!this.#waiting) {
      this.#waiting = true;
      this.#host.later(() => {
        this.#waiting = false;
        this.flush();
      }, INTERVAL);
    }
  }

  /** Sends what waits. */
  flush(): void {
    const form = this.#newest;
    if (!form) return;
    this.#newest = null;
    this.#sent = this.#host.now();
    this.#host.send(form());
  }
}
