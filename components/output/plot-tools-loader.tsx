"use client";

import { lazy, Suspense } from "react";
import type { PlotToolsProps } from "./plot-tools";

/** Loads what can be done with plots. */
export const loadPlotTools = () => import("./plot-tools");

// Where they cannot be loaded, the picture is there all the same.
const Tools = lazy(() => loadPlotTools().catch(() => ({ default: () => null })));

/** A plot's tools, loaded when the first plot is shown that has been run. */
export function PlotTools(props: PlotToolsProps) {
  return (
    <Suspense fallback={null}>
      <Tools {...props} />
    </Suspense>
  );
}
