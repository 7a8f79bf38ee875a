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
    const update = (region: Element) => {
      if (!(region instanceof HTMLElement)) return;
      if (region.scrollWidth > region.clientWidth + 1) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    };
    // Parts of the text that are not laid out yet report their size when they are: asking would lay them out now.
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) update(target);
    });
    for (const region of document.querySelectorAll(REGIONS)) observer.observe(region);
    return () => observer.disconnect();
  }, []);
  return null;
}
