import { describe, expect, it } from "vitest";
import { INTERVAL, Inbox, PROMPT } from "@/components/notebook/inbox";
import type { LivePoints, Message } from "@/lib/protocol";

/** An inbox whose clock the test moves by hand. */
function inbox() {
  const delivered: Message[] = [];
  const timers: (() => void)[] = [];
  const clock = { time: 0 };
  const box = new Inbox({
    now: () => clock.time,
    nextFrame: (callback) => void timers.push(callback),
    deliver: (message) => void delivered.push(message),
  });
  const nextFrame = () => {
    clock.time += INTERVAL;
    for (const timer of timers.splice(0)) timer();
  };
  return { box, delivered, nextFrame };
}

const reply = { parent: "a#1", cell: "a" };
const line = (text: string): Message => ({ ...reply, type: "stream", name: "stdout", text });
const point = (series: string, x: number): LivePoints => ({
  ...reply,
  type: "live_points",
  displayId: "d",
  series,
  x: Float64Array.of(x),
  y: Float64Array.of(-x),
});

describe("inbox", () => {
  it("hands on a short run's messages at once", () => {
    const { box, delivered } = inbox();
    for (let i = 0; i < PROMPT; i++) {
      box.put(line(String(i)));
      expect(delivered).toHaveLength(i + 1);
    }
  });

  it("hands on a flood once a frame, in order, with nothing lost", () => {
    const { box, delivered, nextFrame } = inbox();
    const sent = Array.from({ length: 1000 }, (_, i) => line(String(i)));
    for (const message of sent) box.put(message);
    expect(delivered).toHaveLength(PROMPT);
    nextFrame();
    expect(delivered).toEqual(sent);
  });

  it("never lets a later message pass an earlier one", () => {
    const { box, delivered, nextFrame } = inbox();
    for (let i = 0; i <= PROMPT; i++) box.put(line(String(i)));
    nextFrame();
    const rest = Array.from({ length: 3 * PROMPT }, (_, i) => line(`again ${i}`));
    for (const message of rest) box.put(message);
    nextFrame();
    expect(delivered.slice(-rest.length)).toEqual(rest);
  });

  it("keeps points for the frame, and what comes after them behind them", () => {
    const { box, delivered, nextFrame } = inbox();
    box.put(line("before"));
    box.put(point("a", 1));
    box.put(line("after"));
    expect(delivered).toEqual([line("before")]);
    nextFrame();
    expect(delivered).toEqual([line("before"), point("a", 1), line("after")]);
  });

  it("joins the points of each curve that wait, and leaves other messages where they stood", () => {
    const { box, delivered, nextFrame } = inbox();
    for (const [series, x] of [
      ["a", 1],
      ["b", 2],
      ["a", 3],
      ["b", 4],
    ] as const)
      box.put(point(series, x));
    box.put(line("between"));
    box.put(point("a", 5));
    nextFrame();
    const points = (series: string, ...xs: number[]): LivePoints => ({
      ...point(series, 0),
      x: Float64Array.from(xs),
      y: Float64Array.from(xs, (x) => -x),
    });
    expect(delivered).toEqual([points("a", 1, 3), points("b", 2, 4), line("between"), points("a", 5)]);
  });
});
