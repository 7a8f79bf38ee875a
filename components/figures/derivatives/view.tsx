import { fixed, linearScale } from "@/lib/figures";
import { FUNCTION_NAMES, slopeAt, slopeCurves, TABLE_FUNCTIONS } from "@/lib/figures/derivatives";
import {
  Choice,
  Curve,
  Dot,
  Formula,
  Handle,
  Mark,
  PlaneArea,
  planeOf,
  Reading,
  Readout,
  Segment,
  type ViewProps,
} from "../kit";
import type { DerivativesState } from "./state";
import { DERIVATIVES_WORDS, FUNCTION_LABELS } from "./words";

const FINE = 0.02;

/** The width of a slope's number on a narrow page, as a part of the window's. */
const NUMBER = 0.14;

export function DerivativesView({ id, locale, state, formulas, set }: ViewProps<DerivativesState>) {
  const words = DERIVATIVES_WORDS[locale];
  const { f } = state;
  const { x: across, y: up, from, corner: sharp } = TABLE_FUNCTIONS[f];
  const low = Math.max(across[0], from ?? across[0]);
  const x = Math.min(across[1], Math.max(low, state.x));
  const { value, slope } = slopeAt(f, x);
  const corner = x === sharp;
  // Both windows are alike, so that a length on one side is the same length on the other.
  const plane = planeOf(linearScale(...across, 6), linearScale(...up, 5), 1.4);
  const points = slopeCurves(f);
  const width = across[1] - across[0];
  const moveTo = (to: number) => set({ x: Number(Math.min(across[1], Math.max(low, to)).toFixed(2)) });
  const rises = Number.isFinite(slope) && Number.isFinite(value);
  // At the right edge a number would be cut off.
  const sideAt = (at: number) => (at > across[1] - NUMBER * width ? "left" : "right");
  // A run of 1 along the tangent: from the point, or, where there is no room for it, up to the point.
  const start = sideAt(x + 1) === "left" ? { x: x - 1, y: value - slope } : { x, y: value };
  return (
    <>
      <div className="fig-controls">
        <Choice
          id={`${id}-f`}
          label={words.function}
          value={f}
          options={FUNCTION_NAMES.map((name) => [name, FUNCTION_LABELS[name]] as const)}
          onChange={(name) => set({ f: name, x: TABLE_FUNCTIONS[name].start })}
        />
      </div>
      <div className="fig-columns">
        <div>
          <Formula formulas={formulas} name={`${f}-f`} />
          <PlaneArea
            plane={plane}
            xLabel="$x$"
            onPress={moveTo}
            marks={
              <>
                {rises && !corner && (
                  <>
                    <Mark
                      plane={plane}
                      x={start.x + 0.5}
                      y={start.y}
                      side={slope >= 0 ? "below" : "above"}
                      ink="soft"
                    >
                      1
                    </Mark>
                    <Mark
                      plane={plane}
                      x={start.x + 1}
                      y={start.y + slope / 2}
                      side={sideAt(start.x + 1)}
                      ink="backward"
                    >
                      {fixed(slope, 2)}
                    </Mark>
                  </>
                )}
                <Handle
                  plane={plane}
                  x={x}
                  y={value}
                  label={words.point}
                  text={words.at(fixed(x, 2), fixed(value, 3), fixed(slope, 3))}
                  rangeX={{ min: low, max: across[1], step: FINE }}
                  ink="ink"
                  onMove={moveTo}
                />
              </>
            }
          >
            <Curve
              plane={plane}
              points={points.map((point) => [point.x, point.value])}
              ink="forward"
              thickness={2.5}
            />
            {rises && !corner && (
              <>
                <Segment
                  plane={plane}
                  x1={x - width}
                  y1={value - width * slope}
                  x2={x + width}
                  y2={value + width * slope}
                  thickness={1.5}
                />
                <Segment
                  plane={plane}
                  x1={start.x}
                  y1={start.y}
                  x2={start.x + 1}
                  y2={start.y}
                  ink="soft"
                  thickness={2}
                />
                <Segment
                  plane={plane}
                  x1={start.x + 1}
                  y1={start.y}
                  x2={start.x + 1}
                  y2={start.y + slope}
                  ink="backward"
                  thickness={4}
                />
              </>
            )}
          </PlaneArea>
        </div>
        <div>
          <Formula formulas={formulas} name={`${f}-d`} />
          <PlaneArea
            plane={plane}
            xLabel="$x$"
            onPress={moveTo}
            marks={
              rises && (
                <Mark plane={plane} x={x} y={slope / 2} side={sideAt(x)} ink="backward">
                  {fixed(slope, 2)}
                </Mark>
              )
            }
          >
            <Curve
              plane={plane}
              points={points.map((point) => [point.x, point.slope])}
              ink="backward"
              thickness={2.5}
            />
            {rises && (
              <>
                <Segment plane={plane} x1={x} y1={0} x2={x} y2={slope} ink="backward" thickness={4} />
                <Dot plane={plane} x={x} y={slope} ink="backward" radius={7} />
              </>
            )}
          </PlaneArea>
        </div>
      </div>
      <Readout>
        <Reading name="$x$">{fixed(x, 2)}</Reading>
        <Reading name={words.value} ink="forward">
          {fixed(value, 4)}
        </Reading>
        <Reading name={words.slope} ink="backward">
          {fixed(slope, 4)}
        </Reading>
        {corner && <p className="fig-remark">{words.corner}</p>}
      </Readout>
    </>
  );
}
