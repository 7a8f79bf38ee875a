import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createDisplay } from "@/lib/kernel/display";
import { cellGlobals } from "@/lib/kernel/globals";

it("the editor knows every name that cells have, and every method of their console", () => {
  const types = readFileSync(new URL("../../tools/types/cell.d.ts", import.meta.url), "utf8");
  const globals = cellGlobals(
    () => null,
    createDisplay(() => undefined, []),
    () => {},
    () => {
      throw new Error("not called");
    },
  );
  const known = [...types.matchAll(/^ {2}(?:function|const) (\w+)/gm)].map(([, name]) => name);
  expect(Object.keys(globals).filter((name) => !known.includes(name))).toEqual([]);
  const methods = [...types.matchAll(/^ {4}(\w+)\(/gm)].map(([, name]) => name);
  expect(Object.keys(globals.console).filter((name) => !methods.includes(name))).toEqual([]);
});
