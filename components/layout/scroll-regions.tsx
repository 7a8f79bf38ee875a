"use client";

import { useEffect } from "react";

/** What scrolls inside itself when it does not fit: displayed formulas and tables. */
const REGIONS = ".katex-display, .table-scroll";

/**
 * Lets the keyboard into the parts of a text that are wider than the page, and only into those: a stop at every
 * formula would make the way to the next cell long.
 *
 * @returns ends the watching
 */
export function watchScrollRegions(text: Element): () => void {
  const update = (region: Element) => {
    if (!(region instanceof HTMLElement)) return;
    if (region.scrollWidth > region.clientWidth + 1) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  };
  // Parts of the text that are not laid out yet report their size when they are: asking would lay them out now.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target);
  });
  for (const region of text.querySelectorAll(REGIONS)) observer.observe(region);
  return () => observer.disconnect();
}

/** Watches the chapter's own text. */
export function ScrollRegions() {
  useEffect(() => {
    const text = document.querySelector(".prose");
    return text ? watchScrollRegions(text) : undefined;
  }, []);
  return null;
}
