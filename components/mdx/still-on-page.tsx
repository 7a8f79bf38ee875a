"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { takeStill } from "./still-store";

/** What the HTML held, while its place on the page is taken by something else. */
const shelf = new Map<string, DocumentFragment>();
/** The parts that React has taken over from the HTML: from then on it makes their boxes itself. */
const taken = new Set<string>();

/**
 * The page's half of `Still`. React leaves alone what stands inside an element whose content was given as markup, so
 * when it takes the page over, the HTML stays as it is; nothing is ever set. Taken away and shown again, it is the
 * same nodes that come back.
 */
export function StillOnPage({
  id,
  as: Box = "div",
  children,
}: {
  id: string;
  as?: "div" | "span";
  children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement & HTMLSpanElement>(null);
  // A part that moves on the page is made at its new place before it is taken away from the old.
  const [again] = useState(() => taken.has(id));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || children !== undefined) return;
    taken.add(id);
    const kept = shelf.get(id);
    if (kept && !element.hasChildNodes()) element.append(kept);
    return () => {
      const fragment = document.createDocumentFragment();
      fragment.append(...element.childNodes);
      shelf.set(id, fragment);
    };
  }, [id, children]);

  if (children !== undefined) return <Box className="still">{children}</Box>;
  if (typeof window === "undefined") return <Box className="still">{takeStill(id)}</Box>;
  // Shown again it is made anew, and markup may not be set, not even none.
  if (again) return <Box ref={box} className="still" />;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: always empty
  return <Box ref={box} className="still" dangerouslySetInnerHTML={NOTHING} suppressHydrationWarning />;
}

const NOTHING = { __html: "" };
