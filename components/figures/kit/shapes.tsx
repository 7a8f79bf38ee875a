import type { Ink } from "./ink";
import { type Plane, round } from "./plane";

interface ShapeProps {
  plane: Plane;
  ink?: Ink;
  /** Drawn with gaps: what is only supposed. */
  dashed?: boolean;
  /** In pixels, on every page. */
  thickness?: number;
}

interface Ends {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A line through points; what is no number leaves a gap. */
export function Curve({
  plane,
  points,
  ink = "ink",
  dashed,
  thickness = 2,
}: ShapeProps & { points: readonly (readonly [x: number, y: number])[] }) {
  return (
    <path
      className="fig-line"
      data-ink={ink}
      data-dashed={dashed}
      strokeWidth={thickness}
      d={curvePath(plane, points)}
    />
  );
}

function curvePath(plane: Plane, points: readonly (readonly [number, number])[]): string {
  let path = "";
  let drawing = false;
  for (const [x, y] of points) {
    const visible = Number.isFinite(x) && Number.isFinite(y);
    if (visible)
      path += `${drawing ? "L" : "M"}${held(plane.px(x), plane.width)} ${held(plane.py(y), plane.height)}`;
    drawing = visible;
  }
  return path;
}

/** Far outside of the drawing all places look alike, and browsers draw huge numbers badly. */
function held(place: number, size: number): number {
  return round(Math.min(Math.max(place, -10 * size), 11 * size));
}

/** A straight line. */
export function Segment({ plane, x1, y1, x2, y2, ink = "ink", dashed, thickness = 2 }: ShapeProps & Ends) {
  return (
    <path
      className="fig-line"
      data-ink={ink}
      data-dashed={dashed}
      strokeWidth={thickness}
      d={`M${held(plane.px(x1), plane.width)} ${held(plane.py(y1), plane.height)}L${held(plane.px(x2), plane.width)} ${held(plane.py(y2), plane.height)}`}
    />
  );
}

/** Length of an arrow's head in units of the drawing; narrow pages draw it larger. */
const HEAD = 11;

/** A straight line with a head at its second end; nothing if it has no length. */
export function Arrow({ plane, x1, y1, x2, y2, ink = "ink", dashed, thickness = 2 }: ShapeProps & Ends) {
  const from = { x: held(plane.px(x1), plane.width), y: held(plane.py(y1), plane.height) };
  const to = { x: held(plane.px(x2), plane.width), y: held(plane.py(y2), plane.height) };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0.5)) return null;
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  // A short arrow has a small head, not a head alone.
  const head = Math.min(HEAD, length * 0.55);
  const short = 1 - (head * 0.6) / length;
  return (
    <g className="fig-arrow" data-ink={ink}>
      <path
        className="fig-line"
        data-ink={ink}
        data-dashed={dashed}
        strokeWidth={thickness}
        d={`M${from.x} ${from.y}L${round(from.x + (to.x - from.x) * short)} ${round(from.y + (to.y - from.y) * short)}`}
      />
      <g transform={`translate(${to.x} ${to.y}) rotate(${round(angle)})`}>
        <path
          className="fig-arrow-head"
          d={`M0 0L${round(-head)} ${round(-head * 0.42)}L${round(-head)} ${round(head * 0.42)}Z`}
        />
      </g>
    </g>
  );
}

/** Dots of one kind, as one shape: cheap to draw however many they are. */
export function Dots({
  plane,
  points,
  ink = "ink",
  radius = 3,
}: {
  plane: Plane;
  points: readonly (readonly [x: number, y: number])[];
  ink?: Ink;
  radius?: number;
}) {
  const seen = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  return (
    <g className="fig-dot" data-ink={ink}>
      <path strokeWidth={radius * 2} d={seen.map(([x, y]) => dotPath(plane, x, y)).join("")} />
    </g>
  );
}

/** A line of no length with round ends is a circle whose size the drawing's scale leaves alone. */
function dotPath(plane: Plane, x: number, y: number): string {
  return `M${held(plane.px(x), plane.width)} ${held(plane.py(y), plane.height)}h0`;
}

/** A dot of a size in pixels that the drawing's width does not change much. */
export function Dot({
  plane,
  x,
  y,
  ink = "ink",
  radius = 4,
  hollow,
}: {
  plane: Plane;
  x: number;
  y: number;
  ink?: Ink;
  radius?: number;
  hollow?: boolean;
}) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const place = dotPath(plane, x, y);
  return (
    <g className="fig-dot" data-ink={ink}>
      <path d={place} strokeWidth={radius * 2} />
      {hollow && <path className="fig-dot-hole" d={place} strokeWidth={radius * 2 - 3} />}
    </g>
  );
}
