"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { inputKey } from "@/lib/notebook";
import type { MimeBundle, Output } from "@/lib/protocol";
import { useNotebook } from "../notebook/notebook";
import { ErrorOutputView } from "./error-output";
import { GraphOutput, SavedGraphs } from "./graph-output";
import { HtmlOutput } from "./html-output";
import { ImageView } from "./image-view";
import { InputOutput } from "./input-output";
import { LiveOutput } from "./live-output";
import { MarkdownText } from "./markdown";
import { PlotOutput } from "./plot-output";
import { RichOutput } from "./rich-loader";
import { useSavedInputs } from "./saved-inputs";
import { StreamGap } from "./stream-gap";
import { streamText, TextOutput } from "./text-output";

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
  const box = useRef<HTMLDivElement>(null);
  useSavedInputs(box, cell, outputs === null);

  // Watched rather than asked for: the page would be laid out for the answer, in the middle of a run.
  const height = useRef(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      height.current = entry?.borderBoxSize[0]?.blockSize ?? 0;
    });
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  // While a run puts out one thing after the other, the text below stays where it is.
  useLayoutEffect(() => {
    const element = box.current;
    if (!running || !element) return;
    element.style.minHeight = `${height.current}px`;
    return () => {
      element.style.minHeight = "";
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
      {outputs?.map((output, index) => (
        <OutputView key={identity(output, index)} cell={cell} output={output} />
      ))}
      {flooded && <p className="output-note">{words.outputCut}</p>}
    </div>
  );
}

/**
 * Outputs are appended or changed in place, so their place is their identity; but an input is the same in the next run
 * wherever it stands, for the reader may have hold of it.
 */
function identity(output: Output, index: number): string {
  const key = inputKey(output);
  return key === undefined ? String(index) : `input ${key}`;
}

function OutputView({ cell, output }: { cell: string; output: Output }) {
  switch (output.type) {
    case "stream":
      return (
        <>
          {output.omitted && output.omitted.characters > 0 && (
            <StreamGap cell={cell} omitted={output.omitted} />
          )}
          <TextOutput text={streamText(output.text)} stream={output.name} />
        </>
      );
    case "error":
      return <ErrorOutputView cell={cell} error={output} />;
    default:
      return <Bundle cell={cell} data={output.data} />;
  }
}

/** The richest form of a value that the page can draw. */
function Bundle({ cell, data }: { cell: string; data: MimeBundle }) {
  const { words, locale } = useNotebook();
  const input = data["application/vnd.gradbook.input+json"];
  if (input) return <InputOutput cell={cell} input={input} text={data["text/plain"]} />;
  const plot = data["application/vnd.gradbook.plot+json"];
  if (plot) return <PlotOutput plot={plot} words={words} locale={locale} name={cell} />;
  const live = data["application/vnd.gradbook.live+json"];
  if (live) return <LiveOutput data={live} name={cell} />;
  const graph = data["application/vnd.gradbook.graph+json"];
  if (graph) return <GraphOutput graph={graph} text={data["text/plain"]} words={words} />;
  const html = data["application/vnd.gradbook.html+json"];
  if (html) return <HtmlOutput tree={html} />;
  const image = data["application/vnd.gradbook.image+json"];
  if (image) return <ImageView image={image} />;
  const markdown = data["text/markdown"];
  if (markdown !== undefined) return <MarkdownText text={markdown} links="written" />;
  if (Object.keys(data).length > 1) return <RichOutput data={data} words={words} locale={locale} />;
  return <TextOutput text={data["text/plain"]} />;
}
