import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { messages } from "@/lib/i18n";
import { heatScale, shadeOf } from "../../components/output/heat-colors";
import { HeatMap } from "../../components/output/heat-map";

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

describe("a heat map's colours", () => {
  test("go from least to most, or both ways from zero", () => {
    const rising = heatScale([1, 2, nan, 3, infinity]);
    expect(rising).toEqual({ least: 1, most: 3, diverging: false });
    const both = heatScale([-1, 4]);
    expect(both).toEqual({ least: -1, most: 4, diverging: true });
    if (!rising || !both) throw new Error("no scale");
    expect([1, 2, 3].map((value) => shadeOf(value, rising))).toEqual([0, 6, 12]);
    // A step is worth the same on either side of zero.
    expect([-1, 0, 1, 4].map((value) => shadeOf(value, both))).toEqual([-3, 0, 3, 12]);
    expect([nan, infinity, -infinity].map((value) => shadeOf(value, rising))).toEqual([null, null, null]);
  });

  test("are one where all numbers are the same, and none where there are none", () => {
    const one = heatScale([5, 5]);
    expect(one && shadeOf(5, one)).toBe(0);
    expect(heatScale([nan, infinity])).toBeNull();
  });

  test("of a sample reach as far as the whole", () => {
    expect(heatScale([1, 2], [-3, 4])).toEqual({ least: -3, most: 4, diverging: true });
  });
});

describe("a heat map", () => {
  const draw = (shape: number[], rows: number, columns: number, values: number[]) =>
    renderToStaticMarkup(
      <HeatMap
        tensor={{ shape, dtype: "float32" }}
        heat={{ rows, columns, values: Float64Array.from(values) }}
        words={messages("en")}
      />,
    );

  test("is one image in words, with its scale", () => {
    const html = draw([2, 2], 2, 2, [-1, 0.123456789, 1, nan]);
    expect(html).toContain(
      'role="img" aria-label="Heat map of 2 × 2 numbers (rows × columns), from -1 to 1"',
    );
    // Three numbers have a place; the fourth is none.
    expect(html.match(/M\d+ \d+h1v1h-1z/g)).toHaveLength(3);
    expect(html).not.toContain("evenly spaced");
    expect(draw([1, 1], 1, 1, [nan])).toBe("");
  });

  test("has few elements for many cells, and says that it is a sample", () => {
    const html = draw(
      [640, 64],
      64,
      64,
      Array.from({ length: 4096 }, (_, i) => Math.sin(i)),
    );
    expect(html.match(/<path/g)?.length).toBeLessThanOrEqual(25);
    expect(html.match(/h1v1h-1z/g)).toHaveLength(4096);
    expect(html).toContain("640 × 64 numbers");
    expect(html).toContain("64 × 64 of its numbers, evenly spaced");
  });
});
