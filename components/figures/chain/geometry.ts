import type { ChainName } from "@/lib/figures/chain";
import type { Orientation, Point } from "../network/geometry";

/** Where the nine numbers of the chain stand. */
export interface ChainGeometry {
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly node: Readonly<Record<ChainName, Point>>;
  /** From a node to its value, and to its gradient. */
  readonly value: Point;
  readonly gradient: Point;
  /** Where these are written: in the middle, or away from the node. */
  readonly anchor: Readonly<Record<"value" | "gradient", "start" | "middle" | "end">>;
}

const LEVEL = 128;
const across = (index: number): Point => ({ x: 172 + index * 138, y: LEVEL });
const down = (index: number): Point => ({ x: 180, y: 128 + index * 92 });

export const CHAIN_GEOMETRY: Readonly<Record<Orientation, ChainGeometry>> = {
  across: {
    orientation: "across",
    width: 920,
    height: 274,
    radius: 29,
    node: {
      w: { x: 52, y: 66 },
      x: { x: 52, y: 190 },
      b: { x: 204, y: 232 },
      h1: across(0),
      h2: across(1),
      h3: across(2),
      h4: across(3),
      h5: across(4),
      h6: across(5),
    },
    value: { x: 0, y: -43 },
    gradient: { x: 0, y: 55 },
    anchor: { value: "middle", gradient: "middle" },
  },
  down: {
    orientation: "down",
    width: 360,
    height: 640,
    radius: 26,
    node: {
      w: { x: 92, y: 40 },
      x: { x: 268, y: 40 },
      b: { x: 312, y: 146 },
      h1: down(0),
      h2: down(1),
      h3: down(2),
      h4: down(3),
      h5: down(4),
      h6: down(5),
    },
    value: { x: -40, y: 5 },
    gradient: { x: 40, y: 5 },
    anchor: { value: "end", gradient: "start" },
  },
};
