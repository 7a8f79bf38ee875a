import { describe, expect, it } from "vitest";
import { MESSAGES, paced } from "@/lib/kernel/pace";
import { MAX_CHARACTERS, MAX_VALUES, pack } from "@/lib/kernel/pack";
import type { Message } from "@/lib/protocol";

const reply = { parent: "a#1", cell: "a" };
const hostile = (message: unknown) => message as Message;
const tooLarge = expect.objectContaining({ name: "RangeError", code: "output-too-large" });

/** What the page gets. */
const arrives = (message: Message): unknown => structuredClone(pack(message));

describe("pack", () => {
  it("leaves proper messages as they are", () => {
    const messages: Message[] = [
      { ...reply, type: "stream", name: "stdout", text: "x\n" },
      {
        ...reply,
        type: "live_points",
        displayId: "d",
        series: "",
        x: Float64Array.of(1, 2),
        y: Float64Array.of(3, Number.NaN),
      },
      {
        ...reply,
        type: "error",
        name: "E",
        message: "m",
        details: { a: "b" },
        traceback: [{ cell: "a", name: "", line: 1, column: 2 }],
      },
      {
        ...reply,
        type: "display_data",
        data: {
          "text/plain": "p",
          "application/vnd.gradbook.plot+json": {
            tree: { tag: "svg", attributes: { width: "1" }, children: ["x"] },
            description: "",
          },
        },
      },
    ];
    for (const message of messages) expect(arrives(message)).toEqual(message);
  });

  it("takes only plain data, so that every message can be posted", () => {
    class Odd {
      value = 1;
    }
    const message = hostile({
      ...reply,
      type: "display_data",
      data: {
        f: () => 1,
        symbol: Symbol("s"),
        big: 1n,
        odd: new Odd(),
        map: new Map([[1, 2]]),
        bytes: new Uint8Array(2),
      },
    });
    expect(arrives(message)).toEqual({
      ...reply,
      type: "display_data",
      data: {
        f: undefined,
        symbol: undefined,
        big: undefined,
        odd: { value: 1 },
        map: {},
        bytes: { 0: 0, 1: 0 },
      },
    });
  });

  it("reads what is looked up once only, so that what was measured is what is sent", () => {
    let asked = 0;
    const message = hostile({
      ...reply,
      get text() {
        asked += 1;
        return asked === 1 ? "small" : "x".repeat(MAX_CHARACTERS);
      },
    });
    expect(arrives(message)).toEqual({ ...reply, text: "small" });
    expect(asked).toBe(1);
  });

  it("takes the name __proto__ for a name", () => {
    const packed = pack(hostile(JSON.parse('{"__proto__": {"polluted": true}}'))) as object;
    expect(Reflect.ownKeys(packed)).toEqual(["__proto__"]);
    expect(Reflect.get(packed, "polluted")).toBeUndefined();
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("refuses what the page could not unpack in time", () => {
    const circle: Record<string, unknown> = { ...reply };
    circle.self = circle;
    const endless = new Proxy([], { get: (_, name) => (name === "length" ? Number.POSITIVE_INFINITY : 1) });
    const heavy = [
      { text: "x".repeat(MAX_CHARACTERS + 1) },
      { texts: Array(3).fill("x".repeat(MAX_CHARACTERS / 2)) },
      { [`${"x".repeat(MAX_CHARACTERS)}y`]: 1 },
      { list: Array(MAX_VALUES + 1).fill(0) },
      { x: new Float64Array(MAX_VALUES + 1) },
      { endless },
    ];
    for (const message of heavy) expect(() => pack(hostile(message))).toThrow(tooLarge);
    expect(() => pack(hostile(circle))).toThrow(RangeError);
  });

  it("rests on none of the built-ins that a cell can patch", () => {
    const message: Message = {
      ...reply,
      type: "error",
      name: "E",
      message: "m",
      traceback: [{ cell: "a", name: "f", line: 1, column: 2 }],
    };
    const { map, push } = Array.prototype;
    const { keys } = Object;
    const seen: unknown[] = [];
    Object.defineProperty(Array.prototype, "0", {
      configurable: true,
      set(value) {
        seen[seen.length] = value;
      },
    });
    Object.defineProperty(Object.prototype, "value", {
      configurable: true,
      get() {
        throw new Error("asked the prototype");
      },
    });
    Array.prototype.map = () => ["stolen"] as never;
    Array.prototype.push = () => 0;
    Object.keys = () => ["stolen"];
    let packed: unknown;
    try {
      packed = pack(message);
    } finally {
      Object.assign(Array.prototype, { map, push });
      Object.keys = keys;
      Reflect.deleteProperty(Array.prototype, "0");
      Reflect.deleteProperty(Object.prototype, "value");
    }
    expect(structuredClone(packed)).toEqual(message);
    expect(seen).toEqual([]);
  });
});

describe("paced", () => {
  it("holds up what is faster than the page, and nothing else", () => {
    let time = 0;
    let looks = 0;
    const sent: number[] = [];
    const send = paced(
      (value: number) => sent.push(value),
      () => {
        looks += 1;
        // A clock that moves while the sender spins.
        time += 0.001;
        return time;
      },
    );
    for (let i = 0; i < MESSAGES; i++) send(i);
    expect(time).toBeLessThan(1);
    expect(looks).toBe(MESSAGES);
    send(MESSAGES);
    expect(time).toBeGreaterThanOrEqual(16);
    expect(sent).toEqual(Array.from({ length: MESSAGES + 1 }, (_, i) => i));
  });
});
