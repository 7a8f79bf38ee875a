"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { GraphData } from "@/lib/protocol";
import { useContainerWidth } from "../live-hooks";
import { Controls } from "./controls";
import { emphasisOf } from "./emphasis";
import { nameOfVertex, outputName, SpotExplanation, StepExplanation } from "./explanation";
import { shapeText } from "./figures";
import { LateStepList } from "./late-step-list";
import { type GraphForm, type GraphLayout, LEAST_FIT, layoutGraph, textsOf } from "./layout";
import { GraphPicture, type PictureActions, type Spot } from "./picture";

import { progressAfter, stepsOf } from "./steps";
import { clampScale, useZoom } from "./use-zoom";
import { foldedAtFirst, visibleGraph } from "./visible";

export { parseGraph } from "@/lib/protocol";
export { loadFormulas } from "./formula-line";

/** What is loaded when a graph comes near. */
export type GraphModule = typeof import("./graph-view");

/** CSS pixels from which on values and gradients stand side by side. */
const WIDE = 560;

/** A computational graph that the reader goes through: forward and backward, step by step, nearer and further away. */
export default function GraphView({ graph, words }: { graph: GraphData; words: Messages }) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const room = useContainerWidth(frame, true);
  const form: GraphForm = room >= WIDE || room === 0 ? "wide" : "narrow";
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => foldedAtFirst(graph));
  const visible = useMemo(() => visibleGraph(graph, folded), [graph, folded]);
  const layout = useMemo(() => layoutGraph(graph, visible, form), [graph, visible, form]);
  const steps = useMemo(() => stepsOf(graph, visible), [graph, visible]);
  /** Steps that are done; null for all of them, however many there are. */
  const [done, setDone] = useState<number | null>(null);
  const count = Math.min(done ?? steps.length, steps.length);
  const goTo = (step: number) => {
    setPointed(null);
    setChosen(null);
    setDone(step >= steps.length ? null : Math.max(0, step));
  };
  const progress = useMemo(() => progressAfter(graph, visible, steps, count), [graph, visible, steps, count]);
  const [pointed, setPointed] = useState<Spot | null>(null);
  const [chosen, setChosen] = useState<Spot | null>(null);
  const [current, setCurrent] = useState(0);
  const [zoom, setZoom] = useState<number | null>(null);
  const fit = room === 0 ? 1 : Math.min(1, Math.max(LEAST_FIT, room / layout.width));
  const scale = zoom ?? fit;
  useZoom(frame, scale, setZoom);

  const step = done === null ? undefined : steps[count - 1];
  const spot = pointed ?? chosen;
  const emphasis = emphasisOf(graph, visible, spot, step);

  // What the step is about comes into sight, inside the frame; the page itself stays where it is.
  const about = useRef({ cards: emphasis.cards, layout, scale });
  about.current = { cards: emphasis.cards, layout, scale };
  useEffect(() => {
    if (frame.current && step) bringToSight(frame.current, about.current);
  }, [step]);
  // Of a graph that is too large to be seen at once, first its end.
  const output = visible.vertices.findIndex(({ node }) => node === graph.output);
  useEffect(() => {
    const { layout, scale } = about.current;
    if (frame.current && room > 0 && layout.width * scale > room * 1.2)
      bringToSight(frame.current, { cards: new Set([output]), layout, scale }, "instant");
  }, [room, output]);

  const order = useMemo(
    () =>
      visible.vertices
        .map((_, vertex) => vertex)
        .sort(
          (a, b) =>
            (layout.cards[a]?.y ?? 0) - (layout.cards[b]?.y ?? 0) ||
            (layout.cards[a]?.x ?? 0) - (layout.cards[b]?.x ?? 0),
        ),
    [visible, layout],
  );
  const reachable = order.includes(current) ? current : (order[0] ?? 0);
  const focusCard = (vertex: number | undefined) => {
    if (vertex === undefined) return;
    setCurrent(vertex);
    const card = frame.current?.querySelector<SVGGElement>(`[data-vertex="${vertex}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const toggle = (module: number) => {
    setPointed(null);
    setChosen(null);
    setFolded(
      folded.has(module)
        ? new Set([...folded].filter((one) => one !== module))
        : new Set([...folded, module]),
    );
  };

  const labelOf = (vertex: number) => {
    const { node = -1, title = "", kind } = visible.vertices[vertex] ?? {};
    const { shape = [], value, gradient } = graph.nodes[node] ?? {};
    const name = nameOfVertex({ graph, visible }, vertex);
    const parts = [
      kind === "leaf" ? `${name}, ${words.graphLeaf}` : name === title ? name : `${name} = ${title}`,
    ];
    if (shape.length > 0) parts.push(`${words.graphShape} ${shapeText(shape)}`);
    if (value && progress.computed[vertex])
      parts.push(`${words.graphValue} ${textsOf(value, shape).flat().join(", ")}`);
    if (gradient && progress.gradients[vertex]?.whole)
      parts.push(`${words.graphGradient} ${textsOf(gradient, shape).flat().join(", ")}`);
    if (kind === "module") parts.push(words.graphOpen(title));
    return parts.join("; ");
  };

  const onStepKey = (event: KeyboardEvent): boolean => {
    const target = { ArrowLeft: count - 1, ArrowRight: count + 1, Home: 0, End: steps.length }[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return false;
    event.preventDefault();
    goTo(Math.min(steps.length, Math.max(0, target)));
    return true;
  };

  const toggleCard = (spot: Spot) => {
    const vertex = spot.kind === "card" ? visible.vertices[spot.vertex] : undefined;
    if (spot.kind === "card") setCurrent(spot.vertex);
    if (vertex?.module !== undefined) toggle(vertex.module);
    else setChosen(JSON.stringify(spot) === JSON.stringify(chosen) ? null : spot);
  };
  const onCardKey = (event: KeyboardEvent, vertex: number) => {
    if (onStepKey(event)) return;
    const at = order.indexOf(vertex);
    if (event.key === "ArrowDown") focusCard(order[at + 1]);
    else if (event.key === "ArrowUp") focusCard(order[at - 1]);
    else if (event.key === "Enter" || event.key === " ") toggleCard({ kind: "card", vertex });
    else return;
    event.preventDefault();
  };
  // Cards are drawn again only when something on them changes: what they call stays the same.
  const latest = useRef({ labelOf, toggle, toggleCard, onCardKey });
  latest.current = { labelOf, toggle, toggleCard, onCardKey };
  const [actions] = useState<PictureActions>(() => ({
    labelOf: (vertex) => latest.current.labelOf(vertex),
    foldLabel: words.graphFold,
    onPoint: setPointed,
    onFold: (module) => latest.current.toggle(module),
    onChoose: (spot) => latest.current.toggleCard(spot),
    onKeyDown: (event, vertex) => latest.current.onCardKey(event, vertex),
  }));

  return (
    <section className="graph-live" aria-label={words.graphOf(outputName(graph, words))}>
      <div
        ref={frame}
        className="graph-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys step
        tabIndex={0}
        role="group"
        aria-label={words.graphHint}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget) onStepKey(event);
        }}
      >
        <GraphPicture
          id={id.replaceAll(/\W/g, "")}
          graph={graph}
          visible={visible}
          layout={layout}
          progress={progress}
          emphasis={emphasis}
          scale={scale}
          current={reachable}
          actions={actions}
        />
      </div>
      <div className="graph-panel">
        <Controls
          words={words}
          steps={steps}
          count={count}
          goTo={goTo}
          zoom={(factor) => setZoom(clampScale(factor === null ? room / layout.width : scale * factor))}
        />
        <div
          className="graph-explanation"
          role="status"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so the keyboard must be able to get there
          tabIndex={0}
        >
          {spot ? (
            <SpotExplanation graph={graph} visible={visible} words={words} spot={spot} />
          ) : step ? (
            <StepExplanation graph={graph} visible={visible} words={words} step={step} progress={progress} />
          ) : (
            <>
              <p>{restText(graph, words, count)}</p>
              <p className="graph-rest">{words.graphLegend}</p>
            </>
          )}
        </div>
      </div>
      <LateStepList graph={graph} words={words} />
    </section>
  );
}

/** Scrolls a frame to cards of the picture in it. */
function bringToSight(
  frame: HTMLElement,
  { cards, layout, scale }: { cards: ReadonlySet<number>; layout: GraphLayout; scale: number },
  behavior: ScrollBehavior = "smooth",
): void {
  const shown = [...cards].flatMap((vertex) => layout.cards[vertex] ?? []);
  if (shown.length === 0) return;
  const middle = (from: number, to: number) => ((from + to) / 2) * scale;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  frame.scrollTo({
    top:
      middle(Math.min(...shown.map(({ y }) => y)), Math.max(...shown.map(({ y, height }) => y + height))) -
      frame.clientHeight / 2,
    left:
      middle(Math.min(...shown.map(({ x }) => x)), Math.max(...shown.map(({ x, width }) => x + width))) -
      frame.clientWidth / 2,
    behavior: still ? "instant" : behavior,
  });
}

/** What is said when nothing is pointed at and no step is being made. */
function restText(graph: GraphData, words: Messages, count: number): string {
  if (graph.gradients === "not-scalar") return words.graphNotScalar;
  if (graph.gradients === "released") return words.graphReleased;
  if (graph.gradients === "changed") return words.graphChanged;
  if (graph.gradients === "none") return words.graphNone;
  return count === 0 ? words.graphLeaves : words.graphDone;
}
