import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addPoints,
  cleanLive,
  emptyLive,
  type LiveChunk,
  LivePlot,
  liveOptions,
  MAX_SERIES,
  MAX_SERIES_POINTS,
  PlotError,
} from "../../lib/plot";
import { thinIndex } from "../../lib/plot/thin-index";
import { thinSeries } from "../../lib/plot/thin-series";
import type { LiveData, LiveOptions } from "../../lib/protocol";

/** A live plot, what it has sent, and its clock. */
function live(options: LiveOptions = {}) {
  const sent: LiveChunk[] = [];
  const clock = { time: 0 };
  const plot = new LivePlot(options, {
    now: () => clock.time,
    later: () => undefined,
    send: (chunk) => sent.push(chunk),
  });
  return { plot, sent, clock };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof PlotError) return error.code;
    throw error;
  }
  return "none";
}

describe("the kernel's side", () => {
  test("points go out in columns, in their order, by series", () => {
    const { plot, sent, clock } = live();
    plot.add(0, 5);
    clock.time = 1;
    plot.add(1, 4);
    plot.add(1, 9, "η = 0.5");
    plot.add(2, 3);
    plot.flush();
    expect(sent.map(({ series, x, y }) => [series, [...x], [...y]])).toEqual([
      ["", [0], [5]],
      ["", [1, 2], [4, 3]],
      ["η = 0.5", [1], [9]],
    ]);
    plot.flush();
    expect(sent).toHaveLength(3);
  });

  test("at most sixty times a second, however fast the loop", () => {
    const { plot, sent, clock } = live();
    for (let i = 0; i < 100_000; i++) {
      clock.time = i / 100;
      plot.add(i, Math.sin(i));
    }
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.length).toBeLessThanOrEqual(61);
  });

  test("a loop that never waits does not pile up points, and keeps its peaks", () => {
    const { plot, sent } = live();
    plot.add(0, 0);
    for (let i = 1; i < 50_000; i++) plot.add(i, i === 31_234 ? 1e6 : Math.sin(i));
    plot.flush();
    const [, chunk] = sent;
    expect(chunk?.x.length).toBeLessThanOrEqual(MAX_SERIES_POINTS);
    expect(Math.max(...(chunk?.y ?? []))).toBe(1e6);
    expect(chunk?.x.at(-1)).toBe(49_999);
  });

  test("tensors of one element, numbered series, NaN and infinities", () => {
    const { plot, sent } = live();
    plot.add({ item: () => 3 }, { item: () => Number.NaN }, 7);
    plot.add(4, Number.NEGATIVE_INFINITY, 7);
    plot.flush();
    expect(sent.map(({ series, x, y }) => [series, [...x], [...y]])).toEqual([
      ["7", [3], [Number.NaN]],
      ["7", [4], [Number.NEGATIVE_INFINITY]],
    ]);
  });

  test.each([
    ["x", () => live().plot.add(Number.NaN, 1)],
    ["x", () => live().plot.add("1" as unknown as number, 1)],
    ["y", () => live().plot.add(1, undefined as unknown as number)],
    ["y", () => live().plot.add(1, { item: () => "1" } as unknown as number)],
  ])("a wrong %s is refused", (_, add) => {
    expect(codeOf(add)).toBe("live-number");
  });

  test("a refused point leaves nothing behind", () => {
    const { plot, sent } = live();
    expect(codeOf(() => plot.add(1, "2" as unknown as number))).toBe("live-number");
    plot.add(2, 3);
    plot.flush();
    expect(sent.map(({ x, y }) => [[...x], [...y]])).toEqual([[[2], [3]]]);
  });

  test("too many series are refused", () => {
    const { plot } = live();
    for (let i = 0; i < MAX_SERIES; i++) plot.add(0, 0, `s${i}`);
    expect(codeOf(() => plot.add(0, 0, "one more"))).toBe("live-too-many-series");
  });
});

describe("options", () => {
  test("are checked and completed", () => {
    expect(liveOptions()).toEqual({ x: {}, y: {}, height: 320 });
    const given = {
      title: "loss",
      x: { label: "step", type: "log" },
      y: { type: "linear" },
      height: 200,
      other: 1,
    };
    const { other: _, ...known } = given;
    expect(liveOptions(given)).toEqual(known);
  });

  test.each([
    ["options", null],
    ["options", "loss"],
    ["title", { title: 1 }],
    ["x", { x: "step" }],
    ["x.type", { x: { type: "sqrt" } }],
    ["y.label", { y: { label: {} } }],
    ["height", { height: 1e6 }],
    ["height", { height: "200" }],
  ])("a wrong %s is refused by name", (option, given) => {
    const run = () => liveOptions(given);
    expect(run).toThrow(PlotError);
    expect(run).toThrow(
      expect.objectContaining({ code: "live-option", details: expect.objectContaining({ option }) }),
    );
  });
});

