"use client";

import { type RefObject, useEffect } from "react";
import type { InputValue } from "@/lib/protocol";
import { useNotebook } from "../notebook/notebook";
import { handOverFocus } from "./input-focus";
import { loadInputs } from "./input-output";

/**
 * Brings the inputs to life that stand in a cell's saved output: the first one that the reader sets runs the cell, whose
 * output then has controls of its own. A slider is heard when it is let go, for its successor could not go on with a drag.
 */
export function useSavedInputs(box: RefObject<HTMLElement | null>, cell: string, waiting: boolean): void {
  const { controller } = useNotebook();
  useEffect(() => {
    const element = box.current;
    if (!waiting || !element?.querySelector("[data-input-key]")) return;
    const heard = (event: Event) => {
      const control = (event.target as Element).closest<HTMLElement>("[data-input-key]");
      const key = control?.dataset.inputKey;
      if (!control || key === undefined) return;
      const value = valueIn(control, event.type);
      if (value === undefined) return;
      if (control.contains(document.activeElement)) handOverFocus(cell, key);
      controller.setInput(cell, key, value);
      // While the kernel runs the cell, what draws its controls is on its way too.
      loadInputs().catch(() => undefined);
    };
    for (const type of ["change", "click"]) element.addEventListener(type, heard);
    return () => {
      for (const type of ["change", "click"]) element.removeEventListener(type, heard);
    };
  }, [box, cell, waiting, controller]);
}

/** What a control says by an event; undefined for nothing. */
function valueIn(control: HTMLElement, event: string): InputValue | undefined {
  if (control instanceof HTMLButtonElement) return event === "click" ? 1 : undefined;
  if (event !== "change") return undefined;
  if (control instanceof HTMLSelectElement) return control.value;
  if (!(control instanceof HTMLInputElement)) return undefined;
  if (control.type === "checkbox") return control.checked;
  if (control.type === "text") return control.value;
  return Number.isNaN(control.valueAsNumber) ? undefined : control.valueAsNumber;
}
