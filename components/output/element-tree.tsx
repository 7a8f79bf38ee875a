import { useId, useMemo } from "react";
import type { ElementNode } from "@/lib/protocol";
import { createPainter, drawPicture } from "./picture";

/** A picture that came as data; see `drawPicture`. */
export function ElementTree({ node, kind = "picture" }: { node: ElementNode; kind?: "picture" | "html" }) {
  const prefix = `${useId().replace(/\W/g, "")}-`;
  return useMemo(() => drawPicture(node, prefix, kind), [node, prefix, kind]);
}

/** A picture that the page draws many times a second; see `createPainter`. */
export function GrowingTree({ node }: { node: ElementNode }) {
  const prefix = `${useId().replace(/\W/g, "")}-`;
  const paint = useMemo(() => createPainter(prefix), [prefix]);
  return useMemo(() => paint(node), [paint, node]);
}
