import type { Input } from "@/lib/protocol";
import { InputFrame, steppedText, widestText } from "./input-frame";
import { LabelText } from "./label-text";

/**
 * An input as the build's run of its cell left it. It is the browser's own control with no script of its own;
 * `useSavedInputs` hears when the reader changes it.
 */
export function SavedInput({
  id,
  input,
  unnamed,
  hint,
}: {
  id: string;
  input: Input;
  unnamed: string;
  hint: string;
}) {
  const { kind, key, label } = input;
  const field = {
    id,
    "data-input-key": key,
    "aria-label": label === "" ? unnamed : undefined,
    // A browser that fills in what stood here before the reload would show a value that no cell has got.
    autoComplete: "off",
  };
  return (
    <InputFrame kind={kind} field={id} label={label}>
      <Field input={input} field={field} />
      {/* Shown where there are no scripts. */}
      <span className="input-hint">{hint}</span>
    </InputFrame>
  );
}

interface FieldAttributes {
  id: string;
  "data-input-key": string;
  "aria-label": string | undefined;
  autoComplete: string;
}

function Field({ input, field }: { input: Input; field: FieldAttributes }) {
  switch (input.kind) {
    case "slider": {
      const { min, max, step, value } = input;
      return (
        <>
          <input type="range" {...field} min={min} max={max} step={step} defaultValue={value} />
          <output className="input-value" htmlFor={field.id} style={{ minWidth: `${widestText(input)}ch` }}>
            {steppedText(input, value)}
          </output>
        </>
      );
    }
    case "number": {
      const { min, max, step = "any", value } = input;
      return <input type="number" {...field} min={min} max={max} step={step} defaultValue={value} />;
    }
    case "select":
      return (
        <select {...field} defaultValue={input.value}>
          {input.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case "checkbox":
      return <input type="checkbox" {...field} defaultChecked={input.value} />;
    case "button": {
      const { autoComplete: _none, ...attributes } = field;
      return (
        <button type="button" className="input-button" {...attributes}>
          {input.label === "" ? "▸" : <LabelText label={input.label} />}
        </button>
      );
    }
    case "text":
      return <input type="text" {...field} placeholder={input.placeholder} defaultValue={input.value} />;
  }
}
