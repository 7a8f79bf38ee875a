import { fixed, linearScale } from "@/lib/figures";
import { PlaneArea, planeOf } from "../kit/plane";
import { Curve, Dot, Segment } from "../kit/shapes";

/** A part of a weighted sum. */
export interface Term {
  readonly name: string;
  readonly value: number;
}

/** The least part of the axis that is shown, to either side of 0. */
const REACH = 4;
const POINTS = 80;

/**
 * A neuron's work as one picture: along the axis the parts of its weighted sum, laid end to end; from there up to the
 * sigmoid's curve, and over to the neuron's value.
 */
export function SigmoidPlot({ terms, sum, out }: { terms: readonly Term[]; sum: number; out: number }) {
  const reach = Math.max(REACH, Math.ceil(Math.abs(sum) * 1.15));
  const plane = planeOf(linearScale(-reach, reach, 4), linearScale(0, 1, 2), 1.75);
  const curve = Array.from({ length: POINTS + 1 }, (_, index) => {
    const z = -reach + (2 * reach * index) / POINTS;
    return [z, 1 / (1 + Math.exp(-z))] as const;
  });
  let from = 0;
  const parts = terms.map(({ name, value }) => {
    const start = from;
    from += value;
    return { name, start, end: from };
  });
  return (
    <div className="net-plot">
      <PlaneArea plane={plane} xLabel="$z$" yLabel="$\sigma(z)$" yTick={(value) => fixed(value, 1)}>
        <Curve plane={plane} points={curve} ink="soft" thickness={2} />
        <Segment plane={plane} x1={sum} y1={0} x2={sum} y2={out} ink="forward" dashed thickness={1.5} />
        <Segment plane={plane} x1={sum} y1={out} x2={-reach} y2={out} ink="forward" dashed thickness={1.5} />
        <g className="net-terms">
          {parts.map(({ name, start, end }) => (
            <Segment
              key={name}
              plane={plane}
              x1={start}
              y1={0}
              x2={end}
              y2={0}
              ink="forward"
              thickness={12}
            />
          ))}
        </g>
        <Dot plane={plane} x={-reach} y={out} ink="forward" radius={5} hollow />
        <Dot plane={plane} x={sum} y={out} ink="forward" radius={6} />
      </PlaneArea>
    </div>
  );
}
