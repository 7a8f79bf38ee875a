import type { CSSProperties, PointerEvent, ReactNode } from "react";
import { fixed, type Scale } from "@/lib/figures";
import { Label } from "./label";
import { pointAt } from "./pointer";

/** Width of every plane in the units of its drawing; the page stretches it to its own. */
const WIDTH = 600;

/** Two scales, and the drawing's place for each of their points. */
export interface Plane {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
  /** The place of a value in units of the drawing, from the left and from the top. */
  px(x: number): number;
  py(y: number): number;
}

/** @param ratio width to height, the same on every page unless it is drawn `tall`, so that angles are as drawn */
export function planeOf(x: Scale, y: Scale, ratio = 1.6): Plane {
  const height = WIDTH / ratio;
  return {
    x,
    y,
    width: WIDTH,
    height,
    px: (value) => round(x.at(value) * WIDTH),
    py: (value) => round((1 - y.at(value)) * height),
  };
}

/** Hundredths of a unit are beyond what can be seen; more digits would only be longer. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}

interface PlaneAreaProps {
  plane: Plane;
  /** Names of the axes: text with simple TeX. */
  xLabel?: string;
  yLabel?: string;
  /** Ticks as text; null leaves out the axis's ticks and lines. */
  xTick?: ((value: number) => string) | null;
  yTick?: ((value: number) => string) | null;
  /** What stands on the drawing and keeps its size: `Mark`, `Handle`. */
  marks?: ReactNode;
  /** Higher on narrow pages: for curves, not where angles or distances count. */
  tall?: boolean;
  /** Pressed or dragged anywhere beside the handles. */
  onPress?(x: number, y: number): void;
  /** Shapes of the drawing: `Curve`, `Segment`, `Arrow`, … */
  children?: ReactNode;
}

/** Axes, and what is drawn between them. To screen readers only its handles are there. */
export function PlaneArea({
  plane,
  xLabel,
  yLabel,
  xTick = plainTick,
  yTick = plainTick,
  marks,
  tall,
  onPress,
  children,
}: PlaneAreaProps) {
  const { x, y, width } = plane;
  const height = round(plane.height);
  return (
    <div className="fig-plane" data-x={xTick !== null} data-y={yTick !== null} data-named={Boolean(yLabel)}>
      <div
        className="fig-area"
        data-tall={tall}
        style={{ "--ratio": round(width / height) } as CSSProperties}
        {...(onPress && pressing(plane, onPress))}
      >
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <g className="fig-grid">
            {xTick && x.ticks.map((tick) => <path key={`x${tick}`} d={`M${plane.px(tick)} 0V${height}`} />)}
            {yTick && y.ticks.map((tick) => <path key={`y${tick}`} d={`M0 ${plane.py(tick)}H${width}`} />)}
          </g>
          <g className="fig-axes">
            {xTick && inside(y, 0) && <path d={`M0 ${plane.py(0)}H${width}`} />}
            {yTick && inside(x, 0) && <path d={`M${plane.px(0)} 0V${height}`} />}
          </g>
          {children}
        </svg>
        {marks}
        <div aria-hidden="true">
          {xTick &&
            x.ticks.map((tick) => (
              <span key={tick} className="fig-tick fig-tick-x" style={{ left: percent(x.at(tick)) }}>
                {xTick(tick)}
              </span>
            ))}
          {yTick &&
            y.ticks.map((tick) => (
              <span key={tick} className="fig-tick fig-tick-y" style={{ top: percent(1 - y.at(tick)) }}>
                {yTick(tick)}
              </span>
            ))}
          {xLabel && (
            <span className="fig-axis-name fig-axis-x">
              <Label label={xLabel} />
            </span>
          )}
          {yLabel && (
            <span className="fig-axis-name fig-axis-y">
              <Label label={yLabel} />
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

export function percent(part: number): string {
  return `${round(part * 100)}%`;
}

function plainTick(value: number): string {
  return fixed(value, 12).replace(/\.?0+$/, "");
}

function inside(scale: Scale, value: number): boolean {
  return value >= scale.min && value <= scale.max;
}

/** A finger that goes up or down scrolls the page, so it presses only where it goes sideways or is lifted again. */
function pressing(plane: Plane, onPress: (x: number, y: number) => void) {
  const press = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const { x, y } = pointAt(plane, event.currentTarget, event);
    onPress(x, y);
  };
  return {
    "data-pressable": "",
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (event.pointerType !== "touch") press(event);
    },
    onPointerMove: (event: PointerEvent) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) press(event);
    },
    onPointerUp: (event: PointerEvent) => {
      if (event.pointerType === "touch" && event.currentTarget.hasPointerCapture(event.pointerId))
        press(event);
    },
  };
}
