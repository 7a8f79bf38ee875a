import { describe, expect, it } from "vitest";
import { Archive } from "@/lib/kernel/archive";
import { createDisplay } from "@/lib/kernel/display";
import { LiveDisplay } from "@/lib/kernel/live-display";
import { Run } from "@/lib/kernel/run";
import { EMPTY_BOX, type OutputBox, receive } from "@/lib/notebook";
import type { Message, MimeBundle, ProgressData } from "@/lib/protocol";

/** A run, and what the page shows of it. */
function start() {
  let box: OutputBox = EMPTY_BOX;
  const post = (message: Message) => {
    if (!("parent" in message)) throw new Error(message.type);
    if (message.type === "status" || message.type === "execute_input" || message.type === "execute_reply")
      return;
    box = receive(box, message);
  };
  const request = { type: "execute_request", id: "a#1", cell: "a", code: "", locale: "en" } as const;
  const run = new Run(
    request,
    post,
    createDisplay(() => undefined, []),
    new Archive(),
    false,
  );
  const shown = () => {
    run.end();
    return box.outputs.map((output) =>
      output.type === "stream" ? output.text : output.type === "error" ? output.message : output.data,
    );
  };
  const bars = () =>
    shown().flatMap((data) => {
      const progress = typeof data === "object" && data["application/vnd.gradbook.progress+json"];
      return progress ? [progress] : [];
    });
  return { run, shown, bars };
}

const text = (value: string): MimeBundle => ({ "text/plain": value });

describe("a live display", () => {
  it("ends on the last value, in its place", () => {
    const { run, shown } = start();
    const first = run.show(1);
    run.show("between");
    for (let i = 0; i < 1_000; i++) first.update(i);
    expect(shown()).toEqual([text("999"), text('"between"')]);
  });

  it("puts only what it sends into a form, at most sixty times a second", () => {
    let time = 0;
    const timers: (() => void)[] = [];
    const sent: string[] = [];
    let formed = 0;
    const live = new LiveDisplay({
      now: () => time,
      later: (callback) => void timers.push(callback),
      send: (data) => void sent.push(data["text/plain"]),
    });
    for (let i = 0; i < 10_000; i++) {
      time += 0.1;
      live.update(() => {
        formed += 1;
        return text(String(i));
      });
    }
    // One second of updates.
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.length).toBeLessThanOrEqual(60);
    for (const callback of timers) callback();
    expect(sent.at(-1)).toBe("9999");
    expect(formed).toBe(sent.length);
  });

  it("of an output that was cleared changes nothing", () => {
    const { run, shown } = start();
    const gone = run.show("gone");
    run.clear(false);
    const next = run.show("next");
    gone.update("back");
    next.update("newer");
    expect(shown()).toEqual([text('"newer"')]);
  });
});

describe("clearOutput", () => {
  it("takes away what there is, at once or when the next thing comes", () => {
    const { run, shown } = start();
    run.print(["a"]);
    run.clear(false);
    expect(shown()).toEqual([]);
    run.print(["b"]);
    run.clear(true);
    expect(shown()).toEqual(["b\n"]);
    run.print(["c"]);
    expect(shown()).toEqual(["c\n"]);
  });
});

describe("progress", () => {
  const last = (bars: ProgressData[]) => bars.map(({ done, total, state }) => ({ done, total, state }));

  it("goes through numbers, arrays, sets, strings and generators", () => {
    const { run, bars } = start();
    const sources: [unknown, unknown[], number | undefined][] = [
      [3, [0, 1, 2], 3],
      [["a", "b"], ["a", "b"], 2],
      [new Set([5]), [5], 1],
      ["añ", ["a", "ñ"], undefined],
      [
        (function* () {
          yield 1;
        })(),
        [1],
        undefined,
      ],
      [0, [], 0],
    ];
    for (const [source, items] of sources)
      expect([...(run.progress(source) as Iterable<unknown>)]).toEqual(items);
    expect(last(bars())).toEqual(
      sources.map(([, items, total]) => ({ done: items.length, total, state: "done" })),
    );
  });

  it("goes through what comes later", async () => {
    const { run, bars } = start();
    const seen: unknown[] = [];
    const source = {
      async *[Symbol.asyncIterator]() {
        yield 1;
        yield 2;
      },
    };
    const items = run.progress(source, { total: 2, label: "epochs" }) as AsyncIterable<unknown>;
    for await (const item of items) seen.push(item);
    expect(seen).toEqual([1, 2]);
    expect(bars()).toEqual([expect.objectContaining({ done: 2, total: 2, label: "epochs", state: "done" })]);
  });

  it("says where a loop was left, and lets the source end", () => {
    const { run, bars } = start();
    let ended = false;
    function* source() {
      try {
        for (;;) yield 1;
      } finally {
        ended = true;
      }
    }
    let rounds = 0;
    for (const _ of run.progress(source(), { total: 10 }) as Iterable<number>) if (++rounds === 4) break;
    expect(last(bars())).toEqual([{ done: 3, total: 10, state: "stopped" }]);
    expect(ended).toBe(true);
    expect(() => {
      for (const _ of run.progress([1]) as Iterable<number>) throw new Error("mine");
    }).toThrow("mine");
    expect(last(bars())[1]).toEqual({ done: 0, total: 1, state: "stopped" });
  });

  it("of an inner loop stays in one place", () => {
    const { run, bars } = start();
    for (const _ of run.progress(1_000) as Iterable<number>)
      for (const _ of run.progress(2) as Iterable<number>);
    expect(last(bars())).toEqual([
      { done: 1_000, total: 1_000, state: "done" },
      { done: 2, total: 2, state: "done" },
    ]);
  });

  it("says what it cannot go through", () => {
    const { run } = start();
    for (const source of [undefined, null, {}, 1.5, -1, Number.NaN, () => 1])
      expect(() => run.progress(source)).toThrowError(expect.objectContaining({ code: "progress-source" }));
  });
});
