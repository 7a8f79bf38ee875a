import type { PlotOutput } from "../output";
import { SERIES_COLORS } from "../theme";
import type { Maker } from "./maker";
import { isTensor, type Numbers, namedLists, type TensorLike, wrongArgument } from "./values";

/** Numbers of one kind, or of several by name. */
export type Lists = Numbers | Record<string, Numbers>;

/** A network, as far as helpers look into it. */
export interface Network {
  namedParameters(): [string, { grad: TensorLike | null }][];
  namedModules(): [string, { forward: unknown; namedChildren(): unknown[] }][];
}

const ROW = 92;

/** See `Plots.histograms`. */
export function histograms(maker: Maker, lists: Lists): PlotOutput {
  return drawn(maker, namedLists(lists, "histograms", "lists"));
}

/** See `Plots.gradients`. */
export function gradients(maker: Maker, network: Network): PlotOutput {
  if (typeof network?.namedParameters !== "function")
    throw wrongArgument("gradients", "network", "a module", network);
  const lists = network
    .namedParameters()
    .flatMap(([name, { grad }]): [string, number[]][] => (grad ? [[name, grad.toArray()]] : []));
  if (lists.length === 0)
    throw wrongArgument(
      "gradients",
      "network",
      "a module whose parameters have gradients: call backward() first",
      "without any",
    );
  return drawn(maker, lists);
}

/** See `Plots.activations`. */
export function activations(
  maker: Maker,
  network: Network & ((inputs: never) => unknown),
  inputs: unknown,
): PlotOutput {
  if (typeof network?.namedModules !== "function")
    throw wrongArgument("activations", "network", "a module", network);
  const leaves = network
    .namedModules()
    .filter(([, module]) => module.namedChildren().length === 0)
    .map(([name, module]) => [layerName(name, module), module] as const);
  const lists: [string, number[]][] = [];
  for (const [name, module] of leaves) {
    const forward = module.forward as (...given: unknown[]) => unknown;
    module.forward = (...given: unknown[]) => {
      const output = forward.apply(module, given);
      if (isTensor(output)) lists.push([name, output.toArray()]);
      return output;
    };
  }
  try {
    maker.host.noGrad(() => network(inputs as never));
  } finally {
    for (const [, module] of leaves) Reflect.deleteProperty(module, "forward");
  }
  // A layer may be used more than once.
  return drawn(
    maker,
    lists.map(([name, values], i) => [
      lists.findIndex(([other]) => other === name) < i ? `${name} (${i})` : name,
      values,
    ]),
  );
}

/** A layer that has a number only, as in a `Sequential`, is called after what it is as well. */
function layerName(name: string, layer: object): string {
  return /(?:^|\.)\d+$/.test(name) ? `${name} ${layer.constructor.name}` : name;
}

function drawn({ plot, words, width }: Maker, lists: [name: string, values: number[]][]): PlotOutput {
  const bars = lists.flatMap(([name, values]) => binned(values).map((bin) => ({ name, ...bin })));
  const names = lists.map(([name]) => name);
  const longest = Math.max(...names.map((name) => name.length));
  return plot.plot({
    width,
    height: 46 + ROW * names.length,
    marginLeft: 46,
    marginRight: names.length > 1 ? Math.min(200, 16 + 7 * longest) : 20,
    x: { label: words.value, nice: true },
    // Each list has its own height: how many numbers there are is no matter of how they are spread.
    y: { axis: null, domain: [0, 1] },
    fy: { domain: names, label: null, axis: names.length > 1 ? "right" : null, padding: 0.18 },
    marks: [
      plot.rectY(bars, {
        fy: "name",
        x1: "x1",
        x2: "x2",
        y: "height",
        channels: { [words.count]: "count" },
        fill: SERIES_COLORS[0],
        inset: gapOf(bars, width),
        tip: { pointer: "x", format: { y: false } },
      }),
      plot.ruleX([0], { stroke: "var(--ink-faint)", strokeDasharray: "2,3" }),
      plot.ruleY([0], { stroke: "var(--rule-strong)" }),
    ],
  });
}

/** Pixels between bars: hardly any where they are thin themselves. */
function gapOf(bars: readonly Bin[], width: number): number {
  const ends = bars.flatMap(({ x1, x2 }) => [x1, x2]);
  const span = Math.max(...ends) - Math.min(...ends);
  const thinnest = Math.min(...bars.map(({ x1, x2 }) => x2 - x1));
  return Math.min(0.3, 0.1 * (thinnest / span) * (width / 2));
}

interface Bin {
  x1: number;
  x2: number;
  count: number;
  /** Its part of the highest. */
  height: number;
}

/** Thirty bins of equal width between the least and the greatest finite value; what is not finite is left out. */
function binned(values: readonly number[]): Bin[] {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (finite.length === 0) return [];
  const count = Math.min(30, Math.max(5, Math.ceil(Math.sqrt(finite.length) * 2)));
  const step = (high - low) / count || Math.max(Math.abs(low) * 0.02, 1e-3);
  const from = high > low ? low : low - (step * count) / 2;
  const bins = Array.from({ length: count }, (_, i) => ({
    x1: from + i * step,
    x2: from + (i + 1) * step,
    count: 0,
  }));
  for (const value of finite) {
    const bin = bins[Math.min(count - 1, Math.floor((value - from) / step))];
    if (bin) bin.count += 1;
  }
  const highest = Math.max(...bins.map((bin) => bin.count));
  return bins.flatMap((bin) => (bin.count > 0 ? [{ ...bin, height: bin.count / highest }] : []));
}
