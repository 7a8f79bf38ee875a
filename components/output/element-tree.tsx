import { useId, useMemo } from "react";
import type { ElementNode } from "@/lib/protocol";
import { drawPicture } from "./picture";

/** A picture that came as data; see `drawPicture`. */
export function ElementTree({ node, kind = "picture" }: { node: ElementNode; kind?: "picture" | "html" }) {
  const prefix = `${useId().replace(/\W/g, "")}-`;
  return useMemo(() => drawPicture(node, prefix, kind), [node, prefix, kind]);
}
