/**
 * - `plot-unsupported`: an option that cannot leave the kernel; details `option`, `alternative`.
 * - `plot-too-many-elements`: details `limit`.
 * - `plot-too-large`: the drawing's text is too long; details `limit` (characters).
 * - `plot-size`: `width` or `height` out of range; details `option`, `value`, `limit`.
 * - `live-option`: a wrong option of a live plot; details `option`, `value`, `expected`.
 * - `live-number`: a point's coordinate is not a number; details `axis`, `value`.
 * - `plots-argument`: a helper can make nothing of an argument; details `helper`, `argument`, `kind` (what is wanted), `got`.
 * - `live-too-many-series`: details `limit`.
 */
export type PlotErrorCode =
  | "plot-unsupported"
  | "plot-too-many-elements"
  | "plot-too-large"
  | "plot-size"
  | "plots-argument"
  | "live-option"
  | "live-number"
  | "live-too-many-series";

/** What a plot refuses. The message is English; the page explains `code` with `details` in the reader's language. */
export class PlotError extends Error {
  override readonly name = "PlotError";

  constructor(
    readonly code: PlotErrorCode,
    readonly details: Record<string, string>,
    message: string,
  ) {
    super(message);
  }
}

/** The error for an option that cannot cross from the kernel to the page. */
export function unsupported(option: string, alternative: string): PlotError {
  return new PlotError(
    "plot-unsupported",
    { option, alternative },
    `${option} cannot be drawn in a cell; use ${alternative} instead`,
  );
}
