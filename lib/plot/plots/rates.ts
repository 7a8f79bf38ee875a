import { logTickText, settleAxis } from "../live-axis";
import type { PlotOutput } from "../output";
import { SERIES_COLORS } from "../theme";
import type { Runs } from "./losses";
import type { Maker } from "./maker";
import { namedLists } from "./values";

const COLOR = SERIES_COLORS[0] ?? "currentColor";
/** Pixels that a small picture needs at least. */
const NARROWEST = 160;
const LOST = SERIES_COLORS[1] ?? "currentColor";

/** See `Plots.rateCurves`. */
export function rateCurves({ plot, words, width }: Maker, runs: Runs): PlotOutput {
  const points = namedLists(runs, "rateCurves", "runs").flatMap(([rate, values]) =>
    thinned(values).map(([update, loss]) => ({ rate, update, loss })),
  );
  const rates = [...new Set(points.map(({ rate }) => rate))];
  // An object has its whole numbers first, wherever they were written.
  if (rates.every((rate) => Number.isFinite(rateOf(rate)))) rates.sort((a, b) => rateOf(a) - rateOf(b));
  const most = Math.max(1, Math.floor(width / NARROWEST));
  // Rows of equal length: four are two and two where there is no room for four.
  const columns = Math.ceil(rates.length / Math.ceil(rates.length / most));
  const place = (rate: string) => rates.indexOf(rate);
  const facets = {
    fx: (d: Named) => place(d.rate) % columns,
    fy: (d: Named) => Math.floor(place(d.rate) / columns),
  };
  const log = points.every(({ loss }) => !Number.isFinite(loss) || loss > 0);
  return plot.plot({
    width,
    height: 60 + 150 * Math.ceil(rates.length / columns),
    marginTop: 24,
    marginLeft: 54,
    fx: { axis: null, padding: 0.14 },
    fy: { axis: null },
    x: { label: words.update, ticks: 2, nice: true },
    y: {
      ...axis(
        words.loss,
        log,
        points.map(({ loss }) => loss),
        0,
      ),
      grid: true,
    },
    marks: [
      plot.line(points, {
        ...facets,
        x: "update",
        y: drawable(log),
        stroke: COLOR,
        strokeWidth: 1.5,
        tip: "x",
      }),
      plot.dot(lost(points, log), {
        ...facets,
        x: "update",
        y: "loss",
        symbol: "times",
        stroke: LOST,
        r: 4,
        strokeWidth: 2,
      }),
      plot.text(
        rates.map((rate) => ({ rate, text: named(words.rate, rate) })),
        { ...facets, text: "text", frameAnchor: "top", dy: -14, fontWeight: 600 },
      ),
    ],
  });
}

/** See `Plots.rateFinals`. */
export function rateFinals({ plot, words, width }: Maker, runs: Runs): PlotOutput {
  const finals = namedLists(runs, "rateFinals", "runs")
    .map(([name, values]) => ({ name, rate: rateOf(name), loss: values.at(-1) ?? Number.NaN }))
    .sort((a, b) => a.rate - b.rate);
  const finite = finals.filter(({ loss }) => Number.isFinite(loss));
  const log = finite.length > 0 && finite.every(({ loss }) => loss > 0);
  const best = finite.reduce<(typeof finite)[number] | undefined>(
    (least, one) => (least && least.loss <= one.loss ? least : one),
    undefined,
  );
  return plot.plot({
    width,
    height: 300,
    marginTop: 28,
    x: {
      ...axis(
        words.rate,
        finals.every(({ rate }) => rate > 0),
        finals.map(({ rate }) => rate),
        0.03,
      ),
      grid: true,
    },
    y: {
      ...axis(
        words.finalLoss,
        log,
        finite.map(({ loss }) => loss),
        0.08,
      ),
      grid: true,
    },
    marks: [
      plot.line(finals, { x: "rate", y: "loss", stroke: COLOR, strokeWidth: 1.5 }),
      plot.dot(finite, { x: "rate", y: "loss", fill: COLOR, r: 4, tip: true }),
      plot.dot(best ? [best] : [], { x: "rate", y: "loss", stroke: COLOR, r: 8 }),
      // Those that diverged have no height: they stand above the others.
      plot.text(
        finals.filter(({ loss }) => !Number.isFinite(loss)),
        {
          x: "rate",
          text: () => `✕ ${words.diverged}`,
          frameAnchor: "top",
          fill: LOST,
          dy: -4,
          lineAnchor: "bottom",
        },
      ),
    ],
  });
}

/** An axis as live plots have them: few ticks, and powers of ten as such. */
function axis(label: string, log: boolean, values: number[], margin: number): object {
  const { type, domain, ticks } = settleAxis({ type: log ? "log" : "linear" }, [values], margin);
  return { label, type, domain, ...(ticks ? { ticks, tickFormat: logTickText } : { ticks: 4 }) };
}

interface Named {
  rate: string;
}

interface Point extends Named {
  update: number;
  loss: number;
}

function drawable(log: boolean): (point: Point) => number {
  return ({ loss }) => (Number.isFinite(loss) && (!log || loss > 0) ? loss : Number.NaN);
}

/** The last point of each run that stopped being numbers. */
function lost(points: readonly Point[], log: boolean): Point[] {
  const y = drawable(log);
  return points.filter((point, i) => {
    const next = points[i + 1];
    return next?.rate === point.rate && !Number.isNaN(y(point)) && !Number.isFinite(next.loss);
  });
}

/** At most about a thousand points of a run: small pictures show no more. */
function thinned(values: readonly number[]): [update: number, loss: number][] {
  const step = Math.ceil(values.length / 1000);
  return values.flatMap((loss, i): [number, number][] =>
    i % step === 0 || i === values.length - 1 || !Number.isFinite(loss) ? [[i + 1, loss]] : [],
  );
}

function named(word: string, rate: string): string {
  return Number.isNaN(Number(rate)) ? rate : `${word} ${rate}`;
}

/** The rate that a run is named after: the last number in its name. */
function rateOf(name: string): number {
  return Number(name.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)?.at(-1) ?? Number.NaN);
}
