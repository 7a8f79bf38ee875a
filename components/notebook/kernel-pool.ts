import type { Hold } from "@/lib/notebook";
import type { Message, Request } from "@/lib/protocol";
import type { Kernel, KernelEvents, KernelSource } from "./kernel-frame";
import { loadRunning } from "./running-loader";

export interface PoolEvents {
  /** The kernel in use can take requests. */
  onReady(): void;
  onMessage(message: Message): void;
  /** Now and then, while a cell runs in the kernel in use. */
  onHold(hold: Hold): void;
  /** The kernel in use died by itself; the next is on its way. */
  onDeath(): void;
  /** No kernel can be had. */
  onFailure(error: unknown): void;
}

interface Slot {
  kernel: Kernel | null;
  ready: boolean;
  abort: AbortController;
}

/** Milliseconds from the beginning of a run to the start of a spare. */
const SPARE_DELAY = 150;

/**
 * The kernel in use and a spare that is already warm: a program that never yields can only be ended together with its
 * worker, and with a spare the next run need not wait for another to start.
 */
export class KernelPool {
  private current: Slot | null = null;
  private spare: Slot | null = null;
  private spareTimer = 0;

  constructor(
    private readonly source: KernelSource,
    private readonly events: PoolEvents,
  ) {}

  /** Starts the first kernel if there is none. Cheap to call again. */
  warm(): void {
    this.current ??= this.start();
  }

  send(request: Request): void {
    this.current?.kernel?.send(request);
  }

  /**
   * Starts the spare if there is none: called when a run begins, so that readers who only read pay nothing. A little
   * later, so that it does not compete with the run's first output.
   */
  keepSpare(): void {
    if (this.spare || this.spareTimer) return;
    this.spareTimer = window.setTimeout(() => {
      this.spareTimer = 0;
      if (this.current) this.spare ??= this.start();
    }, SPARE_DELAY);
  }

  /** Ends the kernel in use with all that it does, and puts the spare in its place. */
  replace(): void {
    if (this.current) this.discard(this.current);
    this.current = this.spare ?? this.start();
    this.spare = null;
    if (this.current.ready) this.events.onReady();
  }

  dispose(): void {
    window.clearTimeout(this.spareTimer);
    this.spareTimer = 0;
    for (const slot of [this.current, this.spare]) if (slot) this.discard(slot);
    this.current = null;
    this.spare = null;
  }

  private discard(slot: Slot): void {
    slot.abort.abort();
    slot.kernel?.dispose();
  }

  private start(): Slot {
    const slot: Slot = { kernel: null, ready: false, abort: new AbortController() };
    const { signal } = slot.abort;
    const events: KernelEvents = {
      onReady: () => {
        slot.ready = true;
        if (slot === this.current && slot.kernel) this.events.onReady();
      },
      onMessage: (message) => slot === this.current && this.events.onMessage(message),
      onHold: (hold) => slot === this.current && this.events.onHold(hold),
      onDeath: () => {
        if (slot === this.spare) this.spare = null;
        else if (slot === this.current && slot.ready) {
          // The spare may have shared its process, and be dead without anybody's knowing yet.
          if (this.spare) this.discard(this.spare);
          this.spare = null;
          this.events.onDeath();
          this.replace();
        } else if (slot === this.current) {
          // It never lived: another would fare no better.
          this.current = null;
          this.events.onFailure(new Error("The kernel ended before it was ready."));
        }
      },
    };
    // The kernel's text comes meanwhile; where that fails, the start asks again, and says so.
    this.source.loadKernel().catch(() => undefined);
    loadRunning()
      .then(({ startKernel }) => {
        signal.throwIfAborted();
        return startKernel(this.source, events, signal);
      })
      .then(
        (kernel) => {
          slot.kernel = kernel;
          if (signal.aborted) kernel.dispose();
          else if (slot.ready && slot === this.current) this.events.onReady();
        },
        (error: unknown) => {
          if (signal.aborted) return;
          if (slot === this.spare) this.spare = null;
          else if (slot === this.current) {
            this.current = null;
            this.events.onFailure(error);
          }
        },
      );
    return slot;
  }
}
