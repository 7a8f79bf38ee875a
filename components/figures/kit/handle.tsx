import type { KeyboardEvent, PointerEvent } from "react";
import { snapped } from "@/lib/figures";
import type { Ink } from "./ink";
import { type Plane, percent } from "./plane";

/** How far from a handle's middle the pointer took hold of it, in pixels. */
const grips = new WeakMap<Element, { dx: number; dy: number }>();

/** Arrow keys move by a step, with PageUp and PageDown by so many. */
const PAGE = 10;

interface Range {
  min: number;
  max: number;
  step: number;
}

interface HandleProps {
  plane: Plane;
  x: number;
  y: number;
  /** What it is that moves, for screen readers. */
  label: string;
  /** Where it stands, in words. */
  text: string;
  /** Where it may go; a handle without a range for a direction stays on its line. */
  rangeX?: Range;
  rangeY?: Range;
  ink?: Ink;
  onMove(x: number, y: number): void;
}

/** A point to drag: by mouse, finger or arrow keys. To screen readers it is a slider. */
export function Handle({ plane, x, y, label, text, rangeX, rangeY, ink = "backward", onMove }: HandleProps) {
  const range = rangeX ?? rangeY;
  const [at, top] = [plane.x.at(x), 1 - plane.y.at(y)];
  const moveTo = (nextX: number, nextY: number) =>
    onMove(rangeX ? snapped(nextX, rangeX) : x, rangeY ? snapped(nextY, rangeY) : y);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const handle = event.currentTarget;
    const box = handle.getBoundingClientRect();
    handle.setPointerCapture(event.pointerId);
    grips.set(handle, {
      dx: event.clientX - (box.left + box.width / 2),
      dy: event.clientY - (box.top + box.height / 2),
    });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget;
    const grip = grips.get(handle);
    if (!grip || !handle.hasPointerCapture(event.pointerId) || !handle.parentElement) return;
    event.stopPropagation();
    const box = handle.parentElement.getBoundingClientRect();
    moveTo(
      plane.x.value((event.clientX - grip.dx - box.left) / box.width),
      plane.y.value(1 - (event.clientY - grip.dy - box.top) / box.height),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const change = changeOf(event, rangeX !== undefined && rangeY !== undefined);
    if (!change || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const go = (from: number, by: number, bounds: Range | undefined) => from + by * (bounds?.step ?? 0);
    if (rangeX && rangeY) moveTo(go(x, change.x, rangeX), go(y, change.y, rangeY));
    else moveTo(go(x, change.x + change.y, rangeX), go(y, change.x + change.y, rangeY));
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      className="fig-handle"
      data-ink={ink}
      data-moves={rangeX && rangeY ? "both" : rangeX ? "x" : "y"}
      style={{ left: percent(at), top: percent(top) }}
      aria-label={label}
      aria-valuemin={range?.min}
      aria-valuemax={range?.max}
      aria-valuenow={rangeX ? x : y}
      aria-valuetext={text}
      aria-orientation={rangeX ? "horizontal" : "vertical"}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    />
  );
}

/** How many steps a key moves in each direction; null if it moves nothing. */
function changeOf({ key, shiftKey }: KeyboardEvent, both: boolean): { x: number; y: number } | null {
  const by = shiftKey ? PAGE : 1;
  switch (key) {
    case "ArrowRight":
      return { x: by, y: 0 };
    case "ArrowLeft":
      return { x: -by, y: 0 };
    case "ArrowUp":
      return { x: 0, y: by };
    case "ArrowDown":
      return { x: 0, y: -by };
    case "PageUp":
      return { x: 0, y: PAGE };
    case "PageDown":
      return { x: 0, y: -PAGE };
    case "Home":
      return both ? null : { x: Number.NEGATIVE_INFINITY, y: 0 };
    case "End":
      return both ? null : { x: Number.POSITIVE_INFINITY, y: 0 };
    default:
      return null;
  }
}
