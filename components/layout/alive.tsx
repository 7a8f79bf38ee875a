"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { restoreEarlyHash, takeEarlyDeeds } from "./early-input";

/** Stands at the end of every page's content: once React has taken it over, what readers did before is done. */
export function Alive() {
  const deeds = useRef<ReturnType<typeof takeEarlyDeeds>>([]);
  // In the same breath: nothing is heard twice, and nothing by nobody.
  useLayoutEffect(() => {
    restoreEarlyHash();
    deeds.current.push(...takeEarlyDeeds());
  }, []);
  // After the effects of all that stands before it, by which the page's parts listen to each other.
  useEffect(() => {
    const early = deeds.current.splice(0);
    // Few readers are so fast; a failure loses what they did, and they will do it again.
    if (early.length > 0) import("./replay").then(({ replay }) => replay(early)).catch(() => undefined);
  }, []);
  return null;
}
