"use client";

import type { LiveData } from "@/lib/protocol";
import { kernelSource } from "../notebook/kernel-source";
import { useNotebook } from "../notebook/notebook";
import { type Drawing, LivePlot } from "./live-plot";

let drawing: Promise<Drawing> | null = null;

/**
 * What draws, loaded with the first live plot: the same text that kernels are given, so it is fetched once. It is
 * imported from memory, because a browser without a network may not take a second look at its cache.
 */
function loadDrawing(): Promise<Drawing> {
  drawing ??= kernelSource.loadLibrary("plot").then(async (text) => {
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    try {
      return (await import(/* turbopackIgnore: true */ url)) as Drawing;
    } finally {
      URL.revokeObjectURL(url);
    }
  });
  drawing.catch(() => {
    drawing = null;
  });
  return drawing;
}

/** A live plot in the page's language. */
export function LiveOutput({ data, name }: { data: LiveData; name: string }) {
  const { locale, words } = useNotebook();
  return (
    <div className="output-plot">
      <LivePlot data={data} locale={locale} words={words} name={name} loadDrawing={loadDrawing} />
    </div>
  );
}
