"use client";

import { useEffect, useState } from "react";
import { LANGUAGE_TAG } from "@/lib/i18n";
import type { CellVersion } from "@/lib/notebook";
import CellDiff from "../notebook/cell-diff";
import { focusSoon } from "../notebook/navigation";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import type { DialogProps } from "./dialogs";
import { Sheet } from "./sheet";
import { useReaderWords, WithReaderWords } from "./words";

/** The earlier texts of a cell: when each was, how it differs from what stands there now, and the way back to it. */
export default function HistoryDialog({ locale, cell, onClose }: DialogProps) {
  return (
    <WithReaderWords locale={locale}>
      <HistorySheet cell={cell ?? ""} onClose={onClose} />
    </WithReaderWords>
  );
}

function HistorySheet({ cell, onClose }: { cell: string; onClose(): void }) {
  const words = useReaderWords();
  const { storage, controller, locale, words: common } = useNotebook();
  const text = useNotebookState(() => controller.text(cell));
  const [versions, setVersions] = useState<CellVersion[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);

  useEffect(() => {
    storage.versions(controller.chapter, cell).then(
      (found) => setVersions(distinct(found.reverse())),
      () => setVersions([]),
    );
  }, [storage, controller, cell]);

  if (!versions) return null;
  const time = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { dateStyle: "medium", timeStyle: "medium" });
  // First the one that a reader may want back: the last that is not what stands there now.
  const place =
    chosen ??
    Math.max(
      0,
      versions.findIndex((version) => version.text !== text),
    );
  const shown = versions[place];
  const bringBack = (version: CellVersion) => {
    controller.bringBack(cell, version.text);
    onClose();
    focusSoon(cell);
  };
  return (
    <Sheet title={words.historyTitle(cell)} close={common.close} onClose={onClose}>
      {shown === undefined ? (
        <p>{words.noHistory}</p>
      ) : (
        <div className="history">
          <ol>
            {versions.map((version, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: versions have no other name
              <li key={index}>
                <button
                  type="button"
                  className="history-entry"
                  aria-pressed={index === place}
                  onClick={() => setChosen(index)}
                >
                  <time>{time.format(version.savedAt)}</time>
                  <span>{words.reasons[version.reason]}</span>
                </button>
              </li>
            ))}
          </ol>
          <section aria-label={words.versionDifference}>
            <p className="reader-note">{words.versionDifference}</p>
            {shown.text === text ? (
              <p>{words.sameText}</p>
            ) : (
              <CellDiff before={shown.text} after={text} words={common} />
            )}
            <p className="concern-choices">
              <button
                type="button"
                className="reader-button"
                disabled={shown.text === text}
                onClick={() => bringBack(shown)}
              >
                {words.restore}
              </button>
            </p>
          </section>
        </div>
      )}
    </Sheet>
  );
}

/** Without those that say the same as the one after them. */
function distinct(versions: readonly CellVersion[]): CellVersion[] {
  return versions.filter((version, place) => version.text !== versions[place - 1]?.text);
}
