import { linearScale, logScale, significant } from "@/lib/figures";
import { type Run, SHOWN_STEPS } from "@/lib/figures/learning-rate";
import { Curve, Dot, type Ink, Mark, PlaneArea, planeOf } from "../kit";
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
  const plane = planeOf(linearScale(0, last, 4), logScale(bottom, 10 ** high), 1.45);
  // Where the loss is 0 the line leaves the chart below.
  const points = shown.map((loss, step) => [step, Math.max(loss, bottom / 1e3)] as const);
  const now = run.losses[n] ?? Number.NaN;
  return (
    <PlaneArea
      plane={plane}
      xLabel={words.steps}
      yLabel={words.loss}
      yTick={(value) => significant(value, 1).replace(/^1×/, "")}
      tall
      marks={
        overflow && n >= overflow.infinite ? (
          <>
            <Mark
              plane={plane}
              x={overflow.infinite}
              y={10 ** (high - (high - LOWEST) * 0.08)}
              side="left"
              ink="wrong"
            >
              {words.infinite(overflow.infinite)}
            </Mark>
            {n >= overflow.nan && (
              <Mark
                plane={plane}
                x={overflow.nan}
                y={10 ** (high - (high - LOWEST) * 0.3)}
                side="left"
                ink="wrong"
              >
                <b>{words.nan(overflow.nan)}</b>
              </Mark>
            )}
          </>
        ) : null
      }
    >
      <g className="fig-faint">
        <Curve plane={plane} points={points} ink={ink} thickness={2} />
      </g>
      <Curve plane={plane} points={points.slice(0, n + 1)} ink={ink} thickness={3} />
      {points.length <= SHOWN_STEPS + 1 &&
        points.map(([step, loss]) => (
          <Dot key={step} plane={plane} x={step} y={loss} ink={step <= n ? ink : "soft"} radius={2.5} />
        ))}
      <Dot plane={plane} x={n} y={Math.max(now, bottom)} ink={ink} radius={6} />
    </PlaneArea>
  );
}
