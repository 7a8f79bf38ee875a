import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EditorPool } from "@/components/editor/pool";

function poolOf(limit?: number): { pool: EditorPool; evicted: string[] } {
  const evicted: string[] = [];
  return { pool: new EditorPool((key) => evicted.push(key), limit), evicted };
}

describe("EditorPool", () => {
  it("keeps three editors", () => {
    const { pool, evicted } = poolOf();
    for (const key of ["a", "b", "c"]) pool.focused(key);
    expect(evicted).toEqual([]);
    expect(pool.keys).toEqual(["a", "b", "c"]);
  });

  it("takes away the one whose focus lies furthest back", () => {
    const { pool, evicted } = poolOf();
    for (const key of ["a", "b", "c", "a", "d"]) pool.focused(key);
    expect(evicted).toEqual(["b"]);
    expect(pool.keys).toEqual(["c", "a", "d"]);
  });

  it("does not count an editor that is gone", () => {
    const { pool, evicted } = poolOf();
    for (const key of ["a", "b", "c"]) pool.focused(key);
    pool.released("b");
    pool.focused("d");
    expect(evicted).toEqual([]);
    expect(pool.keys).toEqual(["a", "c", "d"]);
  });

  it("has dropped an editor before it tells so", () => {
    const seen: (readonly string[])[] = [];
    const pool: EditorPool = new EditorPool((key) => {
      seen.push(pool.keys);
      pool.released(key);
    }, 1);
    pool.focused("a");
    pool.focused("b");
    expect(seen).toEqual([["b"]]);
  });

  it("refuses a limit that leaves no editor", () => {
    expect(() => poolOf(0)).toThrow(RangeError);
    expect(() => poolOf(1.5)).toThrow(RangeError);
  });

  it("never keeps more than its limit, and always the one with the focus", () => {
    const keys = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 4 }), (sequence, limit) => {
        const { pool, evicted } = poolOf(limit);
        for (const key of sequence) pool.focused(key);
        // The oracle: the last distinct keys, by the place of their last focus.
        const latest = [...new Set(sequence.toReversed())].slice(0, limit).toReversed();
        expect(pool.keys).toEqual(latest);
        expect(sequence).toEqual(expect.arrayContaining(evicted));
      }),
    );
  });
});
