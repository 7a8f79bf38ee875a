import type { PlotOutput } from "../output";
import { SERIES_COLORS } from "../theme";
import type { Maker } from "./maker";
import { gridOf, isTensor, type Numbers, wrongArgument } from "./values";

export interface DescentOptions {
  /** Left and right end of the part that is shown; default: the paths, and as much again around them. */
  x?: readonly [number, number];
  /** Lower and upper end. */
  y?: readonly [number, number];
  /** How many contour lines; default 12. */
  levels?: number;
  labels?: readonly [x: string, y: string];
}

/** Points of a path: rows of two numbers. By name, or a single one. */
export type Paths = Numbers | Record<string, Numbers>;

const SIDE = 80;
/** Part of the frame by which the sampled area is wider. */
const BEYOND = 0.04;

/** See `Plots.descent`. */
export function descent(
  { plot, words, width }: Maker,
  f: (x: number, y: number) => number | { item(): number },
  paths: Paths = {},
  options: DescentOptions = {},
): PlotOutput {
  if (typeof f !== "function") throw wrongArgument("descent", "f", "a function of two numbers", f);
  const points = pathsOf(paths);
  const [x1, x2] = options.x ?? around(points.map(({ x }) => x));
  const [y1, y2] = options.y ?? around(points.map(({ y }) => y));
  const at = (x: number, y: number) => {
    const value = f(x, y);
    return typeof value === "number" ? value : value.item();
  };
  // A little wider than the frame, so that the lines along its own border lie outside.
  const [roomX, roomY] = [(x2 - x1) * BEYOND, (y2 - y1) * BEYOND];
  const area = { x1: x1 - roomX, x2: x2 + roomX, y1: y1 - roomY, y2: y2 + roomY };
  const values = Array.from({ length: SIDE * SIDE }, (_, i) =>
    at(
      area.x1 + ((area.x2 - area.x1) * ((i % SIDE) + 0.5)) / SIDE,
      area.y1 + ((area.y2 - area.y1) * (Math.floor(i / SIDE) + 0.5)) / SIDE,
    ),
  );
  const levels = levelsOf(values, options.levels ?? 12);
  const several = new Set(points.map(({ path }) => path)).size > 1;
  const stroke = several ? "path" : SERIES_COLORS[1];
  const inside = points.filter(({ x, y }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
  const [xLabel, yLabel] = options.labels ?? ["x", "y"];
  return plot.plot({
    width: Math.min(width, 560),
    height: Math.min(width, 560) * 0.72,
    x: { domain: [x1, x2], label: xLabel },
    y: { domain: [y1, y2], label: yLabel },
    color: {
      type: "categorical",
      range: [...SERIES_COLORS.slice(1), SERIES_COLORS[0] ?? ""],
      legend: several,
    },
    marks: [
      plot.contour(values, {
        width: SIDE,
        height: SIDE,
        ...area,
        value: (value: number) => value,
        thresholds: levels,
        stroke: "var(--ink-faint)",
        strokeOpacity: 0.55,
        clip: "frame",
      }),
      plot.line(points, { x: "x", y: "y", z: "path", stroke, strokeWidth: 1.5, clip: "frame" }),
      plot.dot(inside, {
        x: "x",
        y: "y",
        fill: stroke,
        r: inside.length > 200 ? 1.2 : 2.5,
        channels: { [words.update]: "step", f: (d) => at(d.x, d.y) },
        tip: true,
      }),
      plot.text(
        inside.filter(({ step }) => step === 0),
        {
          x: "x",
          y: "y",
          text: () => words.start,
          dy: -10,
          stroke: "var(--paper)",
          strokeWidth: 3,
          fill: "currentColor",
        },
      ),
      plot.frame({ stroke: "var(--rule-strong)" }),
    ],
  });
}

interface PathPoint {
  path: string;
  step: number;
  x: number;
  y: number;
}

function pathsOf(given: unknown): PathPoint[] {
  const entries: [string, unknown][] =
    Array.isArray(given) || isTensor(given)
      ? [["", given]]
      : typeof given === "object" && given !== null
        ? Object.entries(given)
        : [];
  return entries.flatMap(([path, points]) => {
    if (Array.isArray(points) && points.length === 0) return [];
    const { shape, values } = gridOf(points, "descent", "paths", 2);
    if (shape[1] !== 2) throw wrongArgument("descent", "paths", "rows of two numbers", points);
    return Array.from({ length: shape[0] ?? 0 }, (_, step) => ({
      path,
      step,
      x: values[2 * step] ?? 0,
      y: values[2 * step + 1] ?? 0,
    }));
  });
}

/** The ends of what is there, with a quarter of it free at either side, but at least from −1 to 1 around it. */
function around(places: readonly number[]): [number, number] {
  const finite = places.filter(Number.isFinite);
  if (finite.length === 0) return [-3, 3];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const room = Math.max((high - low) * 0.35, 0.5);
  return [low - room, high + room];
}

/** Levels that come closer towards the lowest, as a valley wants: squares of even steps. */
function levelsOf(values: readonly number[], count: number): number[] {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return Array.from({ length: count }, (_, i) => low + (high - low) * ((i + 0.6) / count) ** 2);
}
