import type { Message } from "@/lib/protocol";

/** Beats without an answer from the frame after which it is dead. */
export const FRAME_PATIENCE = 10;
/** Beats between a kernel's answer and the next question. */
export const KERNEL_PAUSE = 10;
/** Beats without an answer from a kernel that runs no cell after which it is dead. */
export const KERNEL_PATIENCE = 60;

/** What a beat finds. */
export interface Beat {
  alive: boolean;
  /** The kernel is to be asked, as the frame is at each beat. */
  askKernel: boolean;
  /** Beats for which the run has not let the kernel answer; 0 when none runs. */
  unbroken: number;
  /** Beats for which the run has put out nothing. */
  quiet: number;
}

/**
 * Judges by the answers to a steady beat whether a kernel lives: nothing tells a page that a frame's process died of
 * memory, or that a worker ended. The frame has little to do and answers at once. The kernel may be silent for as long
 * as a cell runs, for the cell may never yield, and how long it has been is told; when none runs, it has to answer in
 * the end.
 *
 * Beats are counted rather than time, since a page that sleeps or stands still does not beat either.
 */
export class Pulse {
  private frameSilence = 0;
  private kernelSilence = 0;
  private running = false;
  private asked = false;
  private unbroken = 0;
  private quiet = 0;

  /** The frame answered. */
  frameAnswered(): void {
    this.frameSilence = 0;
  }

  /** The kernel sent something. */
  heard(message: Message): void {
    this.kernelSilence = 0;
    if (message.type === "pong") {
      this.asked = false;
      this.unbroken = 0;
    } else this.quiet = 0;
    if (message.type !== "status") return;
    this.running = message.state === "busy";
    this.unbroken = 0;
  }

  /** One more beat. */
  beat(): Beat {
    this.frameSilence += 1;
    if (this.running) {
      this.kernelSilence = 0;
      this.unbroken += 1;
      this.quiet += 1;
    } else this.kernelSilence += 1;
    const alive =
      this.frameSilence <= FRAME_PATIENCE && !(this.asked && this.kernelSilence > KERNEL_PATIENCE);
    const askKernel = alive && !this.asked && (this.running || this.kernelSilence >= KERNEL_PAUSE);
    if (askKernel) {
      this.asked = true;
      this.kernelSilence = 0;
    }
    return { alive, askKernel, unbroken: this.unbroken, quiet: this.quiet };
  }
}
