import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ExecutionStore } from "../../tools/execution-store";

interface Ran {
  runs: Record<string, string>;
  problems: string[];
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gradbook-executions-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sound: Ran = { runs: { forward: "0.7514" }, problems: [] };

describe("what a chapter's programs have shown", () => {
  it("is known to the next command, for the same kernel and programs only", () => {
    new ExecutionStore<Ran>(folder).keep("kernel", "1 + 1", sound);
    const next = new ExecutionStore<Ran>(folder);
    expect(next.take("kernel", "1 + 1")).toEqual(sound);
    expect(next.take("another kernel", "1 + 1")).toBeUndefined();
    expect(next.take("kernel", "1 + 2")).toBeUndefined();
    // No other pair has the same text when both are put together.
    expect(next.take("kernel1", " + 1")).toBeUndefined();
  });

  it("is looked at anew where something was wrong", () => {
    const store = new ExecutionStore<Ran>(folder);
    store.keep("kernel", "1 +", { runs: {}, problems: ["does not end"] });
    expect(store.take("kernel", "1 +")).toBeUndefined();
  });

  it("is made again where the file was damaged", () => {
    const store = new ExecutionStore<Ran>(folder);
    store.keep("kernel", "1 + 1", sound);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"runs":{');
    expect(store.take("kernel", "1 + 1")).toBeUndefined();
    store.keep("kernel", "1 + 1", sound);
    expect(store.take("kernel", "1 + 1")).toEqual(sound);
  });

  it("is let go of when it was not asked for the longest", () => {
    const store = new ExecutionStore<Ran>(folder, 2);
    for (const [index, programs] of ["a", "b"].entries()) {
      const before = new Set(readdirSync(folder));
      store.keep("kernel", programs, sound);
      const added = readdirSync(folder).find((name) => !before.has(name)) ?? "";
      utimesSync(join(folder, added), 1000 + index, 1000 + index);
    }
    expect(store.take("kernel", "a")).toEqual(sound);
    store.keep("kernel", "c", sound);
    expect(["a", "b", "c"].map((programs) => store.take("kernel", programs) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });
});
