import type { Deed, Field, Key } from "./early-input";
import { nextFrame } from "./next-frame";

/**
 * Does it all again, now that somebody listens: what was typed into code in one go, so that no key of now falls between;
 * else each deed when the one before it has been drawn, for it may be meant for what that has made.
 */
export async function replay(deeds: readonly Deed[]): Promise<void> {
  // The first only after all that listens to the page has begun to.
  let rest = Promise.resolve();
  let typing = false;
  for (const [index, deed] of deeds.entries()) {
    // Of what was entered, letter by letter, only the last counts.
    if ("field" in deed && isFor(deeds[index + 1], deed.field)) continue;
    if (!typing || !("key" in deed)) await rest;
    if ("button" in deed) deed.button.click();
    else if ("code" in deed) point(deed);
    else if ("field" in deed) enter(deed.field, deed);
    else press(deed.key);
    typing = "code" in deed || ("key" in deed && (typing || deed.key.key === "Enter"));
    rest = new Promise(nextFrame);
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
