import { describe, expect, it } from "vitest";
import { TypedAhead } from "@/components/notebook/typed-ahead";

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

/** Presses keys; "Control+c" is one with Ctrl held. */
function typed(...keys: string[]): { ahead: TypedAhead; asked: unknown[] } {
  const ahead = new TypedAhead();
  const asked = keys.map((name) => {
    const [key = "", ...held] = name === "+" ? ["+"] : name.split("+").reverse();
    return ahead.press({
      ...NONE,
      key,
      shiftKey: held.includes("Shift"),
      ctrlKey: held.includes("Control"),
      metaKey: held.includes("Meta"),
      altKey: held.includes("Alt"),
    });
  });
  return { ahead, asked };
}

describe("what is typed before the editor is there", () => {
  it("is kept, with lines and corrections, and given once", () => {
    const { ahead, asked } = typed("d", "d", "x", "Backspace", "Enter", "学", "+", "😀");
    expect(asked).toEqual(Array(8).fill(null));
    expect(ahead.take()).toEqual({ text: "dd\n学+😀", run: null });
    expect(ahead.take()).toEqual({ text: "", run: null });
  });

  it("ends with the first run that is asked for", () => {
    expect(typed("1", "Shift+Enter", "a", "Control+Enter").ahead.take()).toEqual({
      text: "1",
      run: "advance",
    });
    expect(typed("1", "Control+Enter").ahead.take().run).toBe("stay");
    expect(typed("1", "Meta+Enter").ahead.take().run).toBe("stay");
    expect(typed("1", "Alt+Enter").ahead.take().run).toBe("insert");
  });

  it("does not keep a run waiting for an editor that has nothing to add", () => {
    const { ahead, asked } = typed("Control+Enter", "Shift+Enter", "1", "Backspace", "Alt+Enter");
    expect(asked).toEqual(["run", "run", null, null, "run"]);
    expect(ahead.isEmpty).toBe(true);
    expect(typed("1").ahead.isEmpty).toBe(false);
    expect(typed("1", "Alt+Enter", "Backspace").ahead.isEmpty).toBe(false);
  });

  it("takes no other key for text, and leaves the browser its own", () => {
    const { ahead, asked } = typed("Control+c", "Meta+r", "Tab", "F5", "Shift", "Dead", "ArrowLeft");
    expect(asked).toEqual([...Array(6).fill(undefined), null]);
    expect(ahead.take().text).toBe("");
  });

  it("knows the letters that AltGr writes", () => {
    expect(typed("Control+Alt+[", "Alt+å").ahead.take().text).toBe("[å");
  });

  it("is given up by Escape", () => {
    expect(typed("a", "Escape").asked).toEqual([null, "leave"]);
  });
});
