import { type PlotModule, wrapPlot } from "../library";
import type { PlotOutput } from "../output";
import { type DecisionOptions, decision, type PlaneModel, type PlaneSamples } from "./decision";
import { type DescentOptions, descent, type Paths } from "./descent";
import { activations, gradients, histograms, type Lists, type Network } from "./histograms";
import { type ImagesOptions, images } from "./images";
import { type LossOptions, losses, type Runs } from "./losses";
import type { Maker, PlotsHost } from "./maker";
import { type ConfusionOptions, confusion, type HeatMapOptions, heatMap } from "./matrix";
import { rateCurves, rateFinals } from "./rates";
import type { Numbers } from "./values";
import { wordsFor } from "./words";

export type { PlotsHost } from "./maker";

/** Pictures of training and of networks, one line each. All take arrays or tensors. */
export interface Plots {
  /** Loss curves, one or several by name: `plots.losses({ SGD: first, Adam: second })`. A place where a run diverged is marked. */
  losses(runs: Runs, options?: LossOptions): PlotOutput;
  /** Runs with different learning rates side by side: `plots.rateCurves({ 0.1: losses, 0.5: others })`. */
  rateCurves(runs: Runs): PlotOutput;
  /** The last loss of each run against its learning rate, which is the last number in its name. */
  rateFinals(runs: Runs): PlotOutput;
  /** Contour lines of a function of two numbers, and paths down it: `plots.descent((x, y) => x * x + 5 * y * y, path)`. */
  descent(
    f: (x: number, y: number) => number | { item(): number },
    paths?: Paths,
    options?: DescentOptions,
  ): PlotOutput;
  /** What a model says of each place in the plane, with the data that it learnt from: `plots.decision(net, { x, y })`. */
  decision(model: PlaneModel, samples: PlaneSamples, options?: DecisionOptions): PlotOutput;
  /** How numbers are spread, one list or several by name. */
  histograms(lists: Lists): PlotOutput;
  /** How what each layer puts out is spread: `plots.activations(net, inputs)`. */
  activations(network: Network & ((inputs: never) => unknown), inputs: unknown): PlotOutput;
  /** How the gradients of each parameter are spread, after `backward()`: `plots.gradients(net)`. */
  gradients(network: Network): PlotOutput;
  /** A matrix as colours, blue above zero and red below: `plots.heatMap(net.weight)`. */
  heatMap(matrix: Numbers, options?: HeatMapOptions): PlotOutput;
  /** How often each class was taken for which: `plots.confusion(y, scores.argmax(1))`. */
  confusion(actual: Numbers, predicted: Numbers, options?: ConfusionOptions): PlotOutput;
  /** Small grey pictures in rows: `plots.images(x, { labels: y })`. */
  images(pictures: Numbers, options?: ImagesOptions): PlotOutput;
}

/** The helpers, drawing with the real Plot and computing with the cells' own library. */
export function createPlots(Plot: PlotModule, host: PlotsHost): Plots {
  const drawn = (helper: (maker: Maker) => PlotOutput): PlotOutput => {
    const words = wordsFor(host.locale());
    const plot = wrapPlot(Plot, host);
    const at = (width: number) => helper({ Plot, plot, words, width, host });
    return at(host.width()).redrawnBy(at);
  };
  return Object.freeze({
    losses: (runs, options) => drawn((maker) => losses(maker, runs, options)),
    rateCurves: (runs) => drawn((maker) => rateCurves(maker, runs)),
    rateFinals: (runs) => drawn((maker) => rateFinals(maker, runs)),
    descent: (f, paths, options) => drawn((maker) => descent(maker, f, paths, options)),
    decision: (model, samples, options) => drawn((maker) => decision(maker, model, samples, options)),
    histograms: (lists) => drawn((maker) => histograms(maker, lists)),
    activations: (network, inputs) => drawn((maker) => activations(maker, network, inputs)),
    gradients: (network) => drawn((maker) => gradients(maker, network)),
    heatMap: (matrix, options) => drawn((maker) => heatMap(maker, matrix, options)),
    confusion: (actual, predicted, options) => drawn((maker) => confusion(maker, actual, predicted, options)),
    images: (pictures, options) => drawn((maker) => images(maker, pictures, options)),
  } satisfies Plots);
}
