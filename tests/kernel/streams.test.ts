import { describe, expect, it } from "vitest";
import { HEAD, Streams, TAIL } from "@/lib/kernel/streams";
import type { Message } from "@/lib/protocol";

/** Streams whose clock and timers the test moves by hand. */
function streams(locale: "zh" | "en" = "en") {
  const posted: { name: string; text: string }[] = [];
  const timers: { at: number; callback: () => void }[] = [];
  let time = 0;
  const host = {
    post(message: Message) {
      if (message.type !== "stream") throw new Error(message.type);
      expect(message).toMatchObject({ parent: "a#1", cell: "a" });
      posted.push({ name: message.name, text: message.text });
    },
    now: () => time,
    later: (callback: () => void, milliseconds: number) =>
      void timers.push({ at: time + milliseconds, callback }),
  };
  /** Time goes by while the program runs: no timer comes to its turn. */
  const spend = (milliseconds: number) => {
    time += milliseconds;
  };
  const passTime = (milliseconds: number) => {
    spend(milliseconds);
    for (const timer of timers.splice(0)) {
      if (timer.at <= time) timer.callback();
      else timers.push(timer);
    }
  };
  return {
    posted,
    spend,
    passTime,
    text: () => posted.map(({ text }) => text).join(""),
    streams: new Streams(host, { id: "a#1", cell: "a", locale }),
  };
}

describe("streams", () => {
  it("sends the first lines one by one, at once", () => {
    const { streams: out, posted } = streams();
    for (let i = 0; i < 10; i++) out.write("stdout", `${i}\n`);
    expect(posted.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, i) => `${i}\n`));
  });

  it("sends many lines in few messages, and loses none", () => {
    const { streams: out, posted, text } = streams();
    const lines = Array.from({ length: 5_000 }, (_, i) => `line ${i}\n`);
    for (const line of lines) out.write("stdout", line);
    out.end();
    expect(text()).toBe(lines.join(""));
    expect(posted.length).toBeLessThan(60);
  });

  it("sends what waits when the clock has moved on, though the program never yields", () => {
    const { streams: out, posted, spend, text } = streams();
    for (let i = 0; i < 100; i++) out.write("stdout", `${i}\n`);
    const before = posted.length;
    spend(20);
    out.write("stdout", "on\n");
    expect(posted.length).toBe(before + 1);
    expect(text()).toMatch(/98\n99\non\n$/);
  });

  it("sends what waits when the program waits", () => {
    const { streams: out, passTime, text } = streams();
    for (let i = 0; i < 100; i++) out.write("stdout", `${i}\n`);
    expect(text()).not.toContain("99\n");
    passTime(16);
    expect(text()).toContain("99\n");
    // Later prints, for example of a timer, come as well.
    out.end();
    for (let i = 100; i < 200; i++) out.write("stdout", `${i}\n`);
    passTime(16);
    expect(text()).toMatch(/199\n$/);
  });

  it("keeps the order of stdout and stderr", () => {
    const { streams: out, posted } = streams();
    for (let i = 0; i < 60; i++) out.write("stdout", "o");
    out.flush();
    posted.length = 0;
    out.write("stdout", "a");
    out.write("stderr", "b");
    out.write("stderr", "c");
    out.write("stdout", "d");
    out.end();
    expect(posted).toEqual([
      { name: "stdout", text: "a" },
      { name: "stderr", text: "bc" },
      { name: "stdout", text: "d" },
    ]);
  });

  for (const [locale, words] of [
    ["en", /\n… (\d+) characters left out …\n/],
    ["zh", /\n… 此处省略 (\d+) 个字符 …\n/],
  ] as const) {
    it(`keeps head and tail of too much, and says how much is missing (${locale})`, () => {
      const { streams: out, text } = streams(locale);
      let all = "";
      for (let i = 0; i < 200_000; i++) {
        all += `line ${i}\n`;
        out.write("stdout", `line ${i}\n`);
      }
      out.end();
      const note = words.exec(text());
      const [head = "", tail = ""] = text().split(note?.[0] ?? "");
      expect(head).toBe(all.slice(0, HEAD));
      expect(all.endsWith(tail)).toBe(true);
      expect(tail).toMatch(/^line \d+\n/);
      expect(tail.length).toBeGreaterThan(TAIL / 2);
      expect(head.length + Number(note?.[1]) + tail.length).toBe(all.length);
    });
  }

  it("cuts one line that is too long", () => {
    const { streams: out, text } = streams();
    const line = `<${"x".repeat(2_000_000)}>\n`;
    out.write("stderr", line);
    out.end();
    expect(text().startsWith("<xxx")).toBe(true);
    expect(text().endsWith("x>\n")).toBe(true);
    expect(text().length).toBeLessThan(HEAD + TAIL + 100);
    const missing = Number(/(\d+) characters/.exec(text())?.[1]);
    expect(missing).toBe(line.length - HEAD - TAIL);
  });

  it("says nothing of missing text when none is missing", () => {
    const { streams: out, text } = streams();
    const all = "x".repeat(HEAD + TAIL);
    out.write("stdout", all);
    out.end();
    expect(text()).toBe(all);
  });
});
