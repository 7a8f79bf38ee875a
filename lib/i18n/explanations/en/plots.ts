import type { Explanation } from "../explanation";
import type { plots as zh } from "../zh/plots";

/** What plots refuse. Their messages say what to do. */
export const plots: Record<keyof typeof zh, Explanation> = {
  "plot-unsupported": null,
  "plot-too-many-elements": null,
  "plot-too-large": null,
  "plot-size": null,
  "plots-argument": null,
  "live-option": null,
  "live-number": null,
  "live-too-many-series": null,
};
