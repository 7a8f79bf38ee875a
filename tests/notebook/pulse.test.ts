import { describe, expect, it } from "vitest";
import { FRAME_PATIENCE, KERNEL_PATIENCE, KERNEL_PAUSE, Pulse } from "@/components/notebook/pulse";
import type { Message } from "@/lib/protocol";

const reply = { parent: "a#1", cell: "a" };
const busy: Message = { ...reply, type: "status", state: "busy" };
const idle: Message = { ...reply, type: "status", state: "idle" };
const pong: Message = { type: "pong", id: "pulse" };

/** Beats with an answer of the frame to each; tells at which the kernel was asked, and at which it was dead. */
function beats(pulse: Pulse, count: number): { asked: number[]; died: number | null } {
  const asked: number[] = [];
  for (let beat = 1; beat <= count; beat++) {
    const { alive, askKernel } = pulse.beat();
    if (!alive) return { asked, died: beat };
    if (askKernel) asked.push(beat);
    pulse.frameAnswered();
  }
  return { asked, died: null };
}

describe("pulse", () => {
  it("misses a frame that answers no more, whatever the kernel does", () => {
    const pulse = new Pulse();
    pulse.heard(busy);
    for (let beat = 0; beat < FRAME_PATIENCE; beat++) expect(pulse.beat().alive).toBe(true);
    expect(pulse.beat().alive).toBe(false);
  });

  it("leaves a kernel alone that runs a cell, for however long", () => {
    const pulse = new Pulse();
    pulse.heard(busy);
    expect(beats(pulse, 100_000)).toEqual({ asked: [1], died: null });
  });

  it("tells for how long a run has not let the kernel answer, and for how long it has said nothing", () => {
    const pulse = new Pulse();
    beats(pulse, 3);
    expect(pulse.beat()).toMatchObject({ unbroken: 0 });
    pulse.heard(busy);
    beats(pulse, 6);
    expect(pulse.beat()).toMatchObject({ unbroken: 7, quiet: 7 });
    pulse.heard({ ...reply, type: "stream", name: "stdout", text: "still here" });
    expect(pulse.beat()).toMatchObject({ unbroken: 8, quiet: 1 });
    pulse.heard(pong);
    expect(pulse.beat()).toMatchObject({ askKernel: true, unbroken: 1, quiet: 2 });
    pulse.heard(idle);
    expect(pulse.beat()).toMatchObject({ unbroken: 0 });
  });

  it("asks an idle kernel now and then, and believes its answers", () => {
    const pulse = new Pulse();
    for (let round = 0; round < 100; round++) {
      const { asked, died } = beats(pulse, KERNEL_PAUSE);
      expect([asked, died]).toEqual([[KERNEL_PAUSE], null]);
      pulse.heard(pong);
    }
  });

  it("gives up an idle kernel that is silent for long", () => {
    const pulse = new Pulse();
    pulse.heard(busy);
    pulse.heard(idle);
    const { asked, died } = beats(pulse, 10_000);
    expect(asked).toEqual([KERNEL_PAUSE]);
    expect(died).toBe(KERNEL_PAUSE + KERNEL_PATIENCE + 1);
  });

  it("takes any message of an idle kernel for a sign of life", () => {
    const pulse = new Pulse();
    beats(pulse, KERNEL_PAUSE);
    for (let round = 0; round < 100; round++) {
      expect(beats(pulse, KERNEL_PATIENCE).died).toBeNull();
      pulse.heard({ ...reply, type: "stream", name: "stdout", text: "a timer prints" });
    }
  });

  it("forgets what it asked when a run begins that keeps the kernel from answering", () => {
    const pulse = new Pulse();
    expect(beats(pulse, KERNEL_PAUSE).asked).toHaveLength(1);
    pulse.heard(busy);
    expect(beats(pulse, 10_000).died).toBeNull();
    pulse.heard(idle);
    expect(beats(pulse, KERNEL_PATIENCE).died).toBeNull();
    pulse.heard(pong);
    expect(beats(pulse, KERNEL_PATIENCE).died).toBeNull();
  });
});
