import { type KeyboardEvent, memo, type PointerEvent, type ReactNode } from "react";
import type { GraphData, GraphNodeData } from "@/lib/protocol";
import { figure } from "./figures";
import { type Block, type Card, type Frame, type GraphLayout, LEAST_FIT, type Line, PADDING } from "./layout";
import type { GradientSoFar, Progress } from "./steps";
import type { Vertex, Visible } from "./visible";

/** What the reader can point at. */
export type Spot = { kind: "card"; vertex: number } | { kind: "line"; arc: number };

/** What stands out: the spot that is being talked about, and what belongs to it. */
export interface Emphasis {
  cards: ReadonlySet<number>;
  lines: ReadonlySet<number>;
  /** The line on which a gradient is going back. */
  passing?: number;
}

/** What makes a picture answer; without it, it is still. The same object for as long as the picture lives. */
export interface PictureActions {
  labelOf(vertex: number): string;
  onPoint(spot: Spot | null): void;
  onChoose(spot: Spot): void;
  onKeyDown(event: KeyboardEvent, vertex: number): void;
  onFold(module: number): void;
  foldLabel(name: string): string;
}

const LINE = 15;

/** The graph as a picture, with as much on it as is known. */
export function GraphPicture({
  id,
  graph,
  visible,
  layout,
  progress,
  emphasis,
  scale = 1,
  current,
  actions,
}: {
  /** Unique in the page. */
  id: string;
  graph: GraphData;
  visible: Visible;
  layout: GraphLayout;
  /** Absent: all of it. */
  progress?: Progress;
  emphasis?: Emphasis;
  scale?: number;
  /** The card that the keyboard reaches. */
  current?: number;
  actions?: PictureActions;
}) {
  const { width, height, cards, lines, frames } = layout;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: what is around it has the name; inside, every card has its own
    <svg
      className="graph-picture"
      data-form={layout.form}
      viewBox={`0 0 ${width} ${height}`}
      width={width * scale}
      height={height * scale}
      // A still picture is no smaller than one that is alive at first, so that nothing moves when that takes its place.
      style={actions ? undefined : { minWidth: width * LEAST_FIT }}
      aria-hidden={actions ? undefined : true}
    >
      <defs>
        {(["plain", "known", "lit"] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            className={`graph-tip graph-tip-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0.8 8 4 0 7.2Z" />
          </marker>
        ))}
      </defs>
      {frames.map((frame) => (
        <GroupFrame key={frame.module} frame={frame} actions={actions} />
      ))}
      {lines.map((line, arc) => (
        <ArcLine
          key={visible.arcs[arc]?.edge}
          id={id}
          line={line}
          lit={emphasis?.lines.has(arc) ?? false}
          passing={emphasis?.passing === arc}
          grad={graph.edges[visible.arcs[arc]?.edge ?? -1]?.passed !== undefined}
          known={progress?.gradients[visible.arcs[arc]?.to ?? -1]?.whole ?? true}
          arc={arc}
          actions={actions}
        />
      ))}
      {cards.map((card, at) => {
        const vertex = visible.vertices[at];
        return (
          vertex && (
            <VertexCard
              key={`${vertex.kind} ${vertex.module ?? vertex.node}`}
              at={at}
              card={card}
              vertex={vertex}
              node={graph.nodes[vertex.node]}
              computed={progress?.computed[at] ?? true}
              sofar={progress?.gradients[at]}
              lit={emphasis?.cards.has(at) ?? false}
              reachable={current === at}
              actions={actions}
            />
          )
        );
      })}
    </svg>
  );
}

function GroupFrame({ frame, actions }: { frame: Frame; actions: PictureActions | undefined }) {
  const { module, name, type, x, y, width } = frame;
  const text = (
    <text x={round(x + PADDING)} y={round(y + 14)}>
      {actions && <tspan className="graph-sign">− </tspan>}
      <tspan className="graph-group-name">{name}</tspan>
      {name !== type && <tspan className="graph-faint"> {type}</tspan>}
    </text>
  );
  return (
    <g className="graph-group">
      <rect {...box(frame)} rx={8} />
      {actions ? (
        <g
          role="button"
          tabIndex={0}
          className="graph-fold"
          aria-label={actions.foldLabel(name)}
          onClick={() => actions.onFold(module)}
          onKeyDown={(event) => {
            if (event.key === "Enter" || event.key === " ") actions.onFold(module);
          }}
        >
          <title>{actions.foldLabel(name)}</title>
          <rect className="graph-target" {...box({ x, y, width: Math.min(width, 160), height: 20 })} />
          {text}
        </g>
      ) : (
        text
      )}
    </g>
  );
}

const ArcLine = memo(function ArcLine({
  id,
  arc,
  line,
  lit,
  passing,
  grad,
  known,
  actions,
}: {
  id: string;
  arc: number;
  line: Line;
  lit: boolean;
  passing: boolean;
  /** Whether a gradient goes along it. */
  grad: boolean;
  /** Whether the gradient that goes along it is there. */
  known: boolean;
  actions: PictureActions | undefined;
}) {
  const path = curve(line.points);
  const point = actions && ((on: boolean) => actions.onPoint(on ? { kind: "line", arc } : null));
  const tip = lit || passing ? "lit" : grad && known ? "known" : "plain";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the keyboard has the steps, and the cards at both ends
    <g
      className="graph-line"
      data-grad={grad || undefined}
      data-known={known || undefined}
      data-lit={lit || undefined}
      data-passing={passing || undefined}
      onPointerEnter={point && (({ pointerType }: PointerEvent) => pointerType === "mouse" && point(true))}
      onPointerLeave={point && (({ pointerType }: PointerEvent) => pointerType === "mouse" && point(false))}
      onClick={actions && (() => actions.onChoose({ kind: "line", arc }))}
    >
      {actions && <path className="graph-target" d={path} />}
      <path className="graph-stroke" d={path} markerEnd={`url(#${id}-${tip})`} />
      {line.label !== "" && (
        <>
          <rect
            className="graph-halo"
            {...box({ x: line.x - line.labelWidth / 2, y: line.y - 7, width: line.labelWidth, height: 14 })}
            rx={3}
          />
          <text className="graph-factor" x={round(line.x)} y={round(line.y + 4)}>
            {line.label}
          </text>
        </>
      )}
    </g>
  );
});

interface CardProps {
  at: number;
  card: Card;
  vertex: Vertex;
  node: GraphNodeData | undefined;
  computed: boolean;
  /** Absent: all of its gradient is there. */
  sofar: GradientSoFar | undefined;
  lit: boolean;
  /** Whether the keyboard reaches it. */
  reachable: boolean;
  actions: PictureActions | undefined;
}

/** What has arrived of a gradient is told anew after every step; a card looks the same until something has come. */
function looksTheSame({ sofar: before, ...one }: CardProps, { sofar: after, ...other }: CardProps): boolean {
  const same = before?.whole === after?.whole && before?.arrived.length === after?.arrived.length;
  return same && (Object.keys(other) as (keyof typeof other)[]).every((name) => one[name] === other[name]);
}

const VertexCard = memo(function VertexCard({
  at,
  card,
  vertex,
  node,
  computed,
  sofar,
  lit,
  reachable,
  actions,
}: CardProps) {
  const { x, y, width, shape, value, gradient } = card;
  // While shares arrive, the sum so far stands where the gradient will.
  const partial = sofar && !sofar.whole ? sofar.sum : null;
  const arrived = !sofar || sofar.whole || partial !== null;
  const body: ReactNode = (
    <>
      <rect className="graph-card" {...box(card)} rx={6} />
      <text className="graph-title" x={round(x + PADDING)} y={round(y + 14)}>
        {vertex.kind === "module" && <tspan className="graph-sign">+ </tspan>}
        {vertex.title !== "" && <tspan className="graph-op">{vertex.title}</tspan>}
        {vertex.title !== "" && card.name !== "" && " "}
        {card.name !== "" && <tspan className="graph-name">{card.name}</tspan>}
      </text>
      {shape !== "" && (
        <text className="graph-shape" x={round(x + width - PADDING)} y={round(y + 14)}>
          {shape}
        </text>
      )}
      {value && <Numbers card={card} block={value} kind="value" hidden={!computed} />}
      {gradient && (
        <Numbers
          card={card}
          block={gradient}
          kind="gradient"
          hidden={!arrived}
          instead={partial?.map(figure)}
        />
      )}
    </>
  );
  const kind = vertex.kind === "leaf" && !node?.requiresGrad ? "constant" : vertex.kind;
  const facts = {
    className: "graph-vertex",
    "data-kind": kind,
    "data-name": vertex.name || undefined,
    "data-computed": computed || undefined,
    "data-lit": lit || undefined,
    "data-partial": (sofar && partial !== null) || undefined,
  };
  if (!actions) return <g {...facts}>{body}</g>;
  return (
    <g
      {...facts}
      role="button"
      data-vertex={at}
      tabIndex={reachable ? 0 : -1}
      aria-label={actions.labelOf(at)}
      onPointerEnter={({ pointerType }) =>
        pointerType === "mouse" && actions.onPoint({ kind: "card", vertex: at })
      }
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && actions.onPoint(null)}
      onFocus={() => actions.onPoint({ kind: "card", vertex: at })}
      onBlur={() => actions.onPoint(null)}
      onClick={() => actions.onChoose({ kind: "card", vertex: at })}
      onKeyDown={(event) => actions.onKeyDown(event, at)}
    >
      {body}
    </g>
  );
}, looksTheSame);

function Numbers({
  card,
  block,
  kind,
  hidden,
  instead,
}: {
  card: Card;
  block: Block;
  kind: "value" | "gradient";
  hidden: boolean;
  /** Other numbers in their places. */
  instead?: string[] | undefined;
}) {
  let place = -1;
  return (
    <text className={`graph-numbers graph-${kind}`} data-hidden={hidden || undefined}>
      {block.rows.flatMap((row, line) =>
        row.map((text, column) => {
          place += 1;
          const shown = instead ? (instead[place] ?? "") : text;
          return (
            <tspan
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in a matrix is what it is
              key={`${line} ${column}`}
              x={round(card.x + block.x + (block.columns[column] ?? 0))}
              y={round(card.y + block.y + 11 + line * LINE)}
            >
              {hidden ? "·" : shown}
            </tspan>
          );
        }),
      )}
    </text>
  );
}

/** A smooth way through points that leaves and arrives straight down. */
function curve(points: readonly { x: number; y: number }[]): string {
  const at = ({ x, y }: { x: number; y: number }) => `${round(x)} ${round(y)}`;
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${at(first)}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.y + point.y) / 2;
    path += `C${at({ x: before.x, y: middle })} ${at({ x: point.x, y: middle })} ${at(point)}`;
    before = point;
  }
  return path;
}

/** A tenth of a pixel is as exact as anybody sees. */
const round = (n: number) => Math.round(n * 10) / 10;

/** A rectangle's attributes. */
function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
