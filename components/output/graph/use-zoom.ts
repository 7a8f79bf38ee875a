import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const LEAST = 0.08;
const MOST = 2.5;
/** Pixels that a mouse moves before it counts as dragging. */
const DRAG = 4;

export const clampScale = (scale: number) => Math.min(MOST, Math.max(LEAST, scale));

/**
 * Lets the reader come nearer and move about in a frame that scrolls: two fingers or Ctrl and the wheel change the scale,
 * and keep the place under them where it is; a mouse drags the picture. A wheel alone scrolls the page, as everywhere.
 */
export function useZoom(
  frame: RefObject<HTMLElement | null>,
  scale: number,
  setScale: (scale: number) => void,
): void {
  const newest = useRef(scale);
  /** The place of the picture that is to stay under the fingers: in the picture's own pixels, and in the frame's. */
  const kept = useRef<{ x: number; y: number; left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    newest.current = scale;
    const element = frame.current;
    if (!element || !kept.current) return;
    const { x, y, left, top } = kept.current;
    kept.current = null;
    element.scrollLeft = x * scale - left;
    element.scrollTop = y * scale - top;
  }, [frame, scale]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const zoom = (factor: number, clientX: number, clientY: number) => {
      const box = element.getBoundingClientRect();
      const [left, top] = [clientX - box.left, clientY - box.top];
      const before = newest.current;
      kept.current = {
        x: (element.scrollLeft + left) / before,
        y: (element.scrollTop + top) / before,
        left,
        top,
      };
      setScale(clampScale(before * factor));
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    };
    let apart = 0;
    const onTouch = (event: TouchEvent) => {
      const [a, b] = event.touches;
      if (!a || !b) {
        apart = 0;
        return;
      }
      event.preventDefault();
      const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart > 0) zoom(now / apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
      apart = now;
    };
    let from: { x: number; y: number; left: number; top: number; id: number } | null = null;
    let dragged = false;
    const onDown = ({ pointerType, button, clientX, clientY, pointerId }: PointerEvent) => {
      if (pointerType !== "mouse" || button !== 0) return;
      dragged = false;
      from = { x: clientX, y: clientY, left: element.scrollLeft, top: element.scrollTop, id: pointerId };
    };
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      if (!from) return;
      const [dx, dy] = [clientX - from.x, clientY - from.y];
      if (!dragged && Math.hypot(dx, dy) < DRAG) return;
      if (!dragged) element.setPointerCapture(from.id);
      dragged = true;
      element.scrollLeft = from.left - dx;
      element.scrollTop = from.top - dy;
    };
    const onUp = () => {
      from = null;
    };
    // What ends a drag is no click.
    const onClick = (event: MouseEvent) => {
      if (dragged) event.stopPropagation();
      dragged = false;
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    for (const name of ["touchstart", "touchmove", "touchend"] as const)
      element.addEventListener(name, onTouch, { passive: false });
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    for (const name of ["pointerup", "pointercancel"] as const) element.addEventListener(name, onUp);
    element.addEventListener("click", onClick, true);
    return () => {
      element.removeEventListener("wheel", onWheel);
      for (const name of ["touchstart", "touchmove", "touchend"] as const)
        element.removeEventListener(name, onTouch);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      for (const name of ["pointerup", "pointercancel"] as const) element.removeEventListener(name, onUp);
      element.removeEventListener("click", onClick, true);
    };
  }, [frame, setScale]);
}
