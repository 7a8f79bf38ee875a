import { type RefObject, useEffect, useState } from "react";
import type { Layout } from "./definition";

const LAYOUTS: readonly Layout[] = ["across", "down"];

/** In which layout the page's styles show a figure; undefined until it is known, and for paper, which may be narrower. */
export function useLayout(view: RefObject<HTMLElement | null>): Layout | undefined {
  const [layout, setLayout] = useState<Layout>();
  useEffect(() => {
    const element = view.current;
    if (!element) return;
    const look = () => {
      const shown = getComputedStyle(element).getPropertyValue("--layout").trim();
      setLayout(LAYOUTS.find((name) => name === shown));
    };
    const forget = () => setLayout(undefined);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    addEventListener("beforeprint", forget);
    addEventListener("afterprint", look);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", forget);
      removeEventListener("afterprint", look);
    };
  }, [view]);
  return layout;
}
