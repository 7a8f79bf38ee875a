import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Arrangement,
  AS_WRITTEN,
  isAtHome,
  kindOf,
  moved,
  orderOf,
  placeBeside,
  placedTo,
  withKind,
} from "@/lib/notebook";

const AUTHOR = ["a", "b", "c"];

const add = (arrangement: Arrangement, id: string, cell: string, side: "above" | "below"): Arrangement => ({
  ...arrangement,
  placed: { ...arrangement.placed, [id]: placeBeside(arrangement, cell, side) },
});
const order = (arrangement: Arrangement) => orderOf(arrangement, AUTHOR).join(" ");

describe("the row of cells", () => {
  it("is the author's until something is added", () => {
    expect(order(AS_WRITTEN)).toBe("a b c");
  });

  it("takes a cell right above or below any other", () => {
    let row = add(AS_WRITTEN, "1", "b", "below");
    expect(order(row)).toBe("a b 1 c");
    row = add(row, "2", "b", "below");
    expect(order(row)).toBe("a b 2 1 c");
    row = add(row, "3", "2", "below");
    expect(order(row)).toBe("a b 2 3 1 c");
    row = add(row, "4", "2", "above");
    expect(order(row)).toBe("a b 4 2 3 1 c");
    row = add(row, "5", "a", "above");
    expect(order(row)).toBe("5 a b 4 2 3 1 c");
  });

  it("leaves out what was removed, and keeps the reader's cells around it", () => {
    const row = add(AS_WRITTEN, "1", "b", "below");
    expect(order({ ...row, removed: ["b"] })).toBe("a 1 c");
  });

  it("moves a reader's cell by one place, through the author's, and not beyond the ends", () => {
    let row = add(AS_WRITTEN, "1", "a", "below");
    const down = ["a 1 b c", "a b 1 c", "a b 1 c", "a b c 1", "a b c 1"];
    for (const expected of down) {
      row = moved(row, AUTHOR, "1", "down");
      expect(order(row)).toBe(expected);
    }
    for (let step = 0; step < 10; step += 1) row = moved(row, AUTHOR, "1", "up");
    expect(order(row)).toBe("1 a b c");
  });

  it("moves an author's cell by one place, and knows its own place again", () => {
    let row = AS_WRITTEN;
    for (const expected of ["a b c", "b a c", "b a c", "b c a", "b c a"]) {
      row = moved(row, AUTHOR, "a", "down");
      expect(order(row)).toBe(expected);
    }
    expect(isAtHome(row, "a")).toBe(false);
    for (let step = 0; step < 10 && !isAtHome(row, "a"); step += 1) row = moved(row, AUTHOR, "a", "up");
    expect(row).toEqual(AS_WRITTEN);
    expect(moved(row, AUTHOR, "a", "up")).toBe(row);
  });

  it("moves an author's cell through the reader's own, and takes new ones beside where it stands", () => {
    let row = add(AS_WRITTEN, "1", "b", "above");
    row = moved(row, AUTHOR, "b", "up");
    expect(order(row)).toBe("a b 1 c");
    row = add(row, "2", "b", "below");
    expect(order(row)).toBe("a b 2 1 c");
    row = moved(moved(row, AUTHOR, "b", "down"), AUTHOR, "b", "down");
    expect(order(row)).toBe("a 2 1 b c");
    expect(isAtHome(row, "b")).toBe(true);
    expect(order(placedTo(moved(row, AUTHOR, "b", "down"), "b", null))).toBe("a 2 1 b c");
  });

  it("keeps a cell's kind apart from its place", () => {
    const row = withKind(add(AS_WRITTEN, "1", "a", "below"), "1", "markdown");
    expect([kindOf(row, "1"), kindOf(row, "a")]).toEqual(["markdown", "code"]);
    expect(kindOf(moved(row, AUTHOR, "1", "down"), "1")).toBe("markdown");
    expect(kindOf(withKind(row, "1", "code"), "1")).toBe("code");
  });

  it("holds every cell once, whatever was done, and puts a new one where it was asked for", () => {
    const step = fc.record({
      at: fc.nat(20),
      side: fc.constantFrom("above" as const, "below" as const),
      move: fc.option(fc.constantFrom("up" as const, "down" as const)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let row = AS_WRITTEN;
        steps.forEach(({ at, side, move }, index) => {
          const before = orderOf(row, AUTHOR);
          const cell = before[at % before.length] ?? "a";
          if (move) {
            row = moved(row, AUTHOR, cell, move);
            expect([...orderOf(row, AUTHOR)].sort()).toEqual([...before].sort());
            return;
          }
          row = add(row, `new-${index}`, cell, side);
          const place = before.indexOf(cell) + (side === "below" ? 1 : 0);
          expect(orderOf(row, AUTHOR)).toEqual(before.toSpliced(place, 0, `new-${index}`));
        });
      }),
    );
  });
});
