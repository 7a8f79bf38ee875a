import { type Point, RADIUS } from "./geometry";

/**
 * A node as a vessel: filled to its value, from empty at 0 to full at 1. With a target it has a mark at that height, and
 * the room between the two, which is the error, has the gradients' colour.
 */
export function Gauge({
  at: { x, y },
  value,
  target,
  gap = true,
  name,
  text,
  path,
  lit = false,
}: {
  at: Point;
  value: number | null;
  target?: number;
  /** Whether the room between value and target is shown. */
  gap?: boolean;
  name: string;
  /** Left out where an entry stands in its place. */
  text?: string;
  /** The path through it, in a figure of paths: 0 or 1, or both. */
  path?: 0 | 1 | "both";
  lit?: boolean;
}) {
  const level = value === null ? 0 : clamp(value);
  return (
    <g className="net-node" data-lit={lit ? "" : undefined} data-path={path}>
      <circle className="net-glass" cx={x} cy={y} r={RADIUS} />
      <path className="net-level" d={band(x, y, 0, level)} />
      {gap && target !== undefined && value !== null && (
        <path
          className="net-gap"
          d={band(x, y, Math.min(level, clamp(target)), Math.max(level, clamp(target)))}
        />
      )}
      {target !== undefined && <path className="net-mark" d={mark(x, y, clamp(target))} />}
      <circle className="net-rim" cx={x} cy={y} r={RADIUS} />
      <text x={x} y={y - 4} className="net-name">
        {name}
      </text>
      {text !== undefined && (
        <text x={x} y={y + 14} className="net-value" data-long={text.length > 6 || undefined}>
          {text}
        </text>
      )}
    </g>
  );
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Inside the rim. */
const INNER = RADIUS - 1;

/** The height of a level, and half the width of the circle there. */
function cross(y: number, level: number): [height: number, half: number] {
  const rise = INNER * (2 * level - 1);
  return [y - rise, Math.sqrt(Math.max(0, INNER ** 2 - rise ** 2))];
}

/** The part of the circle between two levels. */
function band(x: number, y: number, low: number, high: number): string {
  const [bottom, wide] = cross(y, low);
  const [top, narrow] = cross(y, high);
  return [
    `M${n(x - wide)},${n(bottom)}`,
    `A${INNER},${INNER} 0 0 1 ${n(x - narrow)},${n(top)}`,
    `L${n(x + narrow)},${n(top)}`,
    `A${INNER},${INNER} 0 0 1 ${n(x + wide)},${n(bottom)}`,
    "Z",
  ].join(" ");
}

/** A line at a level, a little longer than the circle is wide there. */
function mark(x: number, y: number, level: number): string {
  const [height, half] = cross(y, level);
  return `M${n(x - half - 7)},${n(height)} L${n(x + half + 7)},${n(height)}`;
}

/** Server and browser write the same digits. */
function n(value: number): string {
  return value.toFixed(2);
}
