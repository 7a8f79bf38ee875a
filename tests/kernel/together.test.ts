import { describe, expect, it } from "vitest";
import { together } from "@/lib/kernel/together";
import type { Message } from "@/lib/protocol";

const reply = { parent: "a#1", cell: "a" };
const busy: Message = { ...reply, type: "status", state: "busy" };
const number: Message = { ...reply, type: "execute_input", executionCount: 1 };
const line: Message = { ...reply, type: "stream", name: "stdout", text: "x" };
const end: Message = {
  ...reply,
  type: "execute_reply",
  status: "ok",
  executionCount: 1,
  elapsed: 1,
  declares: [],
  uses: [],
};
const idle: Message = { ...reply, type: "status", state: "idle" };

describe("messages that go together", () => {
  it("are a run's beginning and its number, and its end and the free kernel", () => {
    const sent: unknown[] = [];
    const post = together(
      (value) => sent.push(value),
      (message) => message,
    );
    post(busy);
    expect(sent).toEqual([]);
    post(number);
    expect(sent).toEqual([[busy, number]]);
    post(line);
    post(line);
    expect(sent).toEqual([[busy, number], line, line]);
    post(end);
    post(idle);
    expect(sent).toEqual([[busy, number], line, line, [end, idle]]);
  });

  it("are packed when they are posted, so that what they hold may change behind them", () => {
    const sent: unknown[] = [];
    let packed = 0;
    const post = together(
      (value) => sent.push(value),
      () => {
        packed += 1;
        return packed;
      },
    );
    post(end);
    expect(packed).toBe(1);
    post(idle);
    expect(sent).toEqual([[1, 2]]);
  });
});
