"use client";

import { useEffect, useState } from "react";

/** In the list of chapters: how many exercises are solved, for those who have begun. Loaded when the page is at rest. */
export function ChapterMark({ keys, text }: { keys: readonly string[]; text: string }) {
  const [solved, setSolved] = useState(0);
  useEffect(() => {
    let gone = false;
    import("./all-progress")
      .then(({ allProgress }) => allProgress())
      .then(
        (progress) => gone || setSolved(keys.filter((key) => progress.get(key)?.solved).length),
        // Without storage there is nothing to tell.
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [keys]);
  if (solved === 0) return null;
  return (
    <span className="chapter-mark" data-done={solved === keys.length ? "" : undefined}>
      {text.replace("{0}", String(solved))}
    </span>
  );
}
