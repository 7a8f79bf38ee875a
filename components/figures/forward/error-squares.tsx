import { fixed } from "@/lib/figures";
import { type NetworkRun, OUTPUTS, TARGET } from "@/lib/figures/network";
import { printed } from "../network/names";

const WIDTH = 300;
const HEIGHT = 170;
/** The side of a square for a distance of 1. */
const UNIT = 130;
const FLOOR = 144;

/** The two halves of the error as areas: a square over each output's distance to its target, half of it shaded. */
export function ErrorSquares({ run }: { run: NetworkRun }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="net-squares" aria-hidden="true">
      {OUTPUTS.map((output, index) => {
        const side = Math.abs(run.out[output] - run.settings[TARGET[output]]) * UNIT;
        const middle = WIDTH * (0.26 + 0.48 * index);
        const [left, top] = [middle - side / 2, FLOOR - side];
        return (
          <g key={output}>
            <rect className="net-square" x={left} y={top} width={side} height={side} />
            <path className="net-half" d={`M${left},${top} V${FLOOR} H${left + side} Z`} />
            <text x={middle} y={FLOOR + 18}>
              <tspan className="net-name">
                {printed(TARGET[output])} − {printed(output)}
              </tspan>{" "}
              = {fixed(run.settings[TARGET[output]] - run.out[output], 4)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
