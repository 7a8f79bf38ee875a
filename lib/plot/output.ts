import type { LegendOptions, ScaleName } from "@observablehq/plot";
import type { ElementNode, PlotData } from "../protocol";
import { compactTree } from "./compact";
import { describePlot, type PlotLocale } from "./describe";
import type { PlotFacts } from "./facts";

/** Width for which a saved plot is drawn a second time: that of a phone's page. */
export const NARROW_WIDTH = 350;

/** What can be read off a plot: the tips' texts, and the numbers. */
export type Readings = Pick<PlotData, "tips" | "table">;

/** A drawing, and what is still known of its scales. */
export interface Drawn {
  /** The picture. */
  tree: ElementNode;
  /** What can be said of it in words. */
  facts: PlotFacts;
  /** What Plot complained about, in English. */
  warnings: readonly string[];
  /** The same at another width, in CSS pixels; absent if its author chose one. */
  redraw?(width: number): PlotOutput;
  /** Gathered when it is shown: not every plot is. */
  readings(): Readings;
  scale(name: string): unknown;
  legend(name: string, options?: object): PlotOutput | undefined;
}

/** A plot or a legend that has been drawn. */
export class PlotOutput {
  readonly #drawn: Drawn;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  get tree(): ElementNode {
    return this.#drawn.tree;
  }

  get facts(): PlotFacts {
    return this.#drawn.facts;
  }

  get warnings(): readonly string[] {
    return this.#drawn.warnings;
  }

  /** A scale of the plot, as Plot exposes it; undefined if it has none of that name. */
  scale(name: ScaleName): unknown {
    return this.#drawn.scale(name);
  }

  /** The legend of one of its scales, as a picture of its own; undefined if it has no such scale. */
  legend(name: ScaleName, options?: LegendOptions): PlotOutput | undefined {
    return this.#drawn.legend(name, options);
  }

  /** The same plot, which can be drawn at other widths in a way of its own. */
  redrawnBy(redraw: (width: number) => PlotOutput): PlotOutput {
    return new PlotOutput({ ...this.#drawn, redraw });
  }

  /** What a page's HTML needs to show it to a reader of whom nothing is known yet. */
  toSaved(locale: PlotLocale): PlotData {
    const narrow = this.#drawn.redraw?.(NARROW_WIDTH).tree;
    return {
      tree: compactTree(this.tree),
      ...(narrow && { narrow: compactTree(narrow) }),
      description: describePlot(this.facts, locale),
    };
  }

  /** What the page needs to show it. */
  toData(locale: PlotLocale): PlotData {
    const { tips, table } = this.#drawn.readings();
    return {
      tree: this.tree,
      description: describePlot(this.facts, locale),
      ...(tips && tips.length > 0 && { tips }),
      ...(table && { table }),
    };
  }
}
