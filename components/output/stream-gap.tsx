"use client";

import { useEffect, useState } from "react";
import { cellOf, type OutputBox, wholeText } from "@/lib/notebook";
import type { Omitted } from "@/lib/protocol";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import { leftOutText } from "./left-out";
import { saveFile } from "./save-file";

/** Says what is left out between the beginning and the end of a long output, and fetches it. */
export function StreamGap({ cell, omitted }: { cell: string; omitted: Omitted }) {
  const { controller, words } = useNotebook();
  const box = useNotebookState((state) => cellOf(state.session, cell).outputs);
  const kept = useNotebookState(({ session }) => cellOf(session, cell).ranGeneration === session.generation);
  /** What had been fetched when the reader asked; null when nobody waits. */
  const [asked, setAsked] = useState<{ before: OutputBox["whole"] } | null>(null);

  useEffect(() => {
    if (!asked || !box.whole || box.whole === asked.before) return;
    setAsked(null);
    const text = wholeText(box, words.leftOutCharacters);
    saveFile(`${cell}.txt`, new Blob([text], { type: "text/plain" }));
  }, [asked, box, cell, words]);

  return (
    <p className="output-note output-gap">
      {leftOutText(omitted, words)}
      {box.whole && box.whole.missing > 0 && ` · ${words.downloadCut(box.whole.missing)}`}{" "}
      {kept ? (
        <button
          type="button"
          className="quiet-button"
          disabled={asked !== null}
          onClick={() => {
            setAsked({ before: box.whole });
            controller.requestRest(cell);
          }}
        >
          {asked ? words.downloadWaits : words.downloadAll}
        </button>
      ) : (
        words.downloadGone
      )}
    </p>
  );
}
