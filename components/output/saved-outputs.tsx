import type { Messages } from "@/lib/i18n";
import type { MimeBundle, Output, PlotData } from "@/lib/protocol";
import { drawPicture } from "./picture";
import { SavedInput } from "./saved-input";
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
  if (output.type === "stream") return <TextOutput text={streamText(output.text)} stream={output.name} />;
  // A cell that fails ends the build, so there is none.
  if (output.type === "error") return null;
  return <SavedBundle id={id} data={output.data} words={words} />;
}

function SavedBundle({ id, data, words }: { id: string; data: MimeBundle; words: Messages }) {
  const plot = data["application/vnd.gradbook.plot+json"];
  if (plot) return <SavedPicture className="output-plot" id={id} plot={plot} />;
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
  const picture = data["application/vnd.gradbook.live+json"]?.picture;
  if (!picture) return <TextOutput text={data["text/plain"]} />;
  return (
    <div className="output-plot">
      <SavedPicture className="plot-live" id={id} plot={picture} />
    </div>
  );
}

function SavedPicture({ className, id, plot }: { className: string; id: string; plot: PlotData }) {
  return (
    <div className={className} role="img" aria-label={plot.description}>
      {drawPicture(plot.tree, id)}
    </div>
  );
}
