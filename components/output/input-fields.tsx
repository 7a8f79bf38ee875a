import {
  type ButtonInput,
  type InputValue,
  nearestOnStep,
  type SelectInput,
  type SliderInput,
} from "@/lib/protocol";
import { steppedText, widestText } from "./input-frame";
import { LabelText } from "./label-text";

/** What every field is given. */
export interface CommonFieldProps {
  id: string;
  "aria-label": string | undefined;
  /** The reader sets a value; undefined for the initial one. */
  onSet(value: InputValue | undefined): void;
}

/** A slider and the number that it stands at. A double click takes it back to where it stood at first. */
export function Slider({
  input,
  value,
  onSet,
  ...field
}: CommonFieldProps & { input: SliderInput; value: number }) {
  const shown = steppedText(input, value);
  return (
    <>
      <input
        type="range"
        {...field}
        min={input.min}
        max={input.max}
        step={input.step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onSet(nearestOnStep(input, event.currentTarget.valueAsNumber))}
        onDoubleClick={() => onSet(undefined)}
      />
      {/* Screen readers hear the value from the slider itself. */}
      <output
        className="input-value"
        htmlFor={field.id}
        aria-live="off"
        style={{ minWidth: `${widestText(input)}ch` }}
      >
        {shown}
      </output>
    </>
  );
}

/** One of several. */
export function SelectField({
  input,
  value,
  onSet,
  ...field
}: CommonFieldProps & { input: SelectInput; value: string }) {
  return (
    <select {...field} value={value} onChange={(event) => onSet(event.currentTarget.value)}>
      {input.options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}

/** Yes or no. */
export function CheckboxField({ value, onSet, ...field }: CommonFieldProps & { value: boolean }) {
  return (
    <input
      type="checkbox"
      {...field}
      checked={value}
      onChange={(event) => onSet(event.currentTarget.checked)}
    />
  );
}

/** A button; each press counts one more. */
export function ButtonField({
  input,
  value,
  onSet,
  ...field
}: CommonFieldProps & { input: ButtonInput; value: number }) {
  return (
    <button type="button" className="input-button" {...field} onClick={() => onSet(value + 1)}>
      {input.label === "" ? "▸" : <LabelText label={input.label} />}
    </button>
  );
}
