import { describe, expect, it } from "vitest";
import { ARCHIVE, Archive } from "@/lib/kernel/archive";
import { HEAD, HEAD_LINES, Streams, TAIL, TAIL_LINES } from "@/lib/kernel/streams";
import { appendOutput, EMPTY_BOX, type OutputBox, receive, wholeText } from "@/lib/notebook";
import type { Message, Omitted } from "@/lib/protocol";

/** Streams whose clock and timers the test moves by hand. */
function streams(archive = new Archive()) {
  const posted: { name: string; text: string; omitted?: Omitted }[] = [];
  let box: OutputBox = EMPTY_BOX;
  const timers: { at: number; callback: () => void }[] = [];
  let time = 0;
  const host = {
    post(message: Message) {
      if (message.type !== "stream") throw new Error(message.type);
      expect(message).toMatchObject({ parent: "a#1", cell: "a" });
      const { type: _type, parent: _parent, cell: _cell, ...stream } = message;
      posted.push(stream);
      box = appendOutput(box, { type: "stream", ...stream });
    },
    archive,
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
    /** What the page shows. */
    shown: () => box.outputs.filter((output) => output.type === "stream"),
    box: () => box,
    streams: new Streams(host, { id: "a#1", cell: "a" }),
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
    const lines = Array.from({ length: HEAD_LINES }, (_, i) => `line ${i}\n`);
    for (const line of lines) out.write("stdout", line);
    out.flush();
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
    out.flush();
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
    out.flush();
    expect(posted).toEqual([
      { name: "stdout", text: "a" },
      { name: "stderr", text: "bc" },
      { name: "stdout", text: "d" },
    ]);
  });

  it("keeps head and tail of too many lines, and says how many are missing", () => {
    const { streams: out, shown } = streams();
    const lines = Array.from({ length: 200_000 }, (_, i) => `line ${i}`);
    for (const line of lines) out.write("stdout", `${line}\n`);
    out.flush();
    const [head, tail, ...others] = shown();
    expect(others).toEqual([]);
    expect(head?.text).toBe(`${lines.slice(0, HEAD_LINES).join("\n")}\n`);
    expect(tail?.text).toBe(`${lines.slice(-TAIL_LINES).join("\n")}\n`);
    const missing = lines.slice(HEAD_LINES, -TAIL_LINES);
    const characters = missing.reduce((sum, line) => sum + line.length + 1, 0);
    expect(tail?.omitted).toEqual({ lines: missing.length, characters });
  });

  it("shows the end as it stands while the program runs, now and then", () => {
    const { streams: out, posted, spend, shown } = streams();
    for (let i = 0; i < HEAD_LINES + 5_000; i++) out.write("stdout", `${i}\n`);
    const before = posted.length;
    spend(101);
    out.write("stdout", "now\n");
    expect(posted.length).toBe(before + 1);
    expect(shown()).toHaveLength(2);
    expect(shown()[1]?.text.endsWith("\n5999\nnow\n")).toBe(true);
    for (let i = 0; i < 1_000; i++) out.write("stdout", "more\n");
    expect(posted.length).toBe(before + 1);
  });

  it("shows the end when the program waits", () => {
    const { streams: out, passTime, shown } = streams();
    for (let i = 0; i < HEAD_LINES + 10; i++) out.write("stdout", `${i}\n`);
    passTime(100);
    expect(shown()[1]?.text).toMatch(/\n1009\n$/);
    expect(shown()[1]?.omitted).toEqual({ lines: 0, characters: 0 });
  });

  it("cuts one line that is too long", () => {
    const { streams: out, shown } = streams();
    const line = `<${"x".repeat(2_000_000)}>\n`;
    out.write("stderr", line);
    out.flush();
    const [head, tail] = shown();
    expect(head).toMatchObject({ name: "stderr", text: line.slice(0, HEAD) });
    expect(tail).toMatchObject({ name: "stderr", text: line.slice(-TAIL) });
    expect(tail?.omitted).toEqual({ lines: 0, characters: line.length - HEAD - TAIL });
  });

  it("says nothing of missing text when none is missing", () => {
    const { streams: out, shown } = streams();
    const all = "x".repeat(HEAD + TAIL);
    out.write("stdout", all);
    out.flush();
    expect(
      shown()
        .map(({ text }) => text)
        .join(""),
    ).toBe(all);
    expect(shown()[1]?.omitted).toEqual({ lines: 0, characters: 0 });
  });

  it("hands over all that was printed", () => {
    const { streams: out, box } = streams();
    const all = Array.from({ length: 100_000 }, (_, i) => `line ${i}: ${"界".repeat(i % 5)}\n`);
    for (const line of all) out.write("stdout", line);
    out.flush();
    const whole = receive(box(), {
      parent: "a#1",
      cell: "a",
      type: "stream_reply",
      ...out.rest(),
      last: true,
    });
    expect(wholeText(whole, () => "gap")).toBe(all.join(""));
  });

  it("hands over what could be kept, and says what is missing", () => {
    const { streams: out, box } = streams();
    const part = `${"y".repeat(999)}\n`;
    const parts = ARCHIVE / part.length + 2_000;
    for (let i = 0; i < parts; i++) out.write("stdout", part);
    out.write("stdout", "the end\n");
    out.flush();
    const rest = out.rest();
    expect(rest.text.length).toBe(ARCHIVE);
    expect(HEAD + rest.text.length + rest.missing).toBe(parts * part.length + "the end\n".length);
    const whole = receive(box(), { parent: "a#1", cell: "a", type: "stream_reply", ...rest, last: true });
    const text = wholeText(whole, (characters) => `[${characters} gone]`);
    expect(text.startsWith(part)).toBe(true);
    expect(text.endsWith("the end\n")).toBe(true);
    const gone = Number(/\[(\d+) gone\]/.exec(text)?.[1]);
    const note = `\n… [${gone} gone] …\n`;
    expect(text.length - note.length + gone).toBe(parts * part.length + "the end\n".length);
  });

  it("lets the newest run's text take the place of older ones'", () => {
    const archive = new Archive();
    const first = streams(archive).streams;
    const second = streams(archive).streams;
    first.write("stdout", "a".repeat(HEAD + ARCHIVE));
    expect(first.rest().missing).toBe(0);
    second.write("stdout", "b".repeat(HEAD + 1_000));
    expect(second.rest()).toEqual({ text: "b".repeat(1_000), missing: 0 });
    expect(first.rest()).toEqual({ text: "", missing: ARCHIVE });
  });

  it("begins anew when what was printed is cleared", () => {
    const { streams: out, posted } = streams();
    for (let i = 0; i < 5_000; i++) out.write("stdout", `${i}\n`);
    out.restart();
    posted.length = 0;
    out.write("stdout", "again\n");
    out.flush();
    expect(posted).toEqual([{ name: "stdout", text: "again\n" }]);
    expect(out.rest()).toEqual({ text: "", missing: 0 });
  });
});
