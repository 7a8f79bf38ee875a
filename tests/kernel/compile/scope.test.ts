import { describe, expect, test } from "vitest";
import { assignsConstant, Scope } from "../../../lib/kernel/scope";
import { TestNotebook } from "./notebook";

const declares = (kind: "const" | "let" | "var" | "function", ...names: string[]) => ({
  declares: names.map((name) => ({ name, kind })),
  captures: [],
});

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("the box of a name", () => {
  test("is the same for as long as the scope lives", () => {
    const scope = new Scope();
    const box = scope.box("x");
    scope.begin("a", declares("let", "x"));
    box.init = 1;
    scope.end("a");
    scope.forget("a");
    expect(scope.box("x")).toBe(box);
  });

  test("has no value until it is initialized, and none after its cell is forgotten", () => {
    const scope = new Scope();
    const box = scope.box("x");
    expect(scope.has("x")).toBe(false);
    scope.begin("a", declares("let", "x"));
    expect(scope.has("x")).toBe(false);
    box.init = undefined;
    expect([scope.has("x"), box.v]).toEqual([true, undefined]);
    box.v = 2;
    scope.forget("a");
    expect([scope.has("x"), box.peek]).toEqual([false, undefined]);
    expect(thrown(() => box.v)).toMatchObject({ code: "undefined-name", details: { name: "x" } });
    expect(thrown(() => (box.v = 1))).toBeInstanceOf(ReferenceError);
  });

  test("tells a name that comes later in the running cell from one that nobody defines", () => {
    const scope = new Scope();
    const box = scope.box("x");
    scope.begin("a", declares("const", "x"));
    expect(thrown(() => box.v)).toMatchObject({ code: "name-before-initialization", details: { name: "x" } });
    expect(thrown(() => box.peek)).toBeInstanceOf(ReferenceError);
    scope.end("a");
    expect(thrown(() => box.v)).toMatchObject({ code: "undefined-name", details: { name: "x", cell: "a" } });
    expect(box.peek).toBeUndefined();
  });

  test("of a constant cannot be assigned to", () => {
    const scope = new Scope();
    scope.begin("a", declares("const", "x"));
    const box = scope.box("x");
    box.init = 1;
    expect(assignsConstant(thrown(() => (box.v = 2)))).toBe(true);
    expect(box.v).toBe(1);
    expect(assignsConstant(new TypeError("another"))).toBe(false);
  });

  test("of a function and of a var can", () => {
    const scope = new Scope();
    scope.begin("a", declares("function", "f"));
    scope.begin("b", declares("var", "v"));
    scope.box("f").init = 1;
    scope.box("f").v = 2;
    expect([scope.box("f").v, scope.box("v").v]).toEqual([2, undefined]);
  });
});

describe("the scope", () => {
  test("knows who declares a name, and how", () => {
    const scope = new Scope();
    scope.begin("a", declares("const", "x", "y"));
    scope.begin("b", declares("let", "x"));
    expect([scope.ownerOf("x"), scope.kindOf("x")]).toEqual(["b", "let"]);
    expect([scope.ownerOf("y"), scope.kindOf("y")]).toEqual(["a", "const"]);
    expect([scope.ownerOf("z"), scope.kindOf("z")]).toEqual([undefined, undefined]);
  });

  test("lists the names that have values", async () => {
    const notebook = new TestNotebook();
    await notebook.run("a", "const x = 1, y = 2; function f() { return later }");
    await notebook.run("a", "const y = 2; let z; var w");
    expect(notebook.scope.names().sort()).toEqual(["w", "y", "z"]);
  });

  test("forgets what a cell defines, and leaves what others have taken over", async () => {
    const notebook = new TestNotebook();
    await notebook.run("a", "const x = 1, y = 2");
    await notebook.run("b", "const x = 3");
    notebook.scope.forget("a");
    expect(notebook.scope.names()).toEqual(["x"]);
  });

  test("is not broken by a cell that patches the built-ins", async () => {
    const notebook = new TestNotebook();
    await notebook.run("a", "let x = 1, y = 2");
    const { get, set, has } = Map.prototype;
    const { defineProperty } = Object;
    const { next } = Object.getPrototypeOf([][Symbol.iterator]());
    const { scope } = notebook;
    const parameters = { parameters: ["x", "y"] };
    const failing = () => {
      throw new Error("patched");
    };
    try {
      Map.prototype.get = Map.prototype.set = Map.prototype.has = failing;
      Object.getPrototypeOf([][Symbol.iterator]()).next = failing;
      Object.defineProperty = failing;
      scope.begin("a", declares("let", "x"));
      scope.box("x").init = 5;
      scope.end("a");
      scope.boxes(parameters);
    } finally {
      Map.prototype.get = get;
      Map.prototype.set = set;
      Map.prototype.has = has;
      Object.getPrototypeOf([][Symbol.iterator]()).next = next;
      Object.defineProperty = defineProperty;
    }
    expect(await notebook.run("b", "[x, typeof y]")).toEqual([[5, "undefined"]]);
  });
});
