import { linearScale, logScale, powerOfTen, significant } from "@/lib/figures";
import { type Run, SHOWN_STEPS } from "@/lib/figures/learning-rate";
import { Curve, Dot, Dots, type Ink, Mark, PlaneArea, planeOf, Segment } from "../kit";
import type { LEARNING_RATE_WORDS } from "./words";

/** Losses that the chart shows at least, as powers of ten. */
const LOWEST = -9;
const HIGHEST = 4;
/** What numbers of 64 bits reach. */
const LIMIT = 308;

/** The loss against the step, logarithmic: what shrinks or grows by the same factor each time is a straight line. */
export function LossChart({
  run,
  n,
  ink,
  words,
  overflow,
}: {
  run: Run;
  n: number;
  ink: Ink;
  words: (typeof LEARNING_RATE_WORDS)["en"];
  overflow: { infinite: number; nan: number } | null;
}) {
  const last = Math.max(SHOWN_STEPS, n);
  const shown = run.losses.slice(0, last + 1);
  const top = Math.max(...shown.filter(Number.isFinite));
  const high = Math.min(LIMIT, Math.max(HIGHEST, Math.ceil(Math.log10(top) / 2) * 2));
  const bottom = 10 ** LOWEST;
  const plane = planeOf(linearScale(-last / 40, last, 4), logScale(bottom, 10 ** high), 1.45);
  // Where the loss is 0 the line leaves the chart below.
  const points = shown.map((loss, step) => [step, Math.max(loss, bottom / 1e3)] as const);
  const now = run.losses[n] ?? Number.NaN;
  return (
    <PlaneArea
      plane={plane}
      xLabel={words.steps}
      yLabel={words.loss}
      yTick={(value) => (value > 9e3 ? powerOfTen(value) : significant(value, 1).replace(/^1×/, ""))}
      marks={
        overflow &&
        (["infinite", "nan"] as const)
          .filter((event) => n >= overflow[event])
          .map((event, index) => (
            <Mark
              key={event}
              plane={plane}
              x={last}
              y={10 ** (LOWEST + (high - LOWEST) * (0.26 - 0.12 * index))}
              side="left"
              ink="wrong"
            >
              {words[event](overflow[event])}
            </Mark>
          ))
      }
    >
      <g className={n > 0 ? "fig-faint" : undefined}>
        <Curve plane={plane} points={points} ink={ink} thickness={1.5} />
        {last <= SHOWN_STEPS && <Dots plane={plane} points={points} ink={ink} radius={2.5} />}
      </g>
      {overflow &&
        [overflow.infinite, overflow.nan]
          .filter((step) => n >= step)
          .map((step) => (
            <Segment
              key={step}
              plane={plane}
              x1={step}
              y1={bottom}
              x2={step}
              y2={10 ** high}
              ink="wrong"
              thickness={1.25}
              dashed
            />
          ))}
      {n > 0 && <Curve plane={plane} points={points.slice(0, n + 1)} ink={ink} thickness={2.5} />}
      <Dot plane={plane} x={n} y={Math.max(now, bottom)} ink={ink} radius={6} />
    </PlaneArea>
  );
}
