import { ERROR_HALF, type Point } from "./geometry";

/** The error: what all arrows lead to. */
export function ErrorBox({ at: { x, y }, text, lit = false }: { at: Point; text: string; lit?: boolean }) {
  return (
    <g className="net-error" data-lit={lit ? "" : undefined}>
      <rect
        x={x - ERROR_HALF - 4}
        y={y - ERROR_HALF + 4}
        width={2 * ERROR_HALF + 8}
        height={2 * ERROR_HALF - 8}
        rx={9}
      />
      <text x={x} y={y - 4} className="net-name">
        E
      </text>
      <text x={x} y={y + 14} className="net-value">
        {text}
      </text>
    </g>
  );
}
