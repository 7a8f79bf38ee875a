import { describe, expect, test } from "vitest";
import { addPoints, emptyLive } from "@/lib/plot/live-data";
import { liveTable } from "@/lib/plot/live-table";

/** A curve with one high peak and one place where it is NaN, at places that no even spacing would hit for sure. */
function curve(length: number, peak: number, lost: number) {
  const x = Array.from({ length }, (_, i) => i);
  const y = x.map((i) => (i === peak ? 1000 : i === lost ? Number.NaN : Math.sin(i / 50)));
  return { x, y };
}

describe("the table of a live plot", () => {
  test("up to a thousand points are all there, as they came", () => {
    const { x, y } = curve(1000, 400, 401);
    const table = liveTable(addPoints(emptyLive({ height: 300 }), "", x, y));
    expect(table.rows).toEqual(x.map((at, i) => [at, y[i]]));
    expect(table.rowCount).toBe(1000);
  });

  test.each([1311, 1312, 1313, 1314, 1315, 1316, 1317])(
    "of more, the peak at %i and where it diverged remain",
    (peak) => {
      const { x, y } = curve(3900, peak, peak + 1);
      const table = liveTable(addPoints(emptyLive({ height: 300 }), "", x, y));
      expect(table.rowCount).toBe(3900);
      expect(table.rows.length).toBeLessThanOrEqual(1000);
      expect(table.rows).toContainEqual([peak, 1000]);
      expect(table.rows).toContainEqual([peak + 1, Number.NaN]);
      expect(table.rows.at(-1)?.[0]).toBe(3899);
    },
  );

  test("of many series each keeps its own peak", () => {
    let data = emptyLive({ height: 300 });
    for (let series = 0; series < 64; series++) {
      const { x, y } = curve(100, series, 99);
      data = addPoints(data, `run ${series}`, x, y);
    }
    const { rows } = liveTable(data);
    expect(rows.length).toBeLessThanOrEqual(1000);
    for (let series = 0; series < 64; series++) expect(rows).toContainEqual([`run ${series}`, series, 1000]);
  });
});
