"use client";

import { useId, useLayoutEffect } from "react";
import { plainLabel, readLabel } from "@/lib/label";
import { currentValue, type Input, type InputValue } from "@/lib/protocol";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import { ButtonField, CheckboxField, type CommonFieldProps, SelectField, Slider } from "./input-fields";
import { takesFocus } from "./input-focus";
import { InputFrame } from "./input-frame";
import { NumberField, TextField } from "./typed-fields";

/**
 * An input of a cell. It shows what the reader has set, at once; the runs that follow may come later, and never touch
 * the control.
 */
export function InputControl({ cell, input }: { cell: string; input: Input }) {
  const { controller, words } = useNotebook();
  const set = useNotebookState((state) => state.inputs[cell]?.[input.key]);
  const field = useId();
  const { kind, key, label } = input;
  const name = plainLabel(readLabel(label)) || words.inputUnnamed;
  const onSet = (value: InputValue | undefined) => controller.setInput(cell, key, value);

  useLayoutEffect(() => {
    if (takesFocus(cell, key)) document.getElementById(field)?.focus({ preventScroll: true });
  }, [cell, key, field]);

  const reset = () => {
    onSet(undefined);
    // The button is about to disappear.
    document.getElementById(field)?.focus();
  };
  const common = {
    id: field,
    "aria-label": label === "" ? name : undefined,
    onSet,
  };
  return (
    <InputFrame kind={kind} field={field} label={label}>
      <Field input={input} set={set} common={common} />
      {kind !== "button" && (
        <button
          type="button"
          className="quiet-button input-reset"
          hidden={currentValue(input, set) === input.initial}
          aria-label={words.inputReset(name)}
          title={words.inputReset(name)}
          onClick={reset}
        >
          ↺
        </button>
      )}
    </InputFrame>
  );
}

function Field({
  input,
  set,
  common,
}: {
  input: Input;
  set: InputValue | undefined;
  common: CommonFieldProps;
}) {
  switch (input.kind) {
    case "slider":
      return <Slider {...common} input={input} value={currentValue(input, set)} />;
    case "number":
      return <NumberField {...common} input={input} value={currentValue(input, set)} />;
    case "select":
      return <SelectField {...common} input={input} value={currentValue(input, set)} />;
    case "checkbox":
      return <CheckboxField {...common} value={currentValue(input, set)} />;
    case "button":
      return <ButtonField {...common} input={input} value={currentValue(input, set)} />;
    case "text":
      return <TextField {...common} input={input} value={currentValue(input, set)} />;
  }
}
