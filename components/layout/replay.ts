import type { Deed, Field, Key } from "./early-input";
import { nextFrame } from "./next-frame";

/** Does it all again, now that somebody listens. */
export async function replay(deeds: readonly Deed[]): Promise<void> {
  for (const [index, deed] of deeds.entries()) {
    // Of what was entered, letter by letter, only the last counts.
    if ("field" in deed && isFor(deeds[index + 1], deed.field)) continue;
    // It may be meant for what the one before it has made, or for an editor that was asked for.
    await new Promise<void>(nextFrame);
    if ("button" in deed) deed.button.click();
    else if ("code" in deed) point(deed);
    else if ("field" in deed) enter(deed.field, deed);
    else press(deed.key);
  }
}

const isFor = (deed: Deed | undefined, field: Field) =>
  deed !== undefined && "field" in deed && deed.field === field;

/** A click on code asks for an editor there, if the reader has not gone elsewhere since. */
function point({ code, x, y }: { code: HTMLElement; x: number; y: number }): void {
  if (document.activeElement !== code) return;
  const box = code.getBoundingClientRect();
  const place = { clientX: box.x + x, clientY: box.y + y };
  code.dispatchEvent(new MouseEvent("click", { ...place, bubbles: true, cancelable: true }));
}

function press(key: Key): void {
  const here = document.activeElement ?? document.body;
  here.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
}

/**
 * React compares a field with what it last knew of it, and hears nothing if both are the same. What is set on the element
 * itself it knows; what is set by its prototype's setter it finds out.
 */
function enter(field: Field, { value, checked }: { value: string; checked?: boolean }): void {
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    field.checked = !checked;
    field.click();
    return;
  }
  field.value = value === "" ? "0" : "";
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
