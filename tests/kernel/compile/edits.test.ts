import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Edits } from "../../../lib/kernel/compile/edits";
import { Text } from "../../../lib/kernel/compile/text";

describe("edits", () => {
  test("replace, blank and wrap", () => {
    const edits = new Edits("let x: number = y");
    edits.blank(5, 13);
    edits.replace(4, 5, "$x.init");
    edits.replace(16, 17, "$y.v");
    edits.wrap(0, 17, "", ";");
    expect(edits.finish().text.content).toBe("let $x.init         = $y.v;");
  });

  test("nest texts around constructs as the constructs nest, whichever is asked for first", () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const edits = new Edits("ab");
      const wraps = [
        () => edits.wrap(0, 2, "<", ">"),
        () => edits.wrap(0, 1, "(", ")"),
        () => edits.wrap(1, 2, "[", "]"),
      ];
      for (const index of order) wraps[index]?.();
      edits.enclose(0, 2, "{", "}");
      expect(edits.finish().text.content).toBe("{<(a)[b]>}");
    }
  });

  test("put the first asked for outside of the next around the same construct", () => {
    const edits = new Edits("a");
    edits.wrap(0, 1, "(", ")");
    edits.wrap(0, 1, "[", "]");
    expect(edits.finish().text.content).toBe("([a])");
  });

  test("refuse to overlap", () => {
    const edits = new Edits("abcd");
    edits.replace(0, 3, "x");
    edits.replace(2, 4, "y");
    expect(() => edits.finish()).toThrow("overlapping");
  });

  test("trace every character that stays to where it was", () => {
    const source = fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r", " "), maxLength: 30 });
    const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(4), fc.string({ maxLength: 5 })), { maxLength: 6 });
    fc.assert(
      fc.property(source, ranges, (content, wanted) => {
        const edits = new Edits(content);
        const touched = new Set<number>();
        let end = 0;
        for (const [start, length, text] of wanted.sort((a, b) => a[0] - b[0])) {
          if (start < end || start + length > content.length) continue;
          end = start + length;
          edits.replace(start, end, text);
          for (let at = start; at < end; at++) touched.add(at);
        }
        const { text, originalOffset } = edits.finish();
        const kept = new Map<number, number>();
        for (let at = 0; at < text.content.length; at++) {
          const original = originalOffset(at);
          if (!touched.has(original) && text.content[at] === content[original]) kept.set(original, at);
        }
        for (let at = 0; at < content.length; at++) if (!touched.has(at)) expect(kept.has(at)).toBe(true);
      }),
    );
  });
});

describe("places in a text", () => {
  test("are counted as JavaScript counts lines", () => {
    const text = new Text("a\nb\r\nc\rd\u2028e\u2029f");
    expect(text.lines).toBe(6);
    expect([..."abcdef"].map((letter) => text.place(text.content.indexOf(letter)))).toEqual(
      [1, 2, 3, 4, 5, 6].map((line) => ({ line, column: 1 })),
    );
  });

  test("lead back to their offsets", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r\n") }), fc.nat(20), (content, at) => {
        const text = new Text(content);
        const offset = Math.min(at, content.length);
        const { line, column } = text.place(offset);
        expect(text.offset(line, column)).toBe(offset);
      }),
    );
  });
});
