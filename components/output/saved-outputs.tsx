import { renderMarkdown } from "@/lib/content/markdown";
import type { Messages } from "@/lib/i18n";
import type { MimeBundle, Output, PlotData } from "@/lib/protocol";
import { drawElements } from "./elements";
import { SavedGraph } from "./graph/saved-graph";
import { ImageView } from "./image-view";
import { leftOutText } from "./left-out";
import { drawPicture } from "./picture";
import { ProgressOutput } from "./progress-output";
import { SavedInput } from "./saved-input";
import { FIRST_ROWS, TableGrid, tableNote } from "./table-grid";
import { tensorFacts } from "./tensor-facts";
import { streamText, TextOutput } from "./text-output";

/**
 * What the build's run of a cell put out: the same sight as `Outputs` gives, without anything that a script would do.
 *
 * @param id unique in the page
 */
export function SavedOutputs({
  id,
  outputs,
  words,
}: {
  id: string;
  outputs: readonly Output[];
  words: Messages;
}) {
  return outputs.map((output, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: saved outputs never change
    <SavedOutput key={index} id={`${id}-${index}-`} output={output} words={words} />
  ));
}

function SavedOutput({ id, output, words }: { id: string; output: Output; words: Messages }) {
  if (output.type === "stream") {
    const { omitted } = output;
    return (
      <>
        {omitted && omitted.characters > 0 && (
          <p className="output-note output-gap">{leftOutText(omitted, words)}</p>
        )}
        <TextOutput text={streamText(output.text)} stream={output.name} />
      </>
    );
  }
  // A cell that fails ends the build, so there is none.
  if (output.type === "error") return null;
  return <SavedBundle id={id} data={output.data} words={words} />;
}

function SavedBundle({ id, data, words }: { id: string; data: MimeBundle; words: Messages }) {
  const input = data["application/vnd.gradbook.input+json"];
  if (input)
    return (
      <SavedInput
        id={`${id}input`}
        input={input}
        unnamed={words.inputUnnamed}
        hint={words.inputNeedsScripts}
      />
    );
  const plot = data["application/vnd.gradbook.plot+json"];
  if (plot) return <SavedPicture className="output-plot" id={id} plot={plot} />;
  const picture = data["application/vnd.gradbook.live+json"]?.picture;
  if (picture) {
    return (
      <div className="output-plot">
        <SavedPicture className="plot-live" id={id} plot={picture} />
      </div>
    );
  }
  const graph = data["application/vnd.gradbook.graph+json"];
  if (graph) return <SavedGraph id={id} graph={graph} words={words} />;
  const html = data["application/vnd.gradbook.html+json"];
  if (html) return <div className="output-html">{drawPicture(html, id, "html")}</div>;
  const image = data["application/vnd.gradbook.image+json"];
  if (image) return <ImageView image={image} />;
  const markdown = data["text/markdown"];
  if (markdown !== undefined)
    return <div className="markdown">{drawElements(renderMarkdown(markdown, "written"))}</div>;
  const progress = data["application/vnd.gradbook.progress+json"];
  if (progress) return <ProgressOutput data={progress} words={words} />;
  const table = data["application/vnd.gradbook.table+json"];
  if (table) {
    return (
      <figure className="table-output">
        <div className="table-rows">
          <TableGrid data={table} rows={table.rows.slice(0, FIRST_ROWS)} />
        </div>
        <figcaption className="output-note">{tableNote(table, words)}</figcaption>
      </figure>
    );
  }
  const tensor = data["application/vnd.gradbook.tensor+json"];
  return (
    <>
      <TextOutput text={data["text/plain"]} />
      {tensor && <p className="output-note">{tensorFacts(tensor)}</p>}
    </>
  );
}

function SavedPicture({ className, id, plot }: { className: string; id: string; plot: PlotData }) {
  return (
    <div className={className} role="img" aria-label={plot.description}>
      {plot.narrow ? (
        <>
          <div className="plot-only-wide">{drawPicture(plot.tree, id)}</div>
          <div className="plot-only-narrow">{drawPicture(plot.narrow, `${id}narrow-`)}</div>
        </>
      ) : (
        drawPicture(plot.tree, id)
      )}
    </div>
  );
}
