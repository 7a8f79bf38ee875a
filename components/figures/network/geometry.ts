import {
  INPUTS,
  JOINS,
  NEURONS,
  type NodeName,
  OUTPUTS,
  type OutputName,
  WEIGHTS,
  type WeightName,
} from "@/lib/figures/network";
import type { Layout } from "../kit/definition";

/** A place in a drawing, in the units of its view box. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight arrow: where its line begins and ends, free of the circles that it joins. */
export interface Arrow {
  readonly start: Point;
  readonly end: Point;
}

/** How the network is laid out: `across` a wide page, or `down` a narrow one. */
export type Orientation = Layout;

/** Where everything of the 2-2-2 network stands. */
export interface Geometry {
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
  readonly node: Readonly<Record<NodeName, Point>>;
  readonly error: Point;
  readonly weight: Readonly<Record<WeightName, Arrow>>;
  /** Where a weight's label stands, on its arrow. */
  readonly weightLabel: Readonly<Record<WeightName, Point>>;
  /** From each output to the error. */
  readonly toError: Readonly<Record<OutputName, Arrow>>;
  /** Beside a node, on the side that faces away from the others: for its bias. */
  readonly outside: Readonly<Record<NodeName, Point>>;
  /** Beside an output: for its target. */
  readonly targetLabel: Readonly<Record<OutputName, Point>>;
}

/** Radius of a node. */
export const RADIUS = 31;
/** Half the side of the square that stands for the error. */
export const ERROR_HALF = 30;
/** Room that an arrow's head leaves before the circle. */
const GAP = 4;

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Along the way from inputs to outputs. */
  readonly layers: readonly [number, number, number, number];
  /** Across that way. */
  readonly lanes: readonly [number, number];
}

const FRAMES: Readonly<Record<Orientation, Frame>> = {
  across: { width: 720, height: 288, layers: [46, 254, 462, 664], lanes: [74, 214] },
  down: { width: 360, height: 564, layers: [36, 196, 356, 514], lanes: [88, 272] },
};

/**
 * Where labels stand on their arrows: those of crossing arrows nearer the start, apart from each other; those of
 * straight ones in the middle, or, where the page is narrow, below the others, with room for a finger between.
 */
const LABEL_AT = {
  across: { straight: 0.5, crossing: 0.23 },
  down: { straight: 0.66, crossing: 0.22 },
} as const;

export const GEOMETRY: Readonly<Record<Orientation, Geometry>> = {
  across: lay("across"),
  down: lay("down"),
};

function lay(orientation: Orientation): Geometry {
  const { width, height, layers, lanes } = FRAMES[orientation];
  const turn = (along: number, across: number): Point =>
    orientation === "across" ? { x: along, y: across } : { x: across, y: along };
  const lane = (name: NodeName): 0 | 1 => (name.endsWith("1") ? 0 : 1);
  const layer = (name: NodeName) => ({ i: 0, h: 1, o: 2 })[name.charAt(0)] ?? 0;
  const names = [...INPUTS, ...NEURONS] as const;
  const each = <Name extends string, Value>(all: readonly Name[], value: (name: Name) => Value) =>
    Object.fromEntries(all.map((name) => [name, value(name)])) as Record<Name, Value>;

  const node = each(names, (name) => turn(layers[layer(name)] ?? 0, lanes[lane(name)]));
  const error = turn(layers[3], (lanes[0] + lanes[1]) / 2);
  const outward = (name: NodeName) => (lane(name) === 0 ? -1 : 1);
  const weight = each(WEIGHTS, (name) => {
    const { from, to } = JOINS[name];
    return arrowBetween(node[from], node[to], RADIUS, RADIUS + GAP);
  });
  return {
    orientation,
    width,
    height,
    node,
    error,
    weight,
    weightLabel: each(WEIGHTS, (name) => {
      const { from, to } = JOINS[name];
      const { straight, crossing } = LABEL_AT[orientation];
      return along(weight[name], lane(from) === lane(to) ? straight : crossing);
    }),
    toError: each(OUTPUTS, (name) => arrowBetween(node[name], error, RADIUS, ERROR_HALF + GAP + 4)),
    outside: each(names, (name) => {
      const { x, y } = node[name];
      if (orientation === "across") return { x, y: y + outward(name) * (RADIUS + 21) };
      return { x: x + outward(name) * (RADIUS + 31), y: y - (name.startsWith("o") ? 18 : 0) };
    }),
    targetLabel: each(OUTPUTS, (name) => {
      const { x, y } = node[name];
      if (orientation === "across") return { x: x + RADIUS + 48, y: y + outward(name) * 34 };
      return { x: x + outward(name) * (RADIUS + 31), y: y + 18 };
    }),
  };
}

/** From one circle to another, shortened at both ends. */
export function arrowBetween(from: Point, to: Point, before: number, behind: number): Arrow {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return {
    start: { x: from.x + ux * before, y: from.y + uy * before },
    end: { x: to.x - ux * behind, y: to.y - uy * behind },
  };
}

/** The point of an arrow at a part of its length: 0 is its start, 1 its end. */
export function along({ start, end }: Arrow, part: number): Point {
  return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
}

/** The direction of an arrow, in degrees clockwise from the right. */
export function heading({ start, end }: Arrow): number {
  return (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
}

/** The same way back. */
export function reversed({ start, end }: Arrow): Arrow {
  return { start: end, end: start };
}
