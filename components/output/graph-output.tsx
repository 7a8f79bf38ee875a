"use client";

import { type ComponentType, type RefObject, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Messages } from "@/lib/i18n";
import { type GraphData, parseGraph } from "@/lib/protocol";
import { TextOutput } from "./text-output";

type GraphView = ComponentType<{ graph: GraphData; words: Messages }>;

/** Pixels from the viewport at which what draws is loaded. */
const NEAR = "800px";

/** Loads what draws graphs, and lets the reader go through them. */
export const loadGraphView = (): Promise<GraphView> =>
  import("./graph/graph-view").then((module) => module.default);

/** Loads all that a graph may need: the formulas too, which it asks for when there is one to be shown. */
export const loadGraphParts = (): Promise<unknown> =>
  import("./graph/graph-view").then((module) => module.loadFormulas());

/** A graph, drawn when it is near the viewport; its text until then, and where what draws cannot be had. */
export function GraphOutput({ graph, text, words }: { graph: GraphData; text: string; words: Messages }) {
  const box = useRef<HTMLDivElement>(null);
  const [View, setView] = useState<GraphView | null>(null);
  useEffect(() => {
    const element = box.current;
    return element ? whenNear([element], (_, View) => setView(() => View)) : undefined;
  }, []);
  return (
    <div ref={box} className="graph-output">
      {View ? <View graph={graph} words={words} /> : <TextOutput text={text} />}
    </div>
  );
}

/** Brings the graphs to life that stand in a cell's saved output. */
export function SavedGraphs({ box, words }: { box: RefObject<HTMLElement | null>; words: Messages }) {
  const [live, setLive] = useState<{ host: HTMLElement; graph: GraphData; View: GraphView }[]>([]);
  useEffect(() => {
    const places = [...(box.current?.querySelectorAll<HTMLElement>("[data-graph]") ?? [])];
    if (places.length === 0) return;
    const hosts: HTMLElement[] = [];
    const leave = whenNear(places, (place, View) => {
      const graph = graphIn(place);
      if (!graph) return;
      const host = document.createElement("div");
      hosts.push(host);
      place.append(host);
      place.dataset.graph = "live";
      setLive((before) => [...before, { host, graph, View }]);
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
function graphIn(place: HTMLElement): GraphData | null {
  try {
    return parseGraph(JSON.parse(place.querySelector("script")?.textContent ?? ""));
  } catch {
    return null;
  }
}

/** Calls back for each element once, when it is near and what draws has come; without a network it stays as it is. */
function whenNear(
  elements: readonly HTMLElement[],
  then: (element: HTMLElement, View: GraphView) => void,
): () => void {
  let gone = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        loadGraphView().then(
          (View) => gone || then(target as HTMLElement, View),
          () => undefined,
        );
      }
    },
    { rootMargin: NEAR },
  );
  for (const element of elements) observer.observe(element);
  return () => {
    gone = true;
    observer.disconnect();
  };
}
