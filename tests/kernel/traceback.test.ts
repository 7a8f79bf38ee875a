import { describe, expect, it } from "vitest";
import { traceback } from "@/lib/kernel/traceback";

const A = "blob:null/3f0e6d0a-5a27-4c0e-9d6e-0d3b6c0d9a11";
const B = "blob:null/77b1c1d2-1111-4c0e-9d6e-aaaaaaaaaaaa";
const KERNEL = "blob:null/00000000-0000-4000-8000-000000000000";
const isCell = (url: string) => url === A || url === B;

/** Stacks as each engine words them, for a function `late` called by `step` of another cell, at that cell's top. */
const ENGINES: Record<string, { stack: string; names: string[] }> = {
  Chromium: {
    stack: `ReferenceError: missing is not defined
    at late (${A}:5:14)
    at Array.map (<anonymous>)
    at Layer.step (${B}:7:3)
    at new Layer (${B}:9:1)
    at async inner (${B}:2:2)
    at async Module.default (${B}:11:20)
    at async Kernel.run (${KERNEL}:1:4711)`,
    names: ["late", "Layer.step", "new Layer", "inner", ""],
  },
  Firefox: {
    stack: `late@${A}:5:14
step@${B}:7:3
Layer@${B}:9:1
async*inner/<@${B}:2:2
setTimeout handler*default@${B}:11:20
run@${KERNEL}:1:4711
`,
    names: ["late", "step", "Layer", "inner", ""],
  },
  WebKit: {
    stack: `late@${A}:5:14
map@[native code]
step@${B}:7:3
Layer@${B}:9:1
@${B}:2:2
module code@${B}:11:20
run@${KERNEL}:1:4711
asyncFunctionResume@[native code]`,
    names: ["late", "step", "Layer", "", ""],
  },
};

describe("traceback", () => {
  for (const [engine, { stack, names }] of Object.entries(ENGINES)) {
    it(`reads ${engine}'s stacks`, () => {
      const frames = traceback(stack, isCell);
      expect(frames.map(({ url, line, column }) => [url, line, column])).toEqual([
        [A, 5, 14],
        [B, 7, 3],
        [B, 9, 1],
        [B, 2, 2],
        [B, 11, 20],
      ]);
      expect(frames.map(({ name }) => name)).toEqual(names);
    });
  }

  it("reads Chromium's frames without a name", () => {
    expect(traceback(`Error: x\n    at ${A}:3:7`, isCell)).toEqual([
      { url: A, line: 3, column: 7, name: "" },
    ]);
  });

  it("reads this engine's own stacks", () => {
    const url = import.meta.url;
    function inner(): Error {
      return new Error("here");
    }
    const [first, second] = traceback(
      (inner().stack ?? "").replaceAll(/\(?(\/[^)\s]+:\d+:\d+)\)?/g, "(file://$1)"),
      (file) => file === url,
    );
    expect(first?.name).toBe("inner");
    expect(second?.line).toBeGreaterThan(first?.line ?? Number.POSITIVE_INFINITY);
  });

  it("keeps the innermost twenty, whatever stands in the message", () => {
    const frames = Array.from({ length: 40 }, (_, i) => `    at f (${A}:${i + 1}:1)`).join("\n");
    const message = `Error: ${" ".repeat(100_000)}(\n${"@".repeat(100_000)}\n at (((\n`;
    const found = traceback(message + frames, isCell);
    expect(found.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it("finds nothing where there is nothing", () => {
    expect(traceback("", isCell)).toEqual([]);
    expect(traceback(`at f (${A}:x:1)\nat f (${A})\n${A}`, isCell)).toEqual([]);
  });
});
