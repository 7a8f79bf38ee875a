import { describe, expect, it } from "vitest";
import { SHEET } from "@/components/notebook/key-names";
import { commandOf } from "@/components/notebook/keys";
import { messages } from "@/lib/i18n";

const press = (
  key: string,
  held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", true>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("keys of a cell", () => {
  it("are those of Jupyter's command mode", () => {
    expect(commandOf(press("Enter"), null)).toBe("edit");
    expect(commandOf(press("Enter", { shiftKey: true }), null)).toBe("runAndAdvance");
    expect(commandOf(press("Enter", { ctrlKey: true }), null)).toBe("run");
    expect(commandOf(press("Enter", { metaKey: true }), null)).toBe("run");
    expect(commandOf(press("j"), null)).toBe("next");
    expect(commandOf(press("k"), null)).toBe("previous");
    expect(commandOf(press("?", { shiftKey: true }), null)).toBe("keys");
  });

  it("ask twice before what cannot be taken back", () => {
    expect(commandOf(press("0"), null)).toBeNull();
    expect(commandOf(press("0"), "j")).toBeNull();
    expect(commandOf(press("0"), "0")).toBe("restart");
    expect(commandOf(press("i"), "i")).toBe("stop");
  });

  it("leave the browser's own alone", () => {
    for (const key of ["r", "f", "k", "j"]) expect(commandOf(press(key, { ctrlKey: true }), null)).toBeNull();
    expect(commandOf(press("ArrowUp", { altKey: true }), null)).toBeNull();
    expect(commandOf(press("Tab"), null)).toBeNull();
    expect(commandOf(press("toString"), null)).toBeNull();
  });

  it("are all on the sheet, in both languages", () => {
    for (const [, name] of [...SHEET.cell, ...SHEET.editor]) {
      expect(messages("zh")[name]).toMatch(/[一-鿿]/);
      expect(messages("en")[name]).toMatch(/[a-z]/);
    }
  });
});
