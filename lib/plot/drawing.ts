/**
 * The room's second door: all that draws. It comes to page and kernel as one bundle together with the real Plot, which
 * only runs that draw something load; the door beside it (`index.ts`) is light.
 */
export { describePlot } from "./describe";
export { PlotDocument } from "./document";
export { DEFAULT_WIDTH, type PlotLibrary, wrapPlot } from "./library";
export { LiveDrawing } from "./live-drawing";
export { type LivePictureOptions, livePicture, savedLivePicture } from "./live-picture";
export { PlotOutput } from "./output";
export { createPlots, type Plots, type PlotsHost } from "./plots";
export { toTree } from "./tree";
