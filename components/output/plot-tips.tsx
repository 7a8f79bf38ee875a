"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useMemo,
  useState,
} from "react";
import type { Messages } from "@/lib/i18n";
import type { TipGroup } from "@/lib/protocol";
import { nearest, placesOf, spoken, stepTo, type TipPlace } from "./tip-places";

/** Where a place stands in the box, in CSS pixels, and how wide and high the box is. */
interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * A layer over a picture that says what is under the pointer. By the keyboard it is a slider: arrows go along
 * the points, from curve to curve, and each is read out.
 */
export function PlotTips({
  tips,
  box,
  words,
}: {
  tips: readonly TipGroup[];
  /** What holds the picture and this layer. */
  box: RefObject<HTMLElement | null>;
  words: Messages;
}) {
  const places = useMemo(() => placesOf(tips), [tips]);
  const [at, setAt] = useState(-1);
  /** Held by a click until the next. */
  const [held, setHeld] = useState(false);
  const place = places[at];
  const spot = place && box.current ? spotOf(box.current, place) : null;

  const point = ({ clientX, clientY }: PointerEvent): number => {
    const here = box.current && inPicture(box.current, clientX, clientY);
    return here ? nearest(places, here.x, here.y) : -1;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && at >= 0) {
      event.stopPropagation();
      setHeld(false);
      setAt(-1);
      return;
    }
    const next = stepTo(places, Math.max(0, at), event.key);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(at < 0 ? 0 : next);
  };
  return (
    <>
      <div
        className="plot-tips"
        role="slider"
        tabIndex={0}
        aria-label={words.plotPoints}
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={Math.max(0, at) + 1}
        aria-valuetext={place ? spoken(place) : words.plotPointsHint}
        onPointerMove={(event) => {
          if (!held && event.pointerType === "mouse") setAt(point(event));
        }}
        onPointerLeave={(event) => {
          if (!held && event.pointerType === "mouse") setAt(-1);
        }}
        onPointerDown={(event) => {
          const next = point(event);
          setHeld(next >= 0 && !(held && next === at));
          setAt(event.pointerType !== "mouse" && held && next === at ? -1 : next);
        }}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => {
          if (at < 0 && currentTarget.matches(":focus-visible")) setAt(0);
        }}
        onBlur={() => {
          setHeld(false);
          setAt(-1);
        }}
      />
      {place && spot && <Tip place={place} spot={spot} />}
    </>
  );
}

function Tip({ place: { lines, color }, spot }: { place: TipPlace; spot: Spot }) {
  const { left, top, width, height } = spot;
  // Towards the middle, so that it stays within the picture where it can.
  const style: CSSProperties = {
    [left < width / 2 ? "left" : "right"]: (left < width / 2 ? left : width - left) + 12,
    [top < height / 2 ? "top" : "bottom"]: (top < height / 2 ? top : height - top) + 12,
  };
  return (
    <>
      <span className="plot-point" style={{ left, top, background: color || undefined }} aria-hidden="true" />
      <div className="plot-tip" style={style} aria-hidden="true">
        {lines.map(([label, value], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no state
          <div key={i}>
            {label !== "" && <b>{label}</b>}
            <span>{value}</span>
          </div>
        ))}
      </div>
    </>
  );
}

/** The picture's own pixels under a point of the window. */
function inPicture(box: HTMLElement, clientX: number, clientY: number): { x: number; y: number } | null {
  const svg = box.querySelector<SVGSVGElement>("svg.plot");
  if (!svg) return null;
  const view = svg.viewBox.baseVal;
  const { left, top, width, height } = svg.getBoundingClientRect();
  return {
    x: view.x + ((clientX - left) / width) * view.width,
    y: view.y + ((clientY - top) / height) * view.height,
  };
}

function spotOf(box: HTMLElement, { x, y }: TipPlace): Spot | null {
  const svg = box.querySelector<SVGSVGElement>("svg.plot");
  if (!svg) return null;
  const view = svg.viewBox.baseVal;
  const picture = svg.getBoundingClientRect();
  const around = box.getBoundingClientRect();
  return {
    left: picture.left - around.left + ((x - view.x) / view.width) * picture.width,
    top: picture.top - around.top + ((y - view.y) / view.height) * picture.height,
    width: around.width,
    height: around.height,
  };
}
