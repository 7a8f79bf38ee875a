import { round } from "../kit";
import { type Arrow, heading } from "./geometry";

/** An arrow of the network. `size`: how much goes along it, from 0 to 1; `lit`: where the reader looks. */
export function ArrowLine({
  arrow: { start, end },
  size = 0,
  ink,
  lit,
  negative = false,
}: {
  arrow: Arrow;
  size?: number;
  ink?: "forward" | "backward";
  lit?: boolean;
  negative?: boolean;
}) {
  const width = round(1.3 + 6 * Math.min(1, size));
  const head = round(6 + width * 0.9);
  const turn = heading({ start, end });
  return (
    <g
      className="net-arrow"
      data-ink={ink}
      data-lit={lit ? "" : undefined}
      data-negative={negative ? "" : undefined}
    >
      <line
        x1={round(start.x)}
        y1={round(start.y)}
        x2={round(end.x - Math.cos((turn * Math.PI) / 180) * head * 0.7)}
        y2={round(end.y - Math.sin((turn * Math.PI) / 180) * head * 0.7)}
        strokeWidth={width}
      />
      <path
        d={`M0,0 L${-head},${round(-head * 0.45)} L${-head},${round(head * 0.45)} Z`}
        transform={`translate(${round(end.x)},${round(end.y)}) rotate(${round(turn)})`}
      />
    </g>
  );
}
