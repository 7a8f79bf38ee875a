import type { FocusEvent } from "react";

/** A number to write. What cannot be taken is put back as it was when the reader leaves the box. */
export function NumberBox({
  label,
  min,
  max,
  whole,
  value,
  text = String(value),
  onChange,
}: {
  label: string;
  min: number;
  max: number;
  /** Only whole numbers. */
  whole?: boolean;
  value: number;
  /** The number as it is written while nobody changes it. */
  text?: string;
  onChange(value: number): void;
}) {
  const take = (event: FocusEvent<HTMLInputElement>) => {
    const box = event.currentTarget;
    const written = Number(box.value.trim().replace("−", "-"));
    const fits = box.value.trim() !== "" && written >= min && written <= max;
    if (fits && (!whole || Number.isInteger(written))) {
      if (written !== value) onChange(written);
    } else box.value = text;
  };
  return (
    <input
      // A value that is set elsewhere makes it anew.
      key={text}
      className="fig-number-box"
      inputMode={whole ? "numeric" : "decimal"}
      autoComplete="off"
      aria-label={label}
      defaultValue={text}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}
