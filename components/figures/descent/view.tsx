import { fixed, linearScale, signed } from "@/lib/figures";
import {
  CURVE_NAMES,
  curvePoints,
  DESCENT_CURVES,
  descentPath,
  descentStep,
  footing,
} from "@/lib/figures/descent";
import { Choice } from "../kit/choice";
import type { ViewProps } from "../kit/definition";
import { Formula } from "../kit/formula";
import { Handle } from "../kit/handle";
import { Mark } from "../kit/mark";
import { PlaneArea, planeOf } from "../kit/plane";
import { Reading, Readout } from "../kit/readout";
import { Arrow, Curve, Dot, Segment } from "../kit/shapes";
import { Slider } from "../kit/slider";
import { Stepper } from "../kit/stepper";
import type { DescentState } from ".";
import { DESCENT_WORDS } from "./words";

/** How fine the ball can be set. */
const STEP = 0.01;

export function DescentView({ id, locale, state, formulas, player, set }: ViewProps<DescentState>) {
  const words = DESCENT_WORDS[locale];
  const { curve, eta } = state;
  const shown = DESCENT_CURVES[curve];
  const plane = planeOf(linearScale(...shown.x, 6), linearScale(...shown.y, 5), 1.75);
  const path = descentPath(curve, state.x, eta);
  const n = Math.floor(state.n);
  const at = path[n] ?? state.x;
  const step = descentStep(curve, at, eta);
  const { from, to } = step;
  const part = state.n - n;
  // On its way the ball rolls along the curve.
  const ball = part === 0 ? from : footing(curve, from.x + part * step.move);
  const reach = (shown.x[1] - shown.x[0]) * 0.22;
  const letGo = (x: number) => set({ x, n: 0 });
  return (
    <>
      <div className="fig-controls">
        <Choice
          id={`${id}-curve`}
          label={words.curve}
          value={curve}
          options={CURVE_NAMES.map((name) => [name, words.curves[name]] as const)}
          onChange={(name) =>
            set({ curve: name, x: DESCENT_CURVES[name].start, eta: DESCENT_CURVES[name].eta, n: 0 })
          }
        />
      </div>
      <PlaneArea
        plane={plane}
        xLabel="$x$"
        yLabel="$f(x)$"
        onPress={(x) => letGo(Number(Math.min(shown.x[1], Math.max(shown.x[0], x)).toFixed(2)))}
        marks={
          <>
            <Handle
              plane={plane}
              x={ball.x}
              y={ball.value}
              label={words.ball}
              text={words.ballAt(fixed(ball.x, 2), fixed(ball.value, 2), fixed(ball.slope, 2))}
              rangeX={{ min: shown.x[0], max: shown.x[1], step: STEP }}
              ink="ink"
              onMove={letGo}
            />
            {to.x >= shown.x[0] && to.x <= shown.x[1] && Math.abs(step.move) > reach / 8 && (
              <Mark plane={plane} x={to.x} y={shown.y[0]} side="above" ink="soft">
                <var>x</var>′
              </Mark>
            )}
          </>
        }
      >
        <Curve plane={plane} points={curvePoints(curve)} thickness={2.5} />
        <Segment
          plane={plane}
          x1={from.x - reach}
          y1={from.value - reach * from.slope}
          x2={from.x + reach}
          y2={from.value + reach * from.slope}
          ink="forward"
          thickness={1.5}
        />
        {path.slice(0, n).map((x, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the ball's places in their order
          <Dot key={index} plane={plane} x={x} y={footing(curve, x).value} ink="soft" radius={3} />
        ))}
        <Segment
          plane={plane}
          x1={to.x}
          y1={shown.y[0]}
          x2={to.x}
          y2={from.value}
          ink="soft"
          dashed
          thickness={1}
        />
        <Segment
          plane={plane}
          x1={from.x}
          y1={from.value}
          x2={to.x}
          y2={from.value}
          ink="soft"
          dashed
          thickness={1}
        />
        <Arrow
          plane={plane}
          x1={from.x}
          y1={from.value}
          x2={to.x}
          y2={from.value + step.predicted}
          ink="backward"
          thickness={2.5}
        />
        <Dot plane={plane} x={to.x} y={to.value} radius={6} hollow />
      </PlaneArea>
      <div className="fig-results">
        <Formula
          formulas={formulas}
          name="step"
          values={{
            x: fixed(from.x, 2),
            eta: [fixed(eta, 2), "forward"],
            slope: from.slope < 0 ? `(${fixed(from.slope, 2)})` : fixed(from.slope, 2),
            next: [fixed(to.x, 2), "backward"],
          }}
        />
        <Readout>
          <Reading name={words.predicted} ink="backward">
            {signed(step.predicted, 3)}
          </Reading>
          <Reading name={words.real} ink={step.real > 0 ? "wrong" : "ink"}>
            {signed(step.real, 3)}
          </Reading>
        </Readout>
      </div>
      <div className="fig-controls">
        <Slider
          label="$\eta$"
          name={words.eta}
          min={0}
          max={1.2}
          step={0.01}
          value={eta}
          text={fixed(eta, 2)}
          onChange={(value) => set({ eta: value, x: at, n: 0 })}
        />
        <Stepper player={player} locale={locale} />
      </div>
    </>
  );
}
