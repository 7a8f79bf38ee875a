"use client";

import type { MimeBundle, Output } from "@/lib/protocol";
import { useNotebook } from "../notebook/notebook";
import { ErrorOutputView } from "./error-output";
import { LiveOutput } from "./live-output";
import { PlotOutput } from "./plot-output";

/** All that a cell has put out, in order. */
export function Outputs({
  cell,
  outputs,
  flooded,
  stale,
  saved,
}: {
  cell: string;
  outputs: readonly Output[];
  flooded: boolean;
  stale: boolean;
  saved: boolean;
}) {
  const { words } = useNotebook();
  return (
    <div
      className="outputs"
      role="group"
      aria-label={`${words.output} · ${words.cell(cell)}`}
      data-stale={stale || undefined}
      data-saved={saved || undefined}
      title={saved && outputs.length > 0 ? words.savedOutput : undefined}
    >
      {outputs.map((output, index) => (
        // Outputs are only ever appended, so their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <OutputView key={index} cell={cell} output={output} />
      ))}
      {flooded && <p className="output-note">{words.outputCut}</p>}
    </div>
  );
}

function OutputView({ cell, output }: { cell: string; output: Output }) {
  switch (output.type) {
    case "stream":
      return <TextOutput text={output.text.replace(/\n$/, "")} stream={output.name} />;
    case "error":
      return <ErrorOutputView cell={cell} error={output} />;
    default:
      return <Bundle data={output.data} />;
  }
}

/** The richest form of a value that the page can draw. */
function Bundle({ data }: { data: MimeBundle }) {
  const plot = data["application/vnd.gradbook.plot+json"];
  if (plot) return <PlotOutput plot={plot} />;
  const live = data["application/vnd.gradbook.live+json"];
  if (live) return <LiveOutput data={live} />;
  return <TextOutput text={data["text/plain"]} />;
}

function TextOutput({ text, stream }: { text: string; stream?: string }) {
  return (
    // Long output scrolls inside itself, so the keyboard must be able to get there.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <pre className="output-text" data-stream={stream} tabIndex={0}>
      {text}
    </pre>
  );
}
