import type { PlotOutput } from "../output";
import { SERIES_COLORS } from "../theme";
import type { Maker } from "./maker";
import { type Grid, gridOf, type Numbers, wrongArgument } from "./values";

/** Points in the plane with their classes, as the generated data sets have them. */
export interface PlaneSamples {
  /** Rows of two numbers. */
  x: Numbers;
  /** A class for each row: 0, 1, …; −1 and 1 will do as well. */
  y: Numbers;
}

export interface DecisionOptions {
  /** For a model with one output: where its two classes part. Default 0.5 if all outputs lie from 0 to 1, else 0. */
  threshold?: number;
  labels?: readonly [x: string, y: string];
}

/** A model: it is given rows of two numbers as a tensor, and answers a row of outputs for each. */
export type PlaneModel = (points: never) => Numbers;

const SIDE = 80;
/** Shades of a class, and the per cent of its colour in the weakest and in the strongest. */
const SHADES = 6;
const WEAKEST = 6;
const STRONGEST = 45;
/** Symbols with an inside, which is painted. */
const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "wye", "hexagon"] as const;
/** Part of the frame by which the shaded area is wider, so that its own border lies outside. */
const BEYOND = 0.04;

/** See `Plots.decision`. */
export function decision(
  { plot, words, width, host }: Maker,
  model: PlaneModel,
  samples: PlaneSamples,
  options: DecisionOptions = {},
): PlotOutput {
  if (typeof model !== "function") throw wrongArgument("decision", "model", "a module or a function", model);
  const points = gridOf(samples?.x, "decision", "samples.x", 2);
  if (points.shape[1] !== 2) throw wrongArgument("decision", "samples.x", "rows of two numbers", samples.x);
  const classes = gridOf(samples.y, "decision", "samples.y").values;
  const names = [...new Set(classes)].sort((a, b) => a - b);
  const data = classes.map((name, i) => ({
    x: points.values[2 * i] ?? 0,
    y: points.values[2 * i + 1] ?? 0,
    class: String(name),
  }));
  const [x1, x2] = ends(data.map(({ x }) => x));
  const [y1, y2] = ends(data.map(({ y }) => y));
  const area = { width: SIDE, height: SIDE, ...beyond("x", x1, x2), ...beyond("y", y1, y2) };
  const rows = Array.from({ length: SIDE * SIDE }, (_, i) => [
    area.x1 + ((area.x2 - area.x1) * ((i % SIDE) + 0.5)) / SIDE,
    area.y1 + ((area.y2 - area.y1) * (Math.floor(i / SIDE) + 0.5)) / SIDE,
  ]);
  const outputs = gridOf(
    host.noGrad(() => model(host.tensor(rows) as never)),
    "decision",
    "model's outputs",
  );
  if (outputs.values.length % rows.length !== 0 || outputs.values.length === 0)
    throw wrongArgument("decision", "model's outputs", "as many rows as points", outputs.values.slice(0, 0));
  const [xLabel, yLabel] = options.labels ?? ["x₁", "x₂"];
  return plot.plot({
    width: Math.min(width, 560),
    height: Math.min(width, 560) * 0.8,
    x: { domain: [x1, x2], label: xLabel },
    y: { domain: [y1, y2], label: yLabel },
    color: { type: "categorical", domain: names.map(String), range: SERIES_COLORS },
    symbol: { domain: names.map(String), range: SYMBOLS, legend: true },
    marks: [
      ...regions(outputs, rows.length, options.threshold).map(({ values, levels, fills }) =>
        plot.contour(values, {
          ...area,
          value: (value: number) => value,
          // These colours are asked of each area, not of the samples.
          ...(fills
            ? { fill: (({ value }: { value: number }) => fills[levels.indexOf(value)]) as never }
            : { stroke: "currentColor" }),
          thresholds: levels,
          clip: "frame",
        }),
      ),
      // A symbol as well as a colour for each class.
      plot.dot(data, {
        x: "x",
        y: "y",
        symbol: "class",
        fill: "class",
        stroke: "var(--paper)",
        strokeWidth: 0.8,
        r: 3.5,
        channels: { [words.class]: "class" },
        tip: { format: { symbol: false, fill: false } },
      }),
      plot.frame({ stroke: "var(--rule-strong)" }),
    ],
  });
}

interface Region {
  values: number[];
  /** The areas of at least these values, one over the other, and the fill of each. */
  levels: number[];
  fills?: string[];
}

/** Areas that are shaded the more, the surer the model is, and the lines between the classes. */
function regions(outputs: Grid, count: number, threshold: number | undefined): Region[] {
  const columns = outputs.values.length / count;
  if (columns === 1) {
    const { values } = outputs;
    const certain = values.every((value) => value >= 0 && value <= 1);
    const middle = threshold ?? (certain ? 0.5 : 0);
    const reach = Math.max(...values.map((value) => Math.abs(value - middle)).filter(Number.isFinite), 1e-9);
    const steps = Array.from({ length: SHADES }, (_, i) => (i + 0.5) / SHADES);
    const levels = [-2, ...steps.toReversed().map((step) => -step), 0, ...steps.slice(0, -1)];
    const sure = values.map((value) => (value - middle) / reach);
    const fills = levels.map((level, i) => {
      const next = levels[i + 1] ?? 1;
      return level < 0 ? shade(0, -(Math.max(level, -1) + next) / 2) : shade(1, (level + next) / 2);
    });
    return [
      { values: sure, levels, fills },
      { values: sure, levels: [0] },
    ];
  }
  // How far each class is ahead of the next best.
  const ahead = Array.from({ length: columns }, (_, own) =>
    Array.from({ length: count }, (_, row) => {
      let best = Number.NEGATIVE_INFINITY;
      for (let other = 0; other < columns; other++)
        if (other !== own) best = Math.max(best, outputs.values[row * columns + other] ?? 0);
      return (outputs.values[row * columns + own] ?? 0) - best;
    }),
  );
  const reach = ahead.flat().reduce((a, b) => (Number.isFinite(b) ? Math.max(a, b) : a), 1e-9);
  const levels = Array.from({ length: SHADES / 2 }, (_, i) => (2 * i) / SHADES);
  return [
    ...ahead.map((values, own) => ({
      values: values.map((value) => value / reach),
      levels,
      fills: levels.map((level) => shade(own, level + 1 / SHADES)),
    })),
    ...ahead.map((values) => ({ values, levels: [0] })),
  ];
}

function shade(own: number, strength: number): string {
  const color = SERIES_COLORS[own % SERIES_COLORS.length] ?? "currentColor";
  const part = Math.round(WEAKEST + strength * (STRONGEST - WEAKEST));
  return `color-mix(in oklab, ${color} ${part}%, var(--paper))`;
}

function beyond<Axis extends "x" | "y">(
  axis: Axis,
  low: number,
  high: number,
): Record<`${Axis}1` | `${Axis}2`, number> {
  const room = (high - low) * BEYOND;
  return { [`${axis}1`]: low - room, [`${axis}2`]: high + room } as Record<`${Axis}1` | `${Axis}2`, number>;
}

function ends(places: readonly number[]): [number, number] {
  const low = Math.min(...places);
  const high = Math.max(...places);
  const room = Math.max((high - low) * 0.12, 1e-6);
  return [low - room, high + room];
}
