"use client";

import CellDiff from "../notebook/cell-diff";
import type { Concern } from "../notebook/kept-cells";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import { useReaderWords, WithReaderWords } from "./words";

/** What a reader has to know of a cell that was kept, and the ways to go on. */
export default function CellConcern({ id, concern }: { id: string; concern: Concern }) {
  const { locale } = useNotebook();
  return (
    <WithReaderWords locale={locale}>
      <ConcernNote id={id} concern={concern} />
    </WithReaderWords>
  );
}

function ConcernNote({ id, concern }: { id: string; concern: Concern }) {
  const words = useReaderWords();
  const { controller, words: common } = useNotebook();
  const text = useNotebookState(() => controller.text(id));
  const keep = () => controller.keepMine(id);
  const take = () => controller.takeTheirs(id);
  const { said, summary, diff, choices } = {
    conflict: {
      said: words.conflict,
      summary: words.difference,
      diff: concern.kind === "conflict" ? [concern.other.text, text] : null,
      choices: [
        { name: words.keepMine, run: keep },
        { name: words.takeOther, run: take },
      ],
    },
    author: {
      said: words.authorChanged,
      summary: words.authorDifference,
      diff: concern.kind === "author" ? [concern.base, controller.authorText(id)] : null,
      choices: [
        { name: words.keepEdit, run: keep },
        { name: words.takeAuthors, run: take },
      ],
    },
    orphan: { said: words.orphan, summary: "", diff: null, choices: [{ name: words.understood, run: keep }] },
  }[concern.kind];
  return (
    <div className="cell-concern" data-concern={concern.kind} role="group" aria-label={common.cell(id)}>
      <p role="status">{said}</p>
      {diff && (
        <details open={concern.kind === "conflict"}>
          <summary>{summary}</summary>
          <CellDiff before={diff[0] ?? ""} after={diff[1] ?? ""} words={common} />
        </details>
      )}
      <p className="concern-choices">
        {choices.map(({ name, run }) => (
          <button key={name} type="button" className="reader-button" onClick={run}>
            {name}
          </button>
        ))}
      </p>
    </div>
  );
}
