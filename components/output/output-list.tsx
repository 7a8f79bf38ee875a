"use client";

import { inputKey } from "@/lib/notebook";
import type { MimeBundle, Output } from "@/lib/protocol";
import { useNotebook } from "../notebook/notebook";
import { ErrorOutputView } from "./error-output";
import { GraphOutput } from "./graph-output";
import { HtmlOutput } from "./html-output";
import { ImageView } from "./image-view";
import { InputOutput } from "./input-output";
import { LiveOutput } from "./live-output";
import { MarkdownText } from "./markdown";
import { PlotOutput } from "./plot-output";
import { RichOutput } from "./rich-loader";
import { StreamGap } from "./stream-gap";
import { streamText, TextOutput } from "./text-output";

/** What a run of a cell has put out, in order. */
export function OutputList({ cell, outputs }: { cell: string; outputs: readonly Output[] }) {
  return outputs.map((output, index) => (
    <OutputView key={identity(output, index)} cell={cell} output={output} />
  ));
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
