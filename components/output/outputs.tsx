"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import type { Output } from "@/lib/protocol";
import { useNotebook } from "../notebook/notebook";
import { running as runningParts } from "../notebook/running-loader";
import { SavedGraphs } from "./saved-graphs";
import { useSavedInputs } from "./saved-inputs";

/** All that a cell has put out, in order; until it has run, what the build's run put out. */
export function Outputs({
  cell,
  outputs,
  running,
  flooded,
  stale,
  saved,
}: {
  cell: string;
  /** Null if it has not run. */
  outputs: readonly Output[] | null;
  running: boolean;
  flooded: boolean;
  stale: boolean;
  saved: ReactNode;
}) {
  const { words } = useNotebook();
  const List = runningParts()?.OutputList;
  const box = useRef<HTMLDivElement>(null);
  useSavedInputs(box, cell, outputs === null);

  useEffect(() => (box.current ? watchHeight(box.current) : undefined), []);

  // While a run puts out one thing after the other, and what draws it is on its way, the text below stays where it is.
  const stopWaiting = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const element = box.current;
    if (!running || !element) return;
    stopWaiting.current();
    element.style.minHeight = `${heights.get(element) ?? 0}px`;
    return () => {
      stopWaiting.current = whenDrawn(element, () => {
        element.style.minHeight = "";
      });
    };
  }, [running]);

  return (
    <div
      ref={box}
      className="outputs"
      role="group"
      aria-label={`${words.output} · ${words.cell(cell)}`}
      data-stale={stale || undefined}
      data-saved={outputs === null || undefined}
      title={outputs === null && saved ? words.savedOutput : undefined}
    >
      {outputs === null && saved}
      {outputs === null && saved && <SavedGraphs box={box} words={words} />}
      {outputs && List && <List cell={cell} outputs={outputs} />}
      {flooded && <p className="output-note">{words.outputCut}</p>}
    </div>
  );
}

/** Heights are watched rather than asked for: the page would be laid out for the answer, in the middle of a run. */
const heights = new WeakMap<Element, number>();
let observer: ResizeObserver | undefined;

function watchHeight(element: Element): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) heights.set(target, borderBoxSize[0]?.blockSize ?? 0);
  });
  observer.observe(element);
  return () => observer?.unobserve(element);
}

/** Calls back when nothing in the element is on its way any more. @returns ends the waiting */
function whenDrawn(element: HTMLElement, then: () => void): () => void {
  const observer = new MutationObserver(() => look());
  const look = () => {
    if (element.querySelector("[data-pending]")) return false;
    observer.disconnect();
    then();
    return true;
  };
  if (!look())
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ["data-pending"] });
  return () => observer.disconnect();
}
