import type { LegendOptions, ScaleName } from "@observablehq/plot";
import type { ElementNode, PlotData } from "../protocol";
import { describePlot, type PlotLocale } from "./describe";
import type { PlotFacts } from "./facts";

/** What a drawn plot still knows of its scales. */
export interface DrawnScales {
  scale(name: string): unknown;
  legend(name: string, options?: object): PlotOutput | undefined;
}

/** A plot or a legend that has been drawn. */
export class PlotOutput {
  readonly #scales: DrawnScales;

  constructor(
    /** The picture. */
    readonly tree: ElementNode,
    /** What can be said of it in words. */
    readonly facts: PlotFacts,
    /** What Plot complained about, in English. */
    readonly warnings: readonly string[],
    scales: DrawnScales,
  ) {
    this.#scales = scales;
  }

  /** A scale of the plot, as Plot exposes it; undefined if it has none of that name. */
  scale(name: ScaleName): unknown {
    return this.#scales.scale(name);
  }

  /** The legend of one of its scales, as a picture of its own; undefined if it has no such scale. */
  legend(name: ScaleName, options?: LegendOptions): PlotOutput | undefined {
    return this.#scales.legend(name, options);
  }

  /** What the page needs to show it. */
  toData(locale: PlotLocale): PlotData {
    return { tree: this.tree, description: describePlot(this.facts, locale) };
  }
}
