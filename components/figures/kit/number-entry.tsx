import type { CSSProperties, FocusEvent, FormEvent, KeyboardEvent, PointerEvent } from "react";
import { readNumber } from "@/lib/exercise";
import { snapped } from "@/lib/figures";
import type { Ink } from "./ink";

export interface NumberEntryProps {
  /** For who does not see it. */
  label: string;
  /** What stands before the number. */
  name?: string;
  value: number;
  min: number;
  max: number;
  /** One press of an arrow key, and four pixels of a drag. */
  step: number;
  /** How the number is written while nobody types. */
  write: (value: number) => string;
  onChange: (value: number) => void;
  /** The reader has come to it. */
  onLook?: () => void;
  lit?: boolean;
  ink?: Ink;
  /** Without a frame, where it stands in something that has one. */
  bare?: boolean;
  style?: CSSProperties;
}

/** Pixels of a drag for one step. */
const PIXELS = 4;
/** So many pixels of movement make a press a drag. */
const SLACK = 4;
/** Page up and page down, and arrows with shift. */
const LARGE = 10;

/**
 * A number to change where it stands: drag it sideways, type, or press the arrow keys. What the reader types stays as it
 * is until the field is left; else it follows the value.
 */
export function NumberEntry(props: NumberEntryProps) {
  const { label, name, value, min, max, step, write, onChange, onLook, lit, ink, bare, style } = props;
  const bounds = { min, max, step };

  const change = (field: HTMLInputElement, to: number) => {
    field.value = write(to);
    if (to !== value) onChange(to);
  };

  const typed = ({ currentTarget: field }: FormEvent<HTMLInputElement>) => {
    const reading = readNumber(field.value);
    if (reading.kind !== "value" || reading.value < min || reading.value > max) return;
    if (reading.value !== value) onChange(reading.value);
  };

  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    if (event.key === "Enter" || event.key === "Escape") {
      field.value = write(value);
      field.select();
      return;
    }
    const steps = stepsOf(event.key) * (event.shiftKey ? LARGE : 1);
    if (steps === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    change(field, snapped(value + steps * step, bounds));
  };

  const grabbed = (event: PointerEvent<HTMLLabelElement>) => {
    if (event.button !== 0) return;
    onLook?.();
    const box = event.currentTarget;
    const field = fieldOf(box);
    // A field in which the reader types keeps its pointer for the text.
    if (!field || document.activeElement === field) return;
    follow(box, event.nativeEvent, (pixels) => {
      const to = snapped(value + Math.round(pixels / PIXELS) * step, bounds);
      field.value = write(to);
      onChange(to);
    });
  };

  return (
    <label
      className="fig-entry"
      data-lit={lit ? "" : undefined}
      data-ink={ink}
      data-bare={bare ? "" : undefined}
      style={style}
      onPointerDown={grabbed}
      // Only a press that ends where it began opens the field.
      onMouseDown={(event) => {
        if (fieldOf(event.currentTarget) !== document.activeElement) event.preventDefault();
      }}
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse" && event.buttons === 0) onLook?.();
      }}
    >
      {name !== undefined && (
        <span className="fig-entry-name" aria-hidden="true">
          {name}
        </span>
      )}
      <input
        type="text"
        inputMode="decimal"
        role="spinbutton"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={write(value)}
        size={Math.max(4, write(value).length)}
        defaultValue={write(value)}
        ref={(field) => {
          if (field && document.activeElement !== field) field.value = write(value);
        }}
        onClick={(event) => event.currentTarget.focus()}
        onInput={typed}
        onKeyDown={pressed}
        onFocus={(event: FocusEvent<HTMLInputElement>) => {
          onLook?.();
          event.currentTarget.select();
        }}
        onBlur={(event: FocusEvent<HTMLInputElement>) => {
          event.currentTarget.value = write(value);
        }}
      />
    </label>
  );
}

function fieldOf(box: HTMLElement): HTMLInputElement | null {
  return box.querySelector("input");
}

function stepsOf(key: string): number {
  if (key === "ArrowUp") return 1;
  if (key === "ArrowDown") return -1;
  if (key === "PageUp") return LARGE;
  if (key === "PageDown") return -LARGE;
  return 0;
}

/** Follows a pointer until it is let go; `moved` gets the pixels to the right of where it began. */
function follow(box: HTMLElement, first: globalThis.PointerEvent, moved: (pixels: number) => void): void {
  let dragging = false;
  const move = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== first.pointerId) return;
    const pixels = event.clientX - first.clientX;
    if (!dragging && Math.abs(pixels) < SLACK) return;
    if (!dragging) box.setPointerCapture(first.pointerId);
    dragging = true;
    box.dataset.dragging = "";
    moved(pixels);
  };
  const end = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== first.pointerId) return;
    box.removeEventListener("pointermove", move);
    box.removeEventListener("pointerup", end);
    box.removeEventListener("pointercancel", end);
    delete box.dataset.dragging;
    // What ends a drag is no press: it opens no keyboard.
    if (dragging)
      box.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
  };
  box.addEventListener("pointermove", move);
  box.addEventListener("pointerup", end);
  box.addEventListener("pointercancel", end);
}
