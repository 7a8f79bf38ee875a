"use client";

import { useEffect, useState } from "react";
import { onMissingChunk } from "./chunk-errors";
import { readyToLeave } from "./leaving";
import { type Keeping, keepOffline, NOTHING_KEPT, takeOver } from "./registration";

/** What is said of the site's being kept. */
export interface OfflineWords {
  /** A newer build is ready. */
  newer: string;
  /** A part of the page could not be had, and loading again did not help. */
  broken: string;
  load: string;
}

/** Keeps the site for times without a network, and offers a newer one when it is there. */
export function Offline({ words }: { words: OfflineWords }) {
  const [keeping, setKeeping] = useState<Keeping>(NOTHING_KEPT);
  const [broken, setBroken] = useState(false);
  useEffect(() => keepOffline(setKeeping), []);
  useEffect(() => onMissingChunk(readyToLeave, () => setBroken(true)), []);
  useEffect(() => {
    if (keeping.kept) document.documentElement.dataset.offline = "";
  }, [keeping]);

  const { newer } = keeping;
  if (!newer && !broken) return null;
  const load = async () => {
    await readyToLeave();
    if (newer) takeOver(newer, () => location.reload());
    else location.reload();
  };
  return (
    <div className="site-notice" role="status">
      <p>{broken ? words.broken : words.newer}</p>
      <button type="button" className="quiet-button" onClick={() => void load()}>
        {words.load}
      </button>
    </div>
  );
}
