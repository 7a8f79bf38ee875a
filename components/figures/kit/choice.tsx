import { Label } from "./label";

/** One of a few, side by side. */
export function Choice<Name extends string>({
  id,
  label,
  options,
  value,
  onChange,
}: {
  /** Unique on the page. */
  id: string;
  label: string;
  /** Names with what is written for them: text with simple TeX. */
  options: readonly (readonly [name: Name, label: string])[];
  value: Name;
  onChange(name: Name): void;
}) {
  return (
    <fieldset className="fig-choice">
      <legend className="visually-hidden">{label}</legend>
      {options.map(([name, text]) => (
        <label key={name}>
          <input
            type="radio"
            name={id}
            value={name}
            checked={name === value}
            onChange={() => onChange(name)}
          />
          <span>
            <Label label={text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
