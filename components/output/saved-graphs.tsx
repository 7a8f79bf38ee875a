"use client";

import { type RefObject, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import type { Messages } from "@/lib/i18n";
import type { GraphData } from "@/lib/protocol";
import type { GraphModule } from "./graph/graph-view";
import { whenNear } from "./graph-loader";

interface LiveGraph {
  host: HTMLElement;
  graph: GraphData;
  View: GraphModule["default"];
}

/** Brings the graphs to life that stand in a cell's saved output. */
export function SavedGraphs({ box, words }: { box: RefObject<HTMLElement | null>; words: Messages }) {
  const [live, setLive] = useState<LiveGraph[]>([]);
  useEffect(() => {
    const places = [...(box.current?.querySelectorAll<HTMLElement>("[data-graph]") ?? [])];
    if (places.length === 0) return;
    const hosts: HTMLElement[] = [];
    const leave = whenNear(places, (place, { default: View, parseGraph }) => {
      const graph = graphIn(place, parseGraph);
      if (!graph) return;
      const host = document.createElement("div");
      hosts.push(host);
      place.append(host);
      place.dataset.graph = "live";
      // At once: between picture and graph the page must not be drawn with neither.
      flushSync(() => setLive((before) => [...before, { host, graph, View }]));
    });
    return () => {
      leave();
      for (const host of hosts) host.remove();
      for (const place of places) place.dataset.graph = "";
    };
  }, [box]);
  return live.map(({ host, graph, View }, place) =>
    createPortal(<View graph={graph} words={words} />, host, String(place)),
  );
}

/** The data that the build put beside a picture. */
function graphIn(place: HTMLElement, parseGraph: GraphModule["parseGraph"]): GraphData | null {
  try {
    return parseGraph(JSON.parse(place.querySelector("script")?.textContent ?? ""));
  } catch {
    return null;
  }
}
