import { describe, expect, it } from "vitest";
import { downstream, kernelLost, newSession, upstream } from "@/lib/notebook";
import { ran } from "./run";

const ORDER = ["a", "b", "c", "d", "e"];

/** A session in which cells have run one after the other: what each declares, and what it uses. */
function notebook(cells: Record<string, [declares: string, uses: string]>) {
  const names = (text: string) => text.split(" ").filter(Boolean);
  return Object.entries(cells).reduce(
    (session, [cell, [declares, uses]]) =>
      ran(session, cell, { declares: names(declares), uses: names(uses) }),
    newSession(),
  );
}

describe("downstream", () => {
  it("is nothing where nobody uses the cell's names", () => {
    expect(downstream(notebook({ a: ["x", ""], b: ["y", ""] }), ORDER, "a")).toEqual([]);
    expect(downstream(newSession(), ORDER, "a")).toEqual([]);
  });

  it("is who uses them, also through others, in the order of the text", () => {
    const session = notebook({
      a: ["eta", ""],
      b: ["data", ""],
      c: ["w", "eta data"],
      d: ["", "data"],
      e: ["", "w"],
    });
    expect(downstream(session, ORDER, "a")).toEqual(["c", "e"]);
    expect(downstream(session, ORDER, "b")).toEqual(["c", "d", "e"]);
    expect(downstream(session, ORDER, "c")).toEqual(["e"]);
    expect(downstream(session, ORDER, "e")).toEqual([]);
  });

  it("finds a cell above that was run later, and what hangs on it", () => {
    const session = notebook({ e: ["x", ""], b: ["y", "x"], a: ["", "y"] });
    expect(downstream(session, ORDER, "e")).toEqual(["a", "b"]);
  });

  it("ends where cells use each other in a circle, and never names the cell itself", () => {
    const session = notebook({ a: ["x", "y"], b: ["y", "x"] });
    expect(downstream(session, ORDER, "a")).toEqual(["b"]);
  });

  it("leaves out who has not run in this kernel", () => {
    const before = notebook({ a: ["x", ""], b: ["", "x"], c: ["", "x"] });
    let session = kernelLost(before, "restarted");
    session = ran(session, "a", { declares: ["x"] });
    expect(downstream(session, ORDER, "a")).toEqual([]);
    session = ran(session, "c", { uses: ["x"] });
    expect(downstream(session, ORDER, "a")).toEqual(["c"]);
  });

  it("takes in a cell that has failed: with another value it may not", () => {
    let session = notebook({ a: ["x", ""] });
    session = ran(session, "b", { uses: ["x"], status: "error" });
    expect(downstream(session, ORDER, "a")).toEqual(["b"]);
  });

  it("leaves out a cell that is no longer in the text", () => {
    expect(downstream(notebook({ a: ["x", ""], b: ["", "x"] }), ["a"], "a")).toEqual([]);
  });
});

describe("upstream", () => {
  const cell = (id: string, declares: string[], uses: string[] | null) => ({ id, declares, uses });

  it("is who declares what is used, also through others", () => {
    const above = [
      cell("a", ["data"], []),
      cell("b", ["long"], ["data"]),
      cell("c", ["w"], ["data"]),
      cell("d", ["v"], ["w"]),
    ];
    expect(upstream(above, cell("e", [], ["v"]))).toEqual(["a", "c", "d"]);
    expect(upstream(above, cell("e", ["eta"], []))).toEqual([]);
  });

  it("does not take in a cell below the one that needs its name", () => {
    const above = [cell("a", ["x"], ["y"]), cell("b", ["y"], [])];
    expect(upstream(above, cell("c", [], ["x"]))).toEqual(["a"]);
  });

  it("is all there is for a cell whose names nobody knows, and takes in every such cell", () => {
    const above = [cell("a", ["x"], []), cell("b", [], []), cell("c", [], null), cell("d", ["z"], [])];
    expect(upstream(above, cell("e", [], null))).toEqual(["a", "b", "c", "d"]);
    expect(upstream(above, cell("e", [], []))).toEqual(["a", "b", "c"]);
  });
});
