"use client";

import vendor from "@/.generated/vendor.json";
import type { LiveData } from "@/lib/protocol";
import { asset } from "../layout/site";
import { useNotebook } from "../notebook/notebook";
import { LivePlot } from "./live-plot";

/** The real Plot, loaded when the first live plot is drawn; the same file that kernels are given as text. */
function loadPlot(): Promise<typeof import("@observablehq/plot")> {
  return import(/* turbopackIgnore: true */ asset(vendor.plot)) as Promise<
    typeof import("@observablehq/plot")
  >;
}

/** A live plot in the page's language. */
export function LiveOutput({ data }: { data: LiveData }) {
  const { locale } = useNotebook();
  return (
    <div className="output-plot">
      <LivePlot data={data} locale={locale} loadPlot={loadPlot} />
    </div>
  );
}
