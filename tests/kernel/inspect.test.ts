import { describe, expect, it } from "vitest";
import { inspect } from "@/lib/kernel/display";

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

/** Values and how a JavaScript console words them. */
const TABLE: [name: string, value: unknown, text: string][] = [
  ["number", 0.1, "0.1"],
  ["minus zero", -0, "-0"],
  ["NaN", Number.NaN, "NaN"],
  ["infinity", -Infinity, "-Infinity"],
  ["big integer", 12n, "12n"],
  ["string inside", ["a\n"], '["a\\n"]'],
  ["null and undefined", [null, undefined], "[null, undefined]"],
  ["nested arrays", [[0.1, 0.2], [0.3]], "[[0.1, 0.2], [0.3]]"],
  ["object", { a: 1, "b-c": "x" }, '{ a: 1, "b-c": "x" }'],
  ["empty collections", [[], {}], "[[], {}]"],
  ["class instance", new Point(1, 2), "Point { x: 1, y: 2 }"],
  ["map", new Map([["a", 1]]), 'Map(1) { "a" => 1 }'],
  ["set", new Set([1, 2]), "Set(2) { 1, 2 }"],
  ["typed array", new Float64Array([1, 2.5]), "Float64Array(2) [1, 2.5]"],
  ["function", function loss() {}, "[Function: loss]"],
  ["class", Point, "[class: Point]"],
  ["error", new TypeError("no"), "TypeError: no"],
  ["date", new Date(0), "1970-01-01T00:00:00.000Z"],
  ["symbol", Symbol("s"), "Symbol(s)"],
  ["holes", Object.assign([], { 0: 1, 2: 3 }), "[1, empty, 3]"],
  ["no prototype", Object.assign(Object.create(null), { a: 1 }), "[null prototype] { a: 1 }"],
  ["深 key", { 损失: 1 }, "{ 损失: 1 }"],
];

describe("inspect", () => {
  for (const [name, value, text] of TABLE) it(name, () => expect(inspect(value)).toBe(text));

  it("ends on cycles", () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(inspect(loop)).toBe("{ self: [Circular] }");
  });

  it("calls no getter, and survives one that throws", () => {
    let called = false;
    const value = {
      get danger() {
        called = true;
        throw new Error("called");
      },
    };
    expect(inspect(value)).toBe("{ danger: [Getter] }");
    expect(called).toBe(false);
  });

  it("survives a proxy that throws from every trap", () => {
    const traps = new Proxy(
      {},
      {
        get: () => () => {
          throw new Error("trap");
        },
      },
    );
    expect(inspect(new Proxy({}, traps))).toMatch(/cannot be shown: trap/);
  });

  it("summarises what is long without walking it", () => {
    const long = new Array(10_000_000);
    long.fill(7, 0, 200);
    const text = inspect(long);
    expect(text).toContain("… 9999900 more");
    expect(text.length).toBeLessThan(2000);
  });

  it("stops at its depth", () => {
    expect(inspect({ a: { b: { c: { d: { e: 1 } } } } })).toBe("{ a: { b: { c: { d: [Object] } } } }");
  });

  it("breaks what does not fit a line, and packs numbers", () => {
    const text = inspect(Array.from({ length: 40 }, (_, i) => i / 8));
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
    expect(JSON.parse(text)).toEqual(Array.from({ length: 40 }, (_, i) => i / 8));
  });

  it("lets a library word its own objects", () => {
    const describePoint = (value: object) => (value instanceof Point ? "a\nb" : undefined);
    expect(inspect({ p: new Point(1, 2) }, { describe: describePoint })).toContain("a\n");
  });
});
