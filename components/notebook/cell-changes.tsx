"use client";

import { lazy, Suspense } from "react";
import { useNotebook } from "./notebook";

/** Loads what compares two texts. */
export const loadDiff = () => import("./cell-diff");

const Diff = lazy(loadDiff);

/** The reader's text beside the author's, with the way back. */
export function CellChanges({ id, text, onClose }: { id: string; text: string; onClose(): void }) {
  const { controller, words } = useNotebook();
  return (
    <section className="cell-changes" aria-label={`${words.changes} · ${words.cell(id)}`}>
      <Suspense fallback={null}>
        <Diff before={controller.authorText(id)} after={text} words={words} />
      </Suspense>
      <div className="cell-bar">
        <button
          type="button"
          className="quiet-button"
          title={words.resetHint}
          onClick={() => {
            onClose();
            controller.reset(id);
          }}
        >
          {words.reset}
        </button>
        <button type="button" className="quiet-button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
