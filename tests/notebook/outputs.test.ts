import { describe, expect, it } from "vitest";
import {
  type BoxMessage,
  EMPTY_BOX,
  OUTPUT_LIMITS,
  type OutputBox,
  receive,
  wholeText,
} from "@/lib/notebook";
import type { MimeBundle, Stream } from "@/lib/protocol";

const reply = { parent: "a#1", cell: "a" };
const text = (value: string): MimeBundle => ({ "text/plain": value });
const stream = (name: Stream["name"], value: string, omitted?: Stream["omitted"]): BoxMessage => ({
  ...reply,
  type: "stream",
  name,
  text: value,
  ...(omitted && { omitted }),
});
const display = (displayId: string, value: string): BoxMessage => ({
  ...reply,
  type: "display_data",
  displayId,
  data: text(value),
});
const update = (displayId: string, value: string): BoxMessage => ({
  ...reply,
  type: "update_display_data",
  displayId,
  data: text(value),
});
const clear = (wait: boolean): BoxMessage => ({ ...reply, type: "clear_output", wait });

/** What stands below the cell, in short. */
function shown(messages: BoxMessage[], from: OutputBox = EMPTY_BOX): [string[], OutputBox] {
  const box = messages.reduce(receive, from);
  const words = box.outputs.map((output) =>
    output.type === "stream"
      ? output.text
      : output.type === "error"
        ? output.message
        : output.data["text/plain"],
  );
  return [words, box];
}

describe("outputs", () => {
  it("join texts of one stream", () => {
    const [words] = shown([
      stream("stdout", "a"),
      stream("stdout", "b"),
      stream("stderr", "c"),
      stream("stdout", "d"),
    ]);
    expect(words).toEqual(["ab", "c", "d"]);
  });

  it("keep one end of a long stream, where it first stood", () => {
    const [words, box] = shown([
      stream("stdout", "head"),
      stream("stdout", "old end", { lines: 1, characters: 10 }),
      display("d", "plot"),
      stream("stdout", "new end", { lines: 5, characters: 50 }),
    ]);
    expect(words).toEqual(["head", "new end", "plot"]);
    expect(box.outputs[1]).toMatchObject({ omitted: { lines: 5, characters: 50 } });
    expect(shown([stream("stdout", "x")], { ...box, outputs: box.outputs.slice(0, 2) })[0]).toEqual([
      "head",
      "new end",
      "x",
    ]);
  });

  it("weigh what is there, not what was", () => {
    const big = "x".repeat(OUTPUT_LIMITS.weight / 2);
    const [, ends] = shown(
      Array.from({ length: 20 }, () => stream("stdout", big, { lines: 0, characters: 1 })),
    );
    expect(ends.flooded).toBe(false);
    const [, updates] = shown([display("d", big), ...Array.from({ length: 20 }, () => update("d", big))]);
    expect(updates.flooded).toBe(false);
    const [, cleared] = shown([
      display("d", big),
      clear(false),
      display("e", big),
      clear(true),
      display("f", big),
    ]);
    expect(cleared.flooded).toBe(false);
    const [, grown] = shown([display("d", "x"), display("e", big), update("d", big)]);
    expect(grown.flooded).toBe(true);
  });

  it("count the weight of every form", () => {
    const heavy = (data: Omit<MimeBundle, "text/plain">): boolean =>
      shown([{ ...reply, type: "display_data", data: { ...text("t"), ...data } }])[1].weight > 1_000;
    const long = "x".repeat(1_000);
    expect(heavy({ "application/vnd.gradbook.value+json": { kind: "string", text: long } })).toBe(true);
    const values = new Float64Array(1_000);
    const heat = { rows: 10, columns: 100, values };
    expect(heavy({ "application/vnd.gradbook.tensor+json": { shape: [], dtype: "", heat } })).toBe(true);
    expect(heavy({})).toBe(false);
  });

  it("change in place for as long as a program runs", () => {
    const updates = Array.from({ length: OUTPUT_LIMITS.messages + 10 }, (_, i) => update("d", String(i)));
    const [words, box] = shown([display("c", "other"), display("d", "first"), ...updates]);
    expect(words).toEqual(["other", String(OUTPUT_LIMITS.messages + 9)]);
    expect(box.flooded).toBe(false);
  });

  it("take no update of what is not there", () => {
    expect(shown([update("d", "x")])[0]).toEqual([]);
    expect(shown([display("d", "a"), clear(false), update("d", "x")])[0]).toEqual([]);
  });

  it("are cleared at once, or when the next comes", () => {
    expect(shown([display("a", "a"), clear(false)])[0]).toEqual([]);
    expect(shown([display("a", "a"), clear(true)])[0]).toEqual(["a"]);
    expect(shown([display("a", "a"), clear(true), stream("stdout", "b"), stream("stdout", "c")])[0]).toEqual([
      "bc",
    ]);
  });

  it("stay cut once they were too many, whatever is cleared", () => {
    const many = Array.from({ length: OUTPUT_LIMITS.entries + 1 }, (_, i) => display(String(i), "x"));
    const [, box] = shown(many);
    expect(box.flooded).toBe(true);
    const [words, after] = shown([clear(false), display("new", "y")], box);
    expect(words).toHaveLength(OUTPUT_LIMITS.entries);
    expect(after.flooded).toBe(true);
  });

  it("give the whole of a text: beginning, rest, and the end where something is missing between", () => {
    const [, box] = shown([
      stream("stdout", "begin "),
      display("d", "plot"),
      stream("stderr", "on "),
      stream("stdout", "789", { lines: 0, characters: 6 }),
    ]);
    const whole = (rest: string, missing: number) => {
      const parts = [...rest].map((text, at): BoxMessage => {
        return { ...reply, type: "stream_reply", text, missing, last: at === rest.length - 1 };
      });
      return wholeText(parts.reduce(receive, box), (n) => `${n} gone`);
    };
    expect(whole("123456789", 0)).toBe("begin on 123456789");
    expect(whole("12345678", 1)).toBe("begin on 123456789");
    expect(whole("12", 7)).toBe("begin on 12\n… 4 gone …\n789");
  });
});
