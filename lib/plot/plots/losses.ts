import { addPoints, emptyLive } from "../live-data";
import { layoutLive } from "../live-layout";
import { liveOptions } from "../live-options";
import { drawLive, liveFacts } from "../live-picture";
import { liveTable } from "../live-table";
import { liveTips } from "../live-tips";
import { PlotOutput } from "../output";
import type { Maker } from "./maker";
import { type Numbers, namedLists, wrongArgument } from "./values";

/** Losses of one run, or of several by name. */
export type Runs = Numbers | Record<string, Numbers>;

export interface LossOptions {
  title?: string;
  /** What is counted along the horizontal axis. Default: updates. */
  x?: { label?: string; type?: "linear" | "log" };
  /** Default: logarithmic, if no loss is zero or negative. */
  y?: { label?: string; type?: "linear" | "log" };
  /** In CSS pixels; default 320. */
  height?: number;
}

/** See `Plots.losses`. */
export function losses({ Plot, words, width }: Maker, runs: Runs, options: LossOptions = {}): PlotOutput {
  const lists = namedLists(runs, "losses", "runs");
  if (lists.length > 64) throw wrongArgument("losses", "runs", "at most 64 runs", `${lists.length} runs`);
  const finite = lists.flatMap(([, values]) => values.filter(Number.isFinite));
  const log = finite.length > 0 && finite.every((value) => value > 0);
  const checked = liveOptions({
    ...options,
    x: { label: words.update, ...options.x },
    y: { label: words.loss, type: log ? "log" : "linear", ...options.y },
  });
  let data = emptyLive(checked);
  for (const [name, values] of lists)
    data = addPoints(
      data,
      name,
      values.map((_, i) => i + 1),
      values,
    );
  const layout = layoutLive(data, width);
  const tree = drawLive(Plot, data, layout);
  return new PlotOutput({
    tree,
    facts: liveFacts(data, layout),
    warnings: [],
    readings: () => ({ tips: liveTips(data, layout), table: liveTable(data) }),
    scale: () => undefined,
    legend: () => undefined,
  });
}
