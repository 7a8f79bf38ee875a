import { fixed, linearScale, signed } from "@/lib/figures";
import {
  CURVE_NAMES,
  curvePoints,
  DESCENT_CURVES,
  descentPath,
  descentStep,
  footing,
} from "@/lib/figures/descent";
import {
  Arrow,
  Choice,
  Curve,
  Dot,
  Dots,
  Formula,
  Handle,
  Mark,
  PlaneArea,
  planeOf,
  Reading,
  Readout,
  Segment,
  Slider,
  Stepper,
  type ViewProps,
} from "../kit";
import { type DescentState, MOST_ETA } from "./state";
import { DESCENT_WORDS } from "./words";

/** As near as it comes within a range: a ball that has left the picture waits at its edge. */
function within([least, most]: readonly [number, number], value: number): number {
  return Math.min(most, Math.max(least, value));
}

/** How fine the ball can be set. */
const FINE = 0.01;
/** How far the tangent reaches to either side, and the two changes stand apart: parts of the window's width. */
const REACH = 0.2;
const APART = 0.012;
/** Parts of the window that a change must have to carry its number. */
const LEGIBLE = 0.09;

export function DescentView({ id, locale, state, formulas, player, set }: ViewProps<DescentState>) {
  const words = DESCENT_WORDS[locale];
  const { curve, eta } = state;
  const { tex, x: across, y: up } = DESCENT_CURVES[curve];
  const plane = planeOf(linearScale(...across, 6), linearScale(...up, 5), 2.05);
  const [width, height] = [across[1] - across[0], up[1] - up[0]];
  const path = descentPath(curve, state.x, eta);
  const n = Math.floor(state.n);
  const step = descentStep(curve, path[n] ?? state.x, eta);
  const { from, to } = step;
  // On its way the ball rolls along the curve.
  const ball = state.n === n ? from : footing(curve, from.x + (state.n - n) * step.move);
  const letGo = (x: number) => set({ x, n: 0 });
  // The real change stands beside the predicted one, on the ball's side.
  const aside = -Math.sign(step.move) * APART * width;
  const inside = to.x > across[0] && to.x < across[1];
  // Where a change's number stands: half way along what can be seen of it.
  const middle = (change: number) => (from.value + within(up, from.value + change)) / 2;
  const reach = REACH * width;
  // The step itself, along the axis.
  const floor = up[0] + height * 0.04;
  return (
    <>
      <div className="fig-controls">
        <Choice
          id={`${id}-curve`}
          label={words.curve}
          value={curve}
          options={CURVE_NAMES.map((name) => [name, words.curves[name]] as const)}
          onChange={(name) => {
            const { start, eta: rate } = DESCENT_CURVES[name];
            set({ curve: name, x: start, eta: rate, n: 0 });
          }}
        />
      </div>
      <PlaneArea
        plane={plane}
        xLabel="$x$"
        yLabel={`$f(x) = ${tex}$`}
        tall
        onPress={(x) => letGo(Number(within(across, x).toFixed(2)))}
        marks={
          <>
            {inside && Math.abs(step.predicted) > LEGIBLE * height && (
              <Mark
                plane={plane}
                x={to.x}
                y={middle(step.predicted)}
                side={aside < 0 ? "right" : "left"}
                ink="forward"
              >
                {signed(step.predicted, 2)}
              </Mark>
            )}
            {inside && Math.abs(step.real) > LEGIBLE * height && (
              <Mark
                plane={plane}
                x={to.x + aside}
                y={middle(step.real)}
                side={aside < 0 ? "left" : "right"}
                ink={step.real > 0 ? "wrong" : "ink"}
              >
                {signed(step.real, 2)}
              </Mark>
            )}
            {inside && Math.abs(step.move) > LEGIBLE * width && (
              <Mark plane={plane} x={(from.x + to.x) / 2} y={floor} ink="backward">
                {signed(step.move, 2)}
              </Mark>
            )}
            <Handle
              plane={plane}
              x={within(across, ball.x)}
              y={within(up, ball.value)}
              label={words.ball}
              text={words.ballAt(fixed(ball.x, 2), fixed(ball.value, 2), fixed(ball.slope, 2))}
              rangeX={{ min: across[0], max: across[1], step: FINE }}
              ink="ink"
              onMove={letGo}
            />
          </>
        }
      >
        <Curve plane={plane} points={curvePoints(curve)} thickness={2.5} />
        <Segment
          plane={plane}
          x1={Math.min(from.x - reach, to.x)}
          y1={from.value + (Math.min(from.x - reach, to.x) - from.x) * from.slope}
          x2={Math.max(from.x + reach, to.x)}
          y2={from.value + (Math.max(from.x + reach, to.x) - from.x) * from.slope}
          ink="forward"
          thickness={1.75}
        />
        <Dots plane={plane} points={path.slice(0, n).map((x) => [x, footing(curve, x).value])} ink="soft" />
        <Segment
          plane={plane}
          x1={from.x}
          y1={from.value}
          x2={to.x}
          y2={from.value}
          ink="soft"
          dashed
          thickness={1.25}
        />
        <Dot plane={plane} x={to.x} y={to.value} radius={6.5} hollow />
        <Arrow
          plane={plane}
          x1={to.x}
          y1={from.value}
          x2={to.x}
          y2={from.value + step.predicted}
          ink="forward"
        />
        <Arrow
          plane={plane}
          x1={to.x + aside}
          y1={from.value}
          x2={to.x + aside}
          y2={to.value}
          ink={step.real > 0 ? "wrong" : "ink"}
        />
        <Arrow plane={plane} x1={from.x} y1={floor} x2={to.x} y2={floor} ink="backward" thickness={3} />
      </PlaneArea>
      <div className="fig-results">
        <Formula
          formulas={formulas}
          name="step"
          values={{
            x: fixed(from.x, 2),
            eta: fixed(eta, 2),
            slope: [from.slope < 0 ? `(${fixed(from.slope, 2)})` : fixed(from.slope, 2), "forward"],
            next: [fixed(to.x, 2), "backward"],
          }}
        />
        <Readout>
          <Reading name={words.predicted} ink="forward">
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
          max={MOST_ETA}
          step={FINE}
          value={eta}
          text={fixed(eta, 2)}
          ink="backward"
          onChange={(value) => set({ eta: value, x: Number(from.x.toFixed(6)), n: 0 })}
        />
        <Stepper player={player} locale={locale} />
      </div>
    </>
  );
}
