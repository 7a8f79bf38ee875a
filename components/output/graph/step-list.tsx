import type { Messages } from "@/lib/i18n";
import type { GraphData, GraphValues } from "@/lib/protocol";
import { numberText } from "../numbers";
import { callOf, gradientLines, valueLines } from "./arithmetic";
import { numbersOf, shapeText } from "./figures";
import { textsOf } from "./layout";
import { visibleGraph } from "./visible";

const NOTHING_FOLDED: ReadonlySet<number> = new Set();

/** The whole graph in words, for who opens it. */
export function StepList(props: StepListProps) {
  return (
    <details className="graph-text">
      <summary>{props.words.graphAsText}</summary>
      <Steps {...props} />
    </details>
  );
}

export interface StepListProps {
  graph: GraphData;
  words: Messages;
}

/** What was computed, in order, and the gradients in the order in which backward comes to them. */
export function Steps({ graph, words }: StepListProps) {
  const visible = visibleGraph(graph, NOTHING_FOLDED);
  const vertexOf = new Map(visible.vertices.map(({ node }, vertex) => [node, vertex]));
  const back = graph.backward.filter((node) => vertexOf.has(node));
  return (
    <>
      <p className="graph-direction">{words.graphForward}</p>
      <ol>
        {visible.vertices.map(({ node, title, name, kind }, vertex) => (
          <li key={node}>
            <code>
              {name || `%${node}`}
              {kind === "leaf" ? "" : ` = ${title}(${inputsOf(graph, node)})`}
            </code>{" "}
            {kind === "leaf" && words.graphLeaf} {shapeText(graph.nodes[node]?.shape ?? [])}
            <Values values={graph.nodes[node]?.value} shape={graph.nodes[node]?.shape ?? []} />
            <Lines lines={valueLines(graph, visible.vertices[vertex]?.node ?? -1)} />
          </li>
        ))}
      </ol>
      {back.length > 0 && (
        <>
          <p className="graph-direction">{words.graphBackward}</p>
          <ol>
            {back.map((node) => (
              <li key={node}>
                <code>
                  ∂{nameOf(graph, graph.output)}/∂{nameOf(graph, node)}
                </code>
                <Values values={graph.nodes[node]?.gradient} shape={graph.nodes[node]?.shape ?? []} />
                <Lines lines={gradientLines(graph, visible, vertexOf.get(node) ?? -1)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function Values({ values, shape }: { values: GraphValues | undefined; shape: readonly number[] }) {
  if (!values) return null;
  const numbers = numbersOf(values);
  return <> = {numbers ? numbers.map(numberText).join(", ") : textsOf(values, shape).flat().join(", ")}</>;
}

function Lines({ lines }: { lines: ReturnType<typeof valueLines> }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ place, formula }) => (
        <li key={place}>
          {place} {formula.text}
        </li>
      ))}
    </ul>
  );
}

function inputsOf(graph: GraphData, node: number): string {
  return graph.edges
    .filter(({ to }) => to === node)
    .map(({ from }) => nameOf(graph, from))
    .join(", ");
}

function nameOf({ nodes }: GraphData, place: number): string {
  const node = nodes[place];
  return node ? (node.name ?? (node.op === "leaf" ? `%${place}` : callOf(node))) : "";
}
