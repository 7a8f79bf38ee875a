import { describe, expect, it } from "vitest";
import { compileCell } from "@/lib/kernel/compiler";
import { surroundingsOf, toPrecompiled, usable } from "@/lib/kernel/precompiled";
import { Scope } from "@/lib/kernel/scope";
import type { PrecompiledCell } from "@/lib/protocol";

const platform = { isGlobal: (name: string) => name in globalThis, exportsOf: () => undefined };
const CODE = "const w: number = Math.PI;\nconst twice = () => 2 * w * rate;\ntwice";

/** A cell as the build compiles it and the page gets it: by way of JSON. */
function saved(code: string, scope = new Scope()): PrecompiledCell {
  return JSON.parse(
    JSON.stringify(toPrecompiled(compileCell(code, scope.around("a", platform)))),
  ) as PrecompiledCell;
}

/** Lets another cell define a name. */
function define(scope: Scope, cell: string, name: string, kind: "const" | "let", value: unknown): void {
  scope.begin(cell, { declares: [{ name, kind }], captures: [] });
  scope.box(name).init = value;
  scope.end(cell);
}

describe("a cell that was compiled when the site was built", () => {
  it("is used as it is where the notebook is the same", () => {
    expect(usable(saved(CODE), new Scope().around("a", platform))?.source).toBe(
      compileCell(CODE, new Scope().around("a", platform)).source,
    );
  });

  it("is not used where another cell now declares one of its names", () => {
    const scope = new Scope();
    define(scope, "b", "rate", "const", 0.5);
    expect(usable(saved(CODE), scope.around("a", platform))).toBeNull();
    const before = new Scope();
    define(before, "b", "rate", "const", 0.5);
    expect(usable(saved(CODE, before), scope.around("a", platform))).not.toBeNull();
  });

  it("is not used where a platform's name has come or gone", () => {
    const elsewhere = { ...platform, isGlobal: (name: string) => name !== "Math" && name in globalThis };
    expect(usable(saved(CODE), new Scope().around("a", elsewhere))).toBeNull();
  });

  it("compiles to the same text again under the same assumptions, for the places of an error", () => {
    const cell = saved(CODE);
    expect(
      compileCell(
        CODE,
        surroundingsOf(cell, () => undefined),
      ).source,
    ).toBe(cell.source);
  });
});
