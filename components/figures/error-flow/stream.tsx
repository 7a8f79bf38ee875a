import { round } from "../kit";
import { type Arrow, along, heading } from "../network/geometry";

/** Pixels between the way there and the way back. */
const LANE = 4.5;

/**
 * What goes along an arrow, as far as it has come.
 *
 * @param part how far, 0 to 1
 * @param size how much, 0 to 1: its thickness
 */
export function Stream({
  arrow,
  part,
  size,
  ink,
  negative = false,
}: {
  arrow: Arrow;
  part: number;
  size: number;
  ink: "forward" | "backward";
  negative?: boolean;
}) {
  if (part <= 0) return null;
  const turn = heading(arrow);
  const side = ((turn - 90) * Math.PI) / 180;
  const [dx, dy] = [round(Math.cos(side) * LANE), round(Math.sin(side) * LANE)];
  const width = round(1.5 + 7 * Math.min(1, size));
  const head = round(5.5 + width * 0.75);
  const tip = along(arrow, Math.min(1, part));
  const angle = (turn * Math.PI) / 180;
  return (
    <g
      className="flow-stream"
      data-ink={ink}
      data-negative={negative ? "" : undefined}
      transform={`translate(${dx},${dy})`}
    >
      <line
        x1={round(arrow.start.x)}
        y1={round(arrow.start.y)}
        x2={round(tip.x - Math.cos(angle) * head * 0.6)}
        y2={round(tip.y - Math.sin(angle) * head * 0.6)}
        strokeWidth={width}
      />
      <path
        d={`M0,0 L${-head},${round(-head * 0.55)} L${-head},${round(head * 0.55)} Z`}
        transform={`translate(${round(tip.x)},${round(tip.y)}) rotate(${round(turn)})`}
      />
    </g>
  );
}

/** A way that nothing has gone yet. */
export function Bed({ arrow: { start, end }, covered }: { arrow: Arrow; covered: boolean }) {
  if (covered) return null;
  return (
    <line className="flow-bed" x1={round(start.x)} y1={round(start.y)} x2={round(end.x)} y2={round(end.y)} />
  );
}
