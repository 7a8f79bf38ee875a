import { fixed, linearScale, significant } from "@/lib/figures";
import { bowlPoints, type Run, SHOWN_STEPS } from "@/lib/figures/learning-rate";
import { Curve, Dot, Dots, Handle, Mark, PlaneArea, planeOf, type ViewProps } from "../kit";
import type { LearningRateState } from "./state";
import { LEARNING_RATE_WORDS } from "./words";

type PathProps = ViewProps<LearningRateState> & { run: Run; n: number };

const RATIO = 1.45;
const FINE = 0.05;

/** Windows: of the bowl, and of the ravine, where a unit is as long in both directions. */
const BOWL = { x: [-6, 6], y: [-4, 38] } as const;
const RAVINE = { x: [-4, 11.95], y: [-5.5, 5.5] } as const;

/** The bowl from the side: the ball's places on the curve, and the jumps between them. */
export function BowlPath({ locale, state, run, n, set }: PathProps) {
  const words = LEARNING_RATE_WORDS[locale];
  const plane = planeOf(linearScale(...BOWL.x, 6), linearScale(...BOWL.y, 4), RATIO);
  const points = run.places
    .slice(0, SHOWN_STEPS + 1)
    .map(([w = 0], step) => [w, run.losses[step] ?? 0] as const);
  const start = state.x;
  const now = run.places[n]?.[0] ?? Number.NaN;
  return (
    <PlaneArea
      plane={plane}
      xLabel="$w$"
      yLabel="$L(w)=w^2$"
      onPress={(x) => set({ x: Number(Math.min(6, Math.max(-6, x)).toFixed(1)), n: 0 })}
      marks={
        <Handle
          plane={plane}
          x={start}
          y={run.losses[0] ?? 0}
          label={words.start}
          text={words.startAt(`w = ${fixed(start, 2)}`)}
          rangeX={{ min: BOWL.x[0], max: BOWL.x[1], step: FINE }}
          ink="ink"
          onMove={(x) => set({ x, n: 0 })}
        />
      }
    >
      <Curve plane={plane} points={bowlPoints(...BOWL.x)} ink="soft" thickness={2} />
      <Jumps plane={plane} points={points} n={n} />
      {n > 0 && <Dot plane={plane} x={now} y={run.losses[n] ?? Number.NaN} ink="backward" radius={8} />}
    </PlaneArea>
  );
}

/** Losses whose lines are drawn in the ravine. */
const LEVELS = [0.5, 2, 5, 10, 20, 35, 55, 80, 110, 145];
const ELLIPSE = Array.from({ length: 97 }, (_, index) => (index / 96) * 2 * Math.PI);

/** The ravine from above: lines of equal loss, and the way down, which starts out across it. */
export function RavinePath({ locale, state, run, n, set }: PathProps) {
  const words = LEARNING_RATE_WORDS[locale];
  const plane = planeOf(linearScale(...RAVINE.x, 6), linearScale(...RAVINE.y, 4), RATIO);
  const points = run.places.slice(0, SHOWN_STEPS + 1).map(([x = 0, y = 0]) => [x, y] as const);
  const [x = Number.NaN, y = Number.NaN] = run.places[n] ?? [];
  const place = (value: number) => significant(value, 3);
  return (
    <PlaneArea
      plane={plane}
      xLabel="$w_1$"
      yLabel="$L=(w_1^2+10\,w_2^2)/2$"
      onPress={(px, py) => set({ x: Number(px.toFixed(1)), y: Number(py.toFixed(1)), n: 0 })}
      marks={
        <>
          <Mark plane={plane} x={0} y={RAVINE.y[1] - 0.9} side="left" ink="soft">
            <var>w</var>
            <sub>2</sub>
          </Mark>
          <Handle
            plane={plane}
            x={state.x}
            y={state.y}
            label={words.start}
            text={words.startAt(`w = ${place(state.x)}, ${place(state.y)}`)}
            rangeX={{ min: RAVINE.x[0], max: 11.5, step: FINE }}
            rangeY={{ min: -5, max: 5, step: FINE }}
            ink="ink"
            onMove={(px, py) => set({ x: px, y: py, n: 0 })}
          />
        </>
      }
    >
      {LEVELS.map((level) => (
        <Curve
          key={level}
          plane={plane}
          // (w₁² + 10 w₂²) / 2 = level
          points={ELLIPSE.map((angle) => [
            Math.sqrt(2 * level) * Math.cos(angle),
            Math.sqrt(level / 5) * Math.sin(angle),
          ])}
          ink="level"
          thickness={1.25}
        />
      ))}
      <Dot plane={plane} x={0} y={0} ink="soft" radius={3} />
      <Jumps plane={plane} points={points} n={n} />
      {n > 0 && <Dot plane={plane} x={x} y={y} ink="backward" radius={8} />}
    </PlaneArea>
  );
}

/** The way so far, and, faint, what will come. */
function Jumps({
  plane,
  points,
  n,
}: {
  plane: ReturnType<typeof planeOf>;
  points: readonly (readonly [number, number])[];
  n: number;
}) {
  return (
    <>
      <g className={n > 0 ? "fig-faint" : undefined}>
        <Curve plane={plane} points={points} ink="backward" thickness={1.5} />
        <Dots plane={plane} points={points} ink="backward" />
      </g>
      {n > 0 && <Curve plane={plane} points={points.slice(0, n + 1)} ink="backward" thickness={2.25} />}
    </>
  );
}
