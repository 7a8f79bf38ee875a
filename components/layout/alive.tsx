"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { restoreEarlyHash, takeEarlyDeeds } from "./early-input";
import { replay } from "./replay";

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
    void replay(deeds.current.splice(0));
  }, []);
  return null;
}
