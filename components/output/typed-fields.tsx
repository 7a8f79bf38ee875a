"use client";

import { useId, useState } from "react";
import { fits, INPUT_LIMITS, type NumberInput, nearestOnStep, type TextInput } from "@/lib/protocol";
import { useNotebook } from "../notebook/notebook";
import type { CommonFieldProps } from "./input-fields";

/** A number that is typed. What is no number yet, or none that is taken, stays in the field and goes no further. */
export function NumberField({
  input,
  value,
  onSet,
  ...field
}: CommonFieldProps & { input: NumberInput; value: number }) {
  const { words } = useNotebook();
  const [draft, setDraft] = useState<{ text: string; taken: boolean } | null>(null);
  const problem = useId();
  const wrong = draft !== null && !draft.taken;
  const range = `${input.min ?? "−∞"} … ${input.max ?? "∞"}`;
  return (
    <>
      <input
        type="number"
        inputMode="decimal"
        autoComplete="off"
        {...field}
        min={input.min}
        max={input.max}
        step={input.step ?? "any"}
        value={draft?.text ?? String(value)}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? problem : undefined}
        onChange={({ currentTarget }) => {
          const number = currentTarget.valueAsNumber;
          const taken = fits(input, number);
          setDraft({ text: currentTarget.value, taken });
          if (taken) onSet(nearestOnStep(input, number));
        }}
        onBlur={() => setDraft(null)}
      />
      {wrong && (
        <span className="input-problem" id={problem} role="status">
          {input.step === undefined ? words.inputNumber(range) : words.inputNumberInSteps(range, input.step)}
        </span>
      )}
    </>
  );
}

/** A line of text. What an input method has not settled yet goes no further. */
export function TextField({
  input,
  value,
  onSet,
  ...field
}: CommonFieldProps & { input: TextInput; value: string }) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={INPUT_LIMITS.text}
      placeholder={input.placeholder}
      {...field}
      value={draft ?? value}
      onChange={({ currentTarget, nativeEvent }) => {
        const composing = (nativeEvent as InputEvent).isComposing;
        setDraft(composing ? currentTarget.value : null);
        if (!composing) onSet(currentTarget.value);
      }}
      onCompositionEnd={({ currentTarget }) => {
        setDraft(null);
        onSet(currentTarget.value);
      }}
    />
  );
}
