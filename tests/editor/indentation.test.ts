import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLine, indent, outdent, type TextEdit } from "@/components/editor/indentation";

type Key = (text: string, start: number, end: number) => TextEdit;

/** Presses a key in a text whose cursor is `|`, or whose selection stands between `[` and `]` written as « ». */
function press(key: Key, marked: string): string {
  const start = marked.search(/[|«]/);
  const text = marked.replaceAll(/[|«»]/g, "");
  const end = marked.includes("|") ? start : marked.indexOf("»") - 1;
  const edit = key(text, start, end);
  const after = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
  const { selectionStart: from, selectionEnd: to } = edit;
  if (from === to) return `${after.slice(0, from)}|${after.slice(from)}`;
  return `${after.slice(0, from)}«${after.slice(from, to)}»${after.slice(to)}`;
}

describe("Enter", () => {
  it.each([
    ["a|", "a\n|"],
    ["|", "\n|"],
    ["  a|b", "  a\n  |b"],
    ["\ta|", "\ta\n\t|"],
    ["if (x) {|", "if (x) {\n  |"],
    ["  f(|", "  f(\n    |"],
    ["f(  |", "f(  \n  |"],
    ["  {|}", "  {\n    |\n  }"],
    ["[| ]", "[\n  |\n]"],
    ["{|)", "{\n  |)"],
    ["{|\n}", "{\n  |\n}"],
    ["a «bc» d", "a \n| d"],
  ])("%j becomes %j", (before, after) => {
    expect(press(breakLine, before)).toBe(after);
  });
});

describe("Tab", () => {
  it.each([
    ["|a", "  |a"],
    ["a|", "a |"],
    ["ab|", "ab  |"],
    ["x\na|b", "x\na |b"],
    ["«ab»c", "  |c"],
    ["«a\nb»", "  «a\n  b»"],
    ["«a\n\nb»", "  «a\n\n  b»"],
    ["x «y\n»z", "  x «y\n»z"],
  ])("%j becomes %j", (before, after) => {
    expect(press(indent, before)).toBe(after);
  });
});

describe("Shift+Tab", () => {
  it.each([
    ["  a|", "a|"],
    ["   a|", " a|"],
    [" a|", "a|"],
    ["\ta|", "a|"],
    ["a|", "a|"],
    ["  |  a", "|  a"],
    [" | a", "|a"],
    ["  «a\n  b»", "«a\nb»"],
    ["x\n  «a\n b»\ny", "x\n«a\nb»\ny"],
  ])("%j becomes %j", (before, after) => {
    expect(press(outdent, before)).toBe(after);
  });

  it("undoes Tab on whole lines", () => {
    const lines = fc.array(fc.stringMatching(/^ {0,4}[a-z]{1,5}$/), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.join("\n");
        const deeper = indent(text, 0, text.length);
        expect(outdent(deeper.insert, 0, deeper.insert.length).insert).toBe(text);
      }),
    );
  });
});
