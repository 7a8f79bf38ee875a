import type { CSSProperties } from "react";
import { linearScale, type Scale, snapped } from "@/lib/figures";
import { LabelText } from "../../output/label-text";
import type { Ink } from "./ink";
import { percent, round } from "./plane";

/** Places of a slider whose scale is not linear. */
const PLACES = 1000;

interface SliderProps {
  /** Text with simple TeX. */
  label: string;
  /** For screen readers, where the label is a formula. */
  name?: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** The value as it is shown. */
  text: string;
  /** The value in more words, for screen readers. */
  spoken?: string;
  /** Linear if left out. Values are rounded to the step all the same. */
  scale?: Scale;
  /** Values to mark along the way. */
  marks?: readonly { at: number; label: string }[];
  ink?: Ink;
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
  onChange,
}: SliderProps) {
  const bounds = { min, max, step };
  const line = scale ?? linearScale(min, max);
  const place = line.at(value);
  return (
    <div className="fig-slider" data-marks={marks.length > 0} data-ink={ink}>
      <span className="fig-label" aria-hidden="true">
        <LabelText label={label} />
      </span>
      <span className="fig-track" style={{ "--at": round(place) } as CSSProperties}>
        <input
          type="range"
          aria-label={name ?? label}
          aria-valuetext={spoken ?? text}
          {...(scale
            ? { min: 0, max: PLACES, step: 1, value: Math.round(place * PLACES) }
            : { ...bounds, value })}
          onChange={(event) => {
            const set = event.currentTarget.valueAsNumber;
            onChange(snapped(scale ? scale.value(set / PLACES) : set, bounds));
          }}
        />
        {marks.map((mark) => (
          <span
            key={mark.label}
            className="fig-slider-mark"
            aria-hidden="true"
            style={
              { "--mark": percent(line.at(mark.at)), "--part": round(line.at(mark.at)) } as CSSProperties
            }
          >
            <LabelText label={mark.label} />
          </span>
        ))}
      </span>
      <output className="fig-value" aria-live="off">
        {text}
      </output>
    </div>
  );
}
