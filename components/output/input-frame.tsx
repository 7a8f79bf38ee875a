import type { ReactNode } from "react";
import { decimalsOf, type InputKind, type Steps } from "@/lib/protocol";
import { LabelText } from "./label-text";

/**
 * What stands around an input's control: its label, and what comes after. The same for the live page and for the HTML
 * that the build makes.
 */
export function InputFrame({
  kind,
  field,
  label,
  children,
}: {
  kind: InputKind;
  /** The id of the control. */
  field: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <div className="input" data-kind={kind}>
      {label !== "" && kind !== "button" && (
        <label className="input-label" htmlFor={field}>
          <LabelText label={label} />
        </label>
      )}
      {children}
    </div>
  );
}

/** A number as it is shown beside its slider: with the decimals of the steps, so that it keeps its width. */
export function steppedText(steps: Steps, value: number): string {
  const decimals = decimalsOf(steps);
  return decimals <= 20 ? value.toFixed(decimals) : String(value);
}

/** Characters that a slider's numbers need at most. */
export function widestText(steps: Steps & { min: number; max: number }): number {
  return Math.max(steppedText(steps, steps.min).length, steppedText(steps, steps.max).length);
}
