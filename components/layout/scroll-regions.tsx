"use client";

import { useEffect } from "react";

/** What scrolls inside itself when it does not fit: displayed formulas and tables. */
const REGIONS = ".prose .katex-display, .prose .table-scroll";

/**
 * Lets the keyboard into the parts of the text that are wider than the page, and only into those: a stop at every
 * formula would make the way to the next cell long.
 */
export function ScrollRegions() {
  useEffect(() => {
    const update = () => {
      for (const region of document.querySelectorAll<HTMLElement>(REGIONS)) {
        if (region.scrollWidth > region.clientWidth + 1) region.tabIndex = 0;
        else region.removeAttribute("tabindex");
      }
    };
    update();
    const observer = new ResizeObserver(update);
    const text = document.querySelector(".prose");
    if (text) observer.observe(text);
    return () => observer.disconnect();
  }, []);
  return null;
}