/** A data set of one series. */
function grown(options: LiveOptions, chunks: [x: number, y: number][][]): LiveData {
  return chunks.reduce(
    (data, chunk) =>
      addPoints(
        data,
        "",
        chunk.map(([x]) => x),
        chunk.map(([, y]) => y),
      ),
    emptyLive(options),
  );
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
const anyY = fc.oneof({ weight: 20, arbitrary: number }, fc.constantFrom(Number.NaN, Infinity, -Infinity));
const anyOptions = fc.record({
  x: fc.record({ type: fc.constantFrom<"linear" | "log">("linear", "log") }),
  y: fc.record({ type: fc.constantFrom<"linear" | "log">("linear", "log") }),
});
const columns = (sorted: boolean) =>
  fc.array(fc.tuple(number, anyY), { minLength: 1, maxLength: 9_000, size: "max" }).map((points) => ({
    x: sorted ? points.map(([x]) => x).sort((a, b) => a - b) : points.map(([x]) => x),
    y: points.map(([, y]) => y),
  }));

describe("thinning a series", () => {
  test.each([true, false])(
    "keeps the extremes, the ends and the order in few points (x sorted: %s)",
    (sorted) => {
      fc.assert(
        fc.property(columns(sorted), anyOptions, (series, options) => {
          const thinned = thinSeries(series, options);
          expect(thinned.x.length).toBe(thinned.y.length);
          expect(thinned.x.length).toBeLessThanOrEqual(MAX_SERIES_POINTS);
          const drawable = (y: number) => Number.isFinite(y) && (options.y.type !== "log" || y > 0);
          const extremes = (ys: number[]) => {
            const good = ys.filter(drawable);
            return [
              good.reduce((a, b) => Math.min(a, b), Infinity),
              good.reduce((a, b) => Math.max(a, b), -Infinity),
            ];
          };
          expect(extremes(thinned.y)).toEqual(extremes(series.y));
          expect(thinned.x.at(0)).toBe(series.x.at(0));
          expect(thinned.x.at(-1)).toBe(series.x.at(-1));
          expect(thinned.y.some((y) => !Number.isFinite(y))).toBe(series.y.some((y) => !Number.isFinite(y)));
          // Every point is one of the series', and they come in its order.
          let at = 0;
          for (let i = 0; i < thinned.x.length; i++) {
            while (
              at < series.x.length &&
              !(Object.is(series.x[at], thinned.x[i]) && Object.is(series.y[at], thinned.y[i]))
            )
              at++;
            expect(at).toBeLessThan(series.x.length);
            at++;
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  test("the greatest numbers do not upset it", () => {
    const x = Array.from({ length: 9_000 }, (_, i) => (i / 4_500 - 1) * Number.MAX_VALUE);
    expect(thinSeries({ x, y: x }, {}).x.length).toBeLessThanOrEqual(MAX_SERIES_POINTS);
  });

  test("bins on a logarithmic axis are equal in ratio: every decade keeps as many points", () => {
    const x = Array.from({ length: 100_000 }, (_, i) => i + 1);
    const thinned = thinSeries({ x, y: x.map((v) => Math.sin(v * v)) }, { x: { type: "log" } });
    const decade = (from: number) => thinned.x.filter((v) => v >= from && v < from * 10).length;
    expect(decade(1_000)).toBeGreaterThan(300);
    expect(Math.abs(decade(1_000) - decade(10_000))).toBeLessThan(40);
  });
});

describe("the page's side", () => {
  test("a million points keep their peaks in at most four thousand", () => {
    let data = emptyLive({});
    const size = 1_000;
    for (let start = 0; start < 1e6; start += size) {
      const x = Float64Array.from({ length: size }, (_, i) => start + i);
      data = addPoints(
        data,
        "",
        x,
        x.map((v) => (v === 777_777 ? 99 : v === 123 ? -99 : Math.sin(v))),
      );
    }
    const [series] = data.series;
    const peak = series?.y.indexOf(99) ?? -1;
    expect(series?.x[peak]).toBe(777_777);
    expect(series?.x[series.y.indexOf(-99)]).toBe(123);
    expect(series?.x.length).toBeLessThanOrEqual(MAX_SERIES_POINTS);
    expect([series?.x.at(0), series?.x.at(-1)]).toEqual([0, 999_999]);
    // No part of the curve has become coarse: every hundredth has points in its five of the 500 bins.
    for (let from = 0; from < 1e6; from += 1e4) {
      expect(series?.x.filter((v) => v >= from && v < from + 1e4).length).toBeGreaterThanOrEqual(5);
    }
  });

  test("is bounded and keeps its extremes, in whatever chunks the points come", () => {
    const points = fc.array(fc.tuple(number, anyY), { maxLength: 3_000, size: "max" });
    fc.assert(
      fc.property(fc.array(points, { maxLength: 6 }), (chunks) => {
        const [series] = grown({}, chunks).series;
        const all = chunks
          .flat()
          .map(([, y]) => y)
          .filter(Number.isFinite);
        const kept = (series?.y ?? []).filter(Number.isFinite);
        expect(kept.length).toBeLessThanOrEqual(MAX_SERIES_POINTS);
        expect(kept.reduce((a, b) => Math.max(a, b), 0)).toBe(all.reduce((a, b) => Math.max(a, b), 0));
        expect(kept.reduce((a, b) => Math.min(a, b), 0)).toBe(all.reduce((a, b) => Math.min(a, b), 0));
      }),
      { numRuns: 30 },
    );
  });

  test("what it was is not touched, and its picture no longer holds", () => {
    const tree = { tag: "svg", attributes: {}, children: [] };
    const before: LiveData = { ...grown({}, [[[0, 1]]]), picture: { tree, description: "" } };
    const copy = structuredClone(before);
    const after = addPoints(before, "", [1], [2]);
    expect(before).toEqual(copy);
    expect(after.picture).toBeUndefined();
    expect(after.series).toEqual([{ name: "", x: [0, 1], y: [1, 2] }]);
  });

  test("series stand in the order in which they came; points without a place are dropped", () => {
    let data = addPoints(emptyLive({}), "b", [1, Number.NaN, Infinity, 2], [1, 2, 3, Number.NaN]);
    data = addPoints(data, "a", [1, 2, 3], [5]);
    data = addPoints(data, "b", [3], [9]);
    expect(data.series).toEqual([
      { name: "b", x: [1, 2, 3], y: [1, Number.NaN, 9] },
      { name: "a", x: [1], y: [5] },
    ]);
  });

  test("long names and many series are bounded", () => {
    let data = emptyLive({});
    for (let i = 0; i < 3; i++) data = addPoints(data, "x".repeat(1e5), [i], [i]);
    expect(data.series).toHaveLength(1);
    expect(data.series[0]?.x).toEqual([0, 1, 2]);
    for (let i = 0; i < 500; i++) data = addPoints(data, `s${i}`, [0], [0]);
    expect(data.series).toHaveLength(MAX_SERIES);
  });
});

describe("a live plot from a file", () => {
  test("is as it was, with NaN for what JSON could not hold", () => {
    const data = grown(liveOptions({ title: "t", x: { type: "log" } }), [
      [
        [1, 2],
        [2, Number.NaN],
      ],
    ]);
    expect(cleanLive(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });

  test.each([
    ...[null, 1, [], {}, { series: {} }, { series: [null] }, { series: [{ name: 1, x: [], y: [] }] }],
    ...[{ series: [{ name: "a", x: "1", y: [] }] }, { series: [{ name: "a", x: [1], y: null }] }],
  ])("%o is none", (untrusted) => {
    expect(cleanLive(untrusted)).toBeNull();
  });

  test("wrong options are left out, wrong numbers too", () => {
    const clean = cleanLive({
      options: { title: {} },
      series: [{ name: "a", x: [1, "2", 3], y: [1, 2, "x"] }],
    });
    expect(clean).toEqual({
      options: { height: 320 },
      series: [{ name: "a", x: [1, 3], y: [1, Number.NaN] }],
    });
  });
});

describe("thinning what a line draws", () => {
  test("keeps of each half pixel the ends and extremes, gaps, and changes of colour", () => {
    const along = [0, 0.1, 0.2, 0.3, 0.4, 1, Number.NaN, Number.NaN, 2, 2.1, 2.2];
    const across = [5, 1, 9, 4, 6, 6, 0, 0, 3, 3, 3];
    const color = ["a", "a", "a", "a", "a", "a", "a", "a", "a", "b", "b"];
    const index = along.map((_, i) => i);
    expect(thinIndex(index, { along, across: [across], looks: [] })).toEqual([0, 1, 2, 4, 5, 6, 8, 10]);
    expect(thinIndex(index, { along, across: [across], looks: [color] })).toEqual([
      0, 1, 2, 4, 5, 6, 8, 9, 10,
    ]);
  });

  test("series stay apart, in the order of their first points", () => {
    const z = ["b", "a", "b", "a", "b", "a"];
    const along = [0, 0, 0.1, 0.1, 0.2, 0.2];
    const across = [1, 1, 1, 1, 1, 1];
    expect(thinIndex([0, 1, 2, 3, 4, 5], { along, across: [across], z, looks: [] })).toEqual([0, 4, 1, 5]);
  });
});
