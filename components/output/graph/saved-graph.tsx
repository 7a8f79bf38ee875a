import type { Messages } from "@/lib/i18n";
import type { GraphData } from "@/lib/protocol";
import { layoutGraph } from "./layout";
import { GraphPicture } from "./picture";
import { StepList } from "./step-list";
import { foldedAtFirst, visibleGraph } from "./visible";

/**
 * A graph as the build's run of its cell left it: a picture of all of it, for wide pages and for narrow ones, and all steps
 * as text. The data stand beside it, for the scripts that bring it to life when the reader comes near.
 *
 * @param id unique in the page
 */
export function SavedGraph({ id, graph, words }: { id: string; graph: GraphData; words: Messages }) {
  const visible = visibleGraph(graph, foldedAtFirst(graph));
  const name = graph.nodes[graph.output]?.name ?? words.graphResult;
  return (
    <div className="graph-output" data-graph="">
      <div className="graph-saved">
        {(["wide", "narrow"] as const).map((form) => (
          <div
            key={form}
            className={`graph-frame graph-only-${form}`}
            role="img"
            aria-label={words.graphOf(name)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so the keyboard must be able to get there
            tabIndex={0}
          >
            <GraphPicture
              id={`${id}${form}`}
              graph={graph}
              visible={visible}
              layout={layoutGraph(graph, visible, form)}
            />
          </div>
        ))}
        <div className="graph-waiting">
          <p>{words.graphNeedsScripts}</p>
        </div>
        <StepList graph={graph} words={words} />
      </div>
      <script
        type="application/json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own numbers, written when the site is built; no tag can end in them
        dangerouslySetInnerHTML={{ __html: JSON.stringify(graph).replaceAll("<", "\\u003c") }}
      />
    </div>
  );
}
