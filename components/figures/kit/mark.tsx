import type { ReactNode } from "react";
import type { Ink } from "./ink";
import { type Plane, percent } from "./plane";

/** Words at a point of a plane; they keep their size however wide the page is. `side`: where they stand from the point. */
export function Mark({
  plane,
  x,
  y,
  side = "above",
  ink = "ink",
  children,
}: {
  plane: Plane;
  x: number;
  y: number;
  side?: "above" | "below" | "left" | "right" | "on";
  ink?: Ink;
  children: ReactNode;
}) {
  return (
    <span
      className="fig-mark"
      data-side={side}
      data-ink={ink}
      aria-hidden="true"
      style={{ left: percent(plane.x.at(x)), top: percent(1 - plane.y.at(y)) }}
    >
      {children}
    </span>
  );
}
