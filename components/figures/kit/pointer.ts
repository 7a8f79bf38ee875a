import type { Plane } from "./plane";

/** The point of a plane's area where a pointer is. */
export function pointAt(
  plane: Plane,
  area: Element,
  { clientX, clientY }: { clientX: number; clientY: number },
): { x: number; y: number } {
  const box = area.getBoundingClientRect();
  return {
    x: plane.x.value((clientX - box.left) / box.width),
    y: plane.y.value(1 - (clientY - box.top) / box.height),
  };
}
