import type { ExampleNetwork, Node } from "@/lib/figures";

const WIDTH = 720;
const HEIGHT = 330;
const RADIUS = 30;
const COLUMNS = [84, 330, 576] as const;
const ROWS = [88, 232] as const;

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** `w5` as it is printed: w₅. */
function subscript(name: string): string {
  return name.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? digit);
}

function place(node: Node): { x: number; y: number } {
  return { x: COLUMNS[node.layer], y: ROWS[node.row] };
}

/** Where an edge's label stands: straight ones in the middle, crossing ones nearer their start, apart from each other. */
const LABEL_AT = { straight: 0.5, crossing: 0.27 } as const;

/**
 * The 2-2-2 network. `weights`: as it is given, with its inputs, weights, biases and targets. `passes`: what one pass
 * forward and one back leave on it, values in blue and slopes of the error in vermilion.
 */
export function NetworkDiagram({ network, show }: { network: ExampleNetwork; show: "weights" | "passes" }) {
  const byName = new Map(network.nodes.map((node) => [node.name, node]));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="network" data-show={show} aria-hidden="true">
      {network.edges.map((edge) => {
        const from = byName.get(edge.from);
        const to = byName.get(edge.to);
        if (!from || !to) return null;
        const a = place(from);
        const b = place(to);
        const length = Math.hypot(b.x - a.x, b.y - a.y);
        const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
        const [x1, y1, x2, y2] = [
          a.x + ux * RADIUS,
          a.y + uy * RADIUS,
          b.x - ux * (RADIUS + 5),
          b.y - uy * (RADIUS + 5),
        ];
        const at = from.row === to.row ? LABEL_AT.straight : LABEL_AT.crossing;
        const [x, y] = [x1 + (x2 - x1) * at, y1 + (y2 - y1) * at];
        return (
          <g key={edge.name} className="network-edge">
            <line x1={x1} y1={y1} x2={x2} y2={y2} />
            <path
              d="M0,0 L-8,-3.6 L-8,3.6 Z"
              transform={`translate(${x2 + ux * 4},${y2 + uy * 4}) rotate(${(Math.atan2(uy, ux) * 180) / Math.PI})`}
            />
            <text x={x} y={y - (from.row === to.row ? 9 : 0)} dy={from.row === to.row ? 0 : 4}>
              {show === "weights" ? (
                <>
                  <tspan className="network-name">{subscript(edge.name)}</tspan> {edge.value.toFixed(2)}
                </>
              ) : (
                <tspan className="network-gradient">{edge.gradient.toFixed(4)}</tspan>
              )}
            </text>
          </g>
        );
      })}
      {network.nodes.map((node) => {
        const { x, y } = place(node);
        return (
          <g key={node.name} className="network-node" data-layer={node.layer}>
            <circle cx={x} cy={y} r={RADIUS} />
            <text x={x} y={y} dy={show === "passes" ? -3 : 5} className="network-name">
              {subscript(node.name)}
            </text>
            {show === "passes" && (
              <text x={x} y={y + 14} className="network-value">
                {node.layer === 0 ? node.out : node.out.toFixed(4)}
              </text>
            )}
            <text x={x} y={y + (node.row === 0 ? -RADIUS - 10 : RADIUS + 20)} className="network-note">
              {note(node, show)}
            </text>
            {node.target !== null && (
              <text x={x + RADIUS + 14} y={y + 5} className="network-target">
                {show === "weights" ? (
                  <>
                    <tspan className="network-name">{subscript(node.name.replace("o", "t"))}</tspan>{" "}
                    {node.target}
                  </>
                ) : (
                  `→ ${node.target}`
                )}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function note(node: Node, show: "weights" | "passes") {
  if (show === "passes") {
    return node.delta === null ? null : <tspan className="network-gradient">δ {node.delta.toFixed(4)}</tspan>;
  }
  if (node.bias === null) return node.out;
  return (
    <>
      <tspan className="network-name">b</tspan>
      <tspan className="network-index" dy="4">
        {node.name}
      </tspan>
      <tspan dy="-4"> {node.bias.toFixed(2)}</tspan>
    </>
  );
}
