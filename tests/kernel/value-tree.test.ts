import { describe, expect, it } from "vitest";
import { valueTree } from "@/lib/kernel/display/value-tree";
import type { ValueNode } from "@/lib/protocol";

/** The tree as lines of `label: text`, indented. */
function outline(node: ValueNode, label = "", indent = ""): string[] {
  const own = `${indent}${label === "" ? "" : `${label}: `}${node.text}`;
  const inside = node.entries?.flatMap((entry) => outline(entry.value, entry.label, `${indent}  `)) ?? [];
  return [own, ...inside, ...(node.more ? [`${indent}  +${node.more}`] : [])];
}

function nodes(node: ValueNode): number {
  return 1 + (node.entries?.reduce((sum, entry) => sum + nodes(entry.value), 0) ?? 0);
}

class Point {
  readonly #secret = 1;
  constructor(
    readonly x: number,
    readonly y: unknown,
  ) {}
  get secret() {
    return this.#secret;
  }
}

describe("valueTree", () => {
  it("has what is inside each kind of value", () => {
    const value = {
      numbers: [1, -0, 2n],
      "a-b": "x\n",
      map: new Map<unknown, unknown>([
        ["k", { deep: true }],
        [1, null],
      ]),
      set: new Set([undefined]),
      typed: new Float32Array([0.1]),
      point: new Point(3, Symbol("s")),
      date: new Date(0),
      error: new TypeError("no"),
      loss() {},
      [Symbol("tag")]: /x/g,
      nothing: Object.create(null) as object,
    };
    expect(outline(valueTree(value))).toEqual([
      "Object",
      "  numbers: Array(3)",
      "    0: 1",
      "    1: -0",
      "    2: 2n",
      '  "a-b": "x\\n"',
      "  map: Map(2)",
      '    "k": Object',
      "      deep: true",
      "    1: null",
      "  set: Set(1)",
      "    undefined",
      "  typed: Float32Array(1)",
      // The number itself; rounding is the text's business.
      `    0: ${Math.fround(0.1)}`,
      "  point: Point",
      "    x: 3",
      "    y: Symbol(s)",
      "  date: 1970-01-01T00:00:00.000Z",
      "  error: TypeError: no",
      "  loss: [Function: loss]",
      "  nothing: [null prototype]",
      // Symbols come behind all names.
      "  [Symbol(tag)]: /x/g",
    ]);
  });

  it("ends on cycles, and shows what is only repeated", () => {
    const shared = { a: 1 };
    const loop: Record<string, unknown> = { one: shared, two: shared };
    loop.self = loop;
    loop.list = [loop];
    expect(outline(valueTree(loop))).toEqual([
      "Object",
      "  one: Object",
      "    a: 1",
      "  two: Object",
      "    a: 1",
      "  self: [Circular]",
      "  list: Array(1)",
      "    0: [Circular]",
    ]);
  });

  it("calls no getter and no iterator of the reader's", () => {
    const called: string[] = [];
    class Watched extends Map<string, number> {
      override [Symbol.iterator](): MapIterator<[string, number]> {
        called.push("iterator");
        return super[Symbol.iterator]();
      }
    }
    const value = {
      get danger() {
        called.push("getter");
        throw new Error("called");
      },
      map: new Watched([["a", 1]]),
    };
    expect(outline(valueTree(value))).toEqual(["Object", "  danger: (…)", "  map: Watched(1)", '    "a": 1']);
    expect(called).toEqual([]);
  });

  it("survives proxies that throw", () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("trap");
        },
        getPrototypeOf() {
          throw new Error("trap");
        },
      },
    );
    const { proxy } = Object.fromEntries(
      (valueTree({ proxy: hostile, after: 1 }).entries ?? []).map(({ label, value }) => [label, value]),
    );
    expect(proxy).toMatchObject({ kind: "error", text: expect.stringContaining("trap") });
  });

  it("sends the first of ten million elements", () => {
    const tree = valueTree(new Float64Array(10_000_000));
    expect(tree.text).toBe("Float64Array(10000000)");
    expect(tree.entries).toHaveLength(100);
    expect(tree.more).toBe(10_000_000 - 100);
  });

  it("gives outer levels room first, and never takes more than its room", () => {
    let wide: unknown = 1;
    for (let level = 0; level < 5; level++) wide = Array.from({ length: 100 }, () => wide);
    const tree = valueTree(wide);
    expect(tree.entries).toHaveLength(100);
    expect(nodes(tree)).toBeLessThanOrEqual(1_000);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(nodes(valueTree(deep))).toBeLessThan(20);
  });

  it("leaves a library's objects to the library's own words", () => {
    const tree = valueTree({ p: new Point(1, 2) }, (value) =>
      value instanceof Point ? "point(1,\n 2)" : undefined,
    );
    expect(outline(tree)).toEqual(["Object", "  p: point(1,\n 2)"]);
    expect(tree.preview).toBe("{ p: point(…) }");
  });
});
