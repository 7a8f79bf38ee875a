import type { PointerEvent } from "react";

/** Lets a step follow the pointer until it is let go; it takes the place of the step that it comes over. */
export function dragStep(
  event: PointerEvent<HTMLElement>,
  list: HTMLElement | null,
  item: number,
  move: (item: number, to: number) => void,
): void {
  if (!list || event.button !== 0) return;
  event.preventDefault();
  const { pointerId } = event;
  const row = list.querySelector<HTMLElement>(`[data-item="${item}"]`);
  row?.setAttribute("data-dragged", "");

  // The pointer is listened to on the page: the step itself is moved about in the list.
  const follow = (next: globalThis.PointerEvent) => {
    if (next.pointerId !== pointerId) return;
    next.preventDefault();
    const rows = [...list.children] as HTMLElement[];
    const from = rows.findIndex((one) => one.dataset.item === String(item));
    const to = rows.findIndex((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return next.clientY >= top && next.clientY < bottom;
    });
    if (to >= 0 && from >= 0 && to !== from && passesMiddle(rows, from, to, next.clientY)) move(item, to);
  };
  const end = (next: globalThis.PointerEvent) => {
    if (next.pointerId !== pointerId) return;
    row?.removeAttribute("data-dragged");
    window.removeEventListener("pointermove", follow);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
  };
  window.addEventListener("pointermove", follow, { passive: false });
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

/** Steps of different heights would else change places for ever under a pointer that rests. */
function passesMiddle(rows: readonly HTMLElement[], from: number, to: number, y: number): boolean {
  const { top, bottom } = rows[to]?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  const middle = (top + bottom) / 2;
  return to > from ? y > middle : y < middle;
}
