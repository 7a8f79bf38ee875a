import type { CSSProperties, KeyboardEvent, ReactNode } from "react";
import { linearScale, type Scale, snapped } from "@/lib/figures";
import type { Ink } from "./ink";
import { Label } from "./label";

/** Places of a slider whose scale is not linear. */
const PLACES = 1000;
/** Places along a track as parts of it, fine enough for any page. */
const part = (place: number) => Number(place.toFixed(4));

/** Steps that a key goes. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

interface SliderProps {
  /** Text with simple TeX. */
  label: string;
  /** For screen readers, where the label is a formula. */
  name?: string;
  min: number;
  max: number;
  /** How fine it can be set: the same everywhere, or for each value. */
  step: number | ((value: number) => number);
  value: number;
  /** The value as it is shown. */
  text: string;
  /** The value in more words, for screen readers. */
  spoken?: string;
  /** Linear if left out. Values are multiples of their step all the same, and arrow keys go by it. */
  scale?: Scale;
  /** Values to mark along the way. */
  marks?: readonly { at: number; label: string }[];
  ink?: Ink;
  /** Stands in the value's place: a `NumberBox`, say. */
  box?: ReactNode;
  onChange(value: number): void;
}

/** A number to set, with its name and what it is now. */
export function Slider({
  label,
  name,
  min,
  max,
  step,
  value,
  text,
  spoken,
  scale,
  marks = [],
  ink = "forward",
  box,
  onChange,
}: SliderProps) {
  const stepAt = typeof step === "number" ? () => step : step;
  const fitting = (wanted: number, by = stepAt(wanted)) => snapped(wanted, { min, max, step: by });
  const line = scale ?? linearScale(min, max);
  const place = Math.min(1, Math.max(0, line.at(value)));
  const onKeyDown = (event: KeyboardEvent) => {
    // Left to itself a slider moves by places, and several places may be one value.
    const by = scale && !event.ctrlKey && !event.metaKey && !event.altKey ? STEPS[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    // Downwards from a round value the steps are those below it.
    const unit = stepAt(by < 0 ? value * 0.999 : value);
    onChange(fitting(value + by * unit, unit));
  };
  return (
    <div className="fig-slider" data-marks={marks.length > 0} data-ink={ink}>
      <span className="fig-label" aria-hidden="true">
        <Label label={label} />
      </span>
      <span className="fig-track" style={{ "--at": part(place) } as CSSProperties}>
        <input
          type="range"
          aria-label={name ?? label}
          aria-valuetext={spoken ?? text}
          {...(scale
            ? { min: 0, max: PLACES, step: 1, value: Math.round(place * PLACES) }
            : { min, max, step: stepAt(value), value })}
          onChange={(event) => {
            const set = event.currentTarget.valueAsNumber;
            onChange(fitting(scale ? scale.value(set / PLACES) : set));
          }}
          onKeyDown={onKeyDown}
        />
        {marks.map((mark) => (
          <span
            key={mark.label}
            className="fig-slider-mark"
            aria-hidden="true"
            style={{ "--part": part(line.at(mark.at)) } as CSSProperties}
          >
            <Label label={mark.label} />
          </span>
        ))}
      </span>
      {box ?? (
        <output className="fig-value" aria-live="off">
          {text}
        </output>
      )}
    </div>
  );
}
