import type { Message } from "@/lib/protocol";

/** Beats without an answer from the frame after which it is dead. */
export const FRAME_PATIENCE = 10;
/** Beats between a kernel's answer and the next question. */
export const KERNEL_PAUSE = 10;
/** Beats without an answer from a kernel that runs no cell after which it is dead. */
export const KERNEL_PATIENCE = 60;

/**
 * Judges by the answers to a steady beat whether a kernel lives: nothing tells a page that a frame's process died of
 * memory, or that a worker ended. The frame has little to do and answers at once. The kernel may be silent for as long
 * as a cell runs, for the cell may never yield; when none runs, it has to answer in the end.
 *
 * Beats are counted rather than time, since a page that sleeps or stands still does not beat either.
 */
export class Pulse {
  private frameSilence = 0;
  private kernelSilence = 0;
  private running = false;
  private asked = false;

  /** The frame answered. */
  frameAnswered(): void {
    this.frameSilence = 0;
  }

  /** The kernel sent something. */
  heard(message: Message): void {
    this.kernelSilence = 0;
    if (message.type === "pong") this.asked = false;
    if (message.type === "status") this.running = message.state === "busy";
  }

  /** One more beat. The frame is to be asked at each; `askKernel` says whether the kernel is too. */
  beat(): { alive: boolean; askKernel: boolean } {
    this.frameSilence += 1;
    if (this.running) this.kernelSilence = 0;
    else this.kernelSilence += 1;
    const alive =
      this.frameSilence <= FRAME_PATIENCE && !(this.asked && this.kernelSilence > KERNEL_PATIENCE);
    const askKernel = alive && !this.asked && !this.running && this.kernelSilence >= KERNEL_PAUSE;
    if (askKernel) {
      this.asked = true;
      this.kernelSilence = 0;
    }
    return { alive, askKernel };
  }
}
