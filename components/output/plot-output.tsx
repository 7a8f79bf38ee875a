import type { PlotData } from "@/lib/protocol";
import { ElementTree } from "./element-tree";

/** A plot: the picture, and its description for those who cannot see it. */
export function PlotOutput({ plot }: { plot: PlotData }) {
  return (
    <div className="output-plot" role="img" aria-label={plot.description}>
      <ElementTree node={plot.tree} />
    </div>
  );
}
