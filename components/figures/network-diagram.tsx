import {
  INPUTS,
  JOINS,
  NEURON,
  NEURONS,
  type NetworkRun,
  type NodeName,
  TARGET,
  WEIGHTS,
} from "@/lib/figures/network";
import { round } from "./kit";
import { printed } from "./network/names";

const WIDTH = 720;
const HEIGHT = 330;
const RADIUS = 30;
const COLUMNS = [84, 330, 576] as const;
const ROWS = [88, 232] as const;

const NODES: readonly NodeName[] = [...INPUTS, ...NEURONS];

function layer(name: NodeName): 0 | 1 | 2 {
  if (name.startsWith("i")) return 0;
  return name.startsWith("h") ? 1 : 2;
}

function row(name: NodeName): 0 | 1 {
  return name.endsWith("1") ? 0 : 1;
}

function place(name: NodeName): { x: number; y: number } {
  return { x: COLUMNS[layer(name)], y: ROWS[row(name)] };
}

function targetOf(name: NodeName) {
  return name === "o1" || name === "o2" ? TARGET[name] : null;
}

/** Where an edge's label stands: straight ones in the middle, crossing ones nearer their start, apart from each other. */
const LABEL_AT = { straight: 0.5, crossing: 0.27 } as const;

/**
 * The 2-2-2 network. `weights`: as it is given, with its inputs, weights, biases and targets. `passes`: what one pass
 * forward and one back leave on it, values in blue and slopes of the error in vermilion.
 */
export function NetworkDiagram({ run, show }: { run: NetworkRun; show: "weights" | "passes" }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="network" data-show={show} aria-hidden="true">
      {WEIGHTS.map((name) => {
        const { from, to } = JOINS[name];
        const straight = row(from) === row(to);
        const a = place(from);
        const b = place(to);
        const length = Math.hypot(b.x - a.x, b.y - a.y);
        const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [
          a.x + ux * RADIUS,
          a.y + uy * RADIUS,
          b.x - ux * (RADIUS + 5),
          b.y - uy * (RADIUS + 5),
        ].map(round);
        const at = straight ? LABEL_AT.straight : LABEL_AT.crossing;
        const [x, y] = [round(x1 + (x2 - x1) * at), round(y1 + (y2 - y1) * at)];
        return (
          <g key={name} className="network-edge" data-layer={layer(from)}>
            <line x1={x1} y1={y1} x2={x2} y2={y2} />
            {show === "passes" && (
              <line className="network-pulse" pathLength={1} x1={x1} y1={y1} x2={x2} y2={y2} />
            )}
            <path
              d="M0,0 L-8,-3.6 L-8,3.6 Z"
              transform={`translate(${round(x2 + ux * 4)},${round(y2 + uy * 4)}) rotate(${round((Math.atan2(uy, ux) * 180) / Math.PI)})`}
            />
            <text x={x} y={y - (straight ? 9 : 0)} dy={straight ? 0 : 4}>
              {show === "weights" ? (
                <>
                  <tspan className="network-name">{printed(name)}</tspan> {run.settings[name].toFixed(2)}
                </>
              ) : (
                <tspan className="network-gradient">{run.gradient[name].toFixed(4)}</tspan>
              )}
            </text>
          </g>
        );
      })}
      {NODES.map((name) => {
        const { x, y } = place(name);
        const target = targetOf(name);
        return (
          <g key={name} className="network-node" data-layer={layer(name)}>
            <circle cx={x} cy={y} r={RADIUS} />
            <text x={x} y={y} dy={show === "passes" ? -3 : 5} className="network-name">
              {printed(name)}
            </text>
            {show === "passes" && (
              <text x={x} y={y + 14} className="network-value">
                {layer(name) === 0 ? run.out[name] : run.out[name].toFixed(4)}
              </text>
            )}
            <text x={x} y={y + (row(name) === 0 ? -RADIUS - 10 : RADIUS + 20)} className="network-note">
              {note(run, name, show)}
            </text>
            {target && (
              <text x={x + RADIUS + 14} y={y + 5} className="network-target">
                {show === "weights" ? (
                  <>
                    <tspan className="network-name">{printed(target)}</tspan> {run.settings[target]}
                  </>
                ) : (
                  `→ ${run.settings[target]}`
                )}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function note(run: NetworkRun, name: NodeName, show: "weights" | "passes") {
  if (name === "i1" || name === "i2") return show === "weights" ? run.out[name] : null;
  if (show === "passes") return <tspan className="network-gradient">δ {run.delta[name].toFixed(4)}</tspan>;
  return (
    <>
      <tspan className="network-name">b</tspan>
      <tspan className="network-index" dy="4">
        {name}
      </tspan>
      <tspan dy="-4"> {run.settings[NEURON[name].bias].toFixed(2)}</tspan>
    </>
  );
}
