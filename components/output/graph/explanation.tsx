import type { Messages } from "@/lib/i18n";
import type { GraphData } from "@/lib/protocol";
import {
  callOf,
  type ElementLine,
  gradientLines,
  joinLines,
  passedLines,
  slopeName,
  valueLines,
} from "./arithmetic";
import { FormulaLine } from "./formula-line";
import type { Spot } from "./picture";
import type { GraphStep, Progress } from "./steps";
import type { Visible } from "./visible";

/** Elements of a tensor whose arithmetic is written out. */
const MAX_LINES = 8;

interface ExplanationProps {
  graph: GraphData;
  visible: Visible;
  words: Messages;
}

/** What is said below the picture of a card or a line: its arithmetic. */
export function SpotExplanation({ spot, ...props }: ExplanationProps & { spot: Spot }) {
  const { graph, visible, words } = props;
  if (spot.kind === "line") return <PassExplanation {...props} arc={spot.arc} />;
  const vertex = visible.vertices[spot.vertex];
  const node = graph.nodes[vertex?.node ?? -1];
  if (!vertex || !node) return null;
  const values = vertex.kind === "module" ? [] : valueLines(graph, vertex.node);
  const gradients = gradientLines(graph, visible, spot.vertex);
  const name = nameOfVertex(props, spot.vertex);
  return (
    <>
      <p>
        <strong>{name}</strong>
        {vertex.title !== "" && vertex.title !== name && <> = {vertex.title}</>}
      </p>
      {values.length > 0 && <Lines lines={values} words={words} kind="value" />}
      {gradients.length > 0 && (
        <>
          <p className="graph-slope">
            <FormulaLine formula={slopeName(outputName(graph, words), name)} />
          </p>
          <Lines lines={gradients} words={words} kind="gradient" />
        </>
      )}
    </>
  );
}

/** What is said of a step. */
export function StepExplanation({
  step,
  progress,
  ...props
}: ExplanationProps & { step: GraphStep; progress: Progress }) {
  const { graph, visible, words } = props;
  if (step.kind === "begin") return <p>{words.graphStarts(nameOfVertex(props, step.vertex))}</p>;
  if (step.kind === "pass") {
    const arrived = progress.gradients[visible.arcs[step.arc]?.from ?? -1]?.arrived ?? [];
    const joined = joinLines(graph, visible.arcs, arrived);
    return (
      <>
        <PassExplanation {...props} arc={step.arc} />
        {joined.length > 0 && (
          <>
            <p>{words.graphAdded}</p>
            <Lines lines={joined} words={words} kind="gradient" />
          </>
        )}
      </>
    );
  }
  const vertex = visible.vertices[step.vertex];
  if (!vertex) return null;
  const lines = vertex.kind === "module" ? [] : valueLines(graph, vertex.node);
  return (
    <>
      <p>{words.graphComputed(vertex.name === "" ? vertex.title : `${vertex.name} = ${vertex.title}`)}</p>
      <Lines lines={lines} words={words} kind="value" />
    </>
  );
}

function PassExplanation({ arc, ...props }: ExplanationProps & { arc: number }) {
  const { graph, visible, words } = props;
  const { edge = -1, from = -1, to = -1 } = visible.arcs[arc] ?? {};
  if (!graph.edges[edge]?.passed) return null;
  return (
    <>
      <p>{words.graphPassed(nameOfVertex(props, to), nameOfVertex(props, from))}</p>
      <Lines lines={passedLines(graph, edge)} words={words} kind="gradient" />
    </>
  );
}

function Lines({
  lines,
  words,
  kind,
}: {
  lines: readonly ElementLine[];
  words: Messages;
  kind: "value" | "gradient";
}) {
  if (lines.length === 0) return null;
  return (
    <ul className={`graph-lines graph-lines-${kind}`}>
      {lines.slice(0, MAX_LINES).map(({ place, formula }) => (
        <li key={place}>
          {place !== "" && <span className="graph-place">{place}</span>}
          <FormulaLine formula={formula} />
        </li>
      ))}
      {lines.length > MAX_LINES && <li>{words.graphMore(lines.length - MAX_LINES)}</li>}
    </ul>
  );
}

/** What a card is called: by the program's name for it, or by what it does. */
export function nameOfVertex({ graph, visible }: Omit<ExplanationProps, "words">, vertex: number): string {
  const { kind, name, title, node } = visible.vertices[vertex] ?? {};
  if (kind === "module") return title ?? "";
  const data = graph.nodes[node ?? -1];
  return name || (data ? callOf(data) : "");
}

/** What the tensor is called whose graph it is. */
export function outputName(graph: GraphData, words: Messages): string {
  return graph.nodes[graph.output]?.name ?? words.graphResult;
}
