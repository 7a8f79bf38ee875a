"use client";

import { useRef } from "react";
import type { Messages } from "@/lib/i18n";
import type { PlotData } from "@/lib/protocol";
import { ElementTree } from "./element-tree";
import { PlotTools } from "./plot-tools-loader";

/** A plot: the picture, its description for those who cannot see it, and what can be done with it. */
export function PlotOutput({
  plot,
  words,
  locale,
  name,
}: {
  plot: PlotData;
  words: Messages;
  locale: string;
  name: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { table } = plot;
  return (
    <div className="output-plot">
      <div className="plot-box" ref={box}>
        <div role="img" aria-label={plot.description}>
          <ElementTree node={plot.tree} />
        </div>
        <PlotTools
          box={box}
          tips={plot.tips}
          table={table && (() => table)}
          words={words}
          locale={locale}
          name={name}
        />
      </div>
    </div>
  );
}
