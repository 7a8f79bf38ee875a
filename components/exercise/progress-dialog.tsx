"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { type Attempt, chapterOf, fromJson, newAttempts, summarize, toCsv, toJson } from "@/lib/exercise";
import { type ExerciseWords, loadExerciseWords } from "@/lib/i18n";
import { useNotebook } from "../notebook/notebook";
import { useLog } from "./log";
import { readSeed, writeSeed } from "./seed";

/** The learner's record: what it says of this chapter, and the ways to take it along, bring it back or delete it. */
export function ProgressDialog({ onClose }: { onClose(): void }) {
  const { locale } = useNotebook();
  const [words, setWords] = useState<ExerciseWords | null>(null);
  useEffect(() => {
    loadExerciseWords(locale).then(setWords, onClose);
  }, [locale, onClose]);
  return words && <Record words={words} onClose={onClose} />;
}

function Record({ words, onClose }: { words: ExerciseWords; onClose(): void }) {
  const { storage, words: common } = useNotebook();
  const { progress, keys, reread } = useLog();
  const dialog = useRef<HTMLDialogElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [attempts, setAttempts] = useState<Attempt[]>([]);
  const [said, setSaid] = useState("");
  const [sure, setSure] = useState(false);
  const summary = summarize(progress, keys);

  useEffect(() => {
    dialog.current?.showModal();
    storage.allAttempts().then(setAttempts, () => setSaid(words.storageFailed));
  }, [storage, words]);

  async function change(work: () => Promise<string>) {
    const result = await work().catch(() => words.storageFailed);
    setAttempts(await storage.allAttempts().catch(() => []));
    reread();
    setSaid(result);
  }

  const clear = () =>
    change(async () => {
      await storage.clearAttempts();
      setSure(false);
      return words.cleared;
    });

  const bringIn = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    event.target.value = "";
    if (!chosen) return;
    void change(async () => {
      const reading = fromJson(await chosen.text());
      if (reading.kind === "refused") return words.importErrors[reading.code] ?? "";
      const added = newAttempts(await storage.allAttempts(), reading.attempts);
      await storage.addAttempts(added.map((attempt) => ({ chapter: chapterOf(attempt.exercise), attempt })));
      if (reading.seed !== null) writeSeed(reading.seed);
      return words.imported(added.length, reading.refused);
    });
  };

  return (
    <dialog
      ref={dialog}
      className="key-sheet progress-sheet"
      aria-label={words.progressTitle}
      onClose={onClose}
    >
      <h2>{words.progressTitle}</h2>
      <p>{words.solvedOf(summary.solved, summary.total)}</p>
      <ul>
        <li>{words.firstTry(summary.firstTry)}</li>
        <li>{words.helped(summary.helped)}</li>
        <li>{words.shown(summary.revealed)}</li>
      </ul>
      <p className="progress-note">{words.practice}</p>
      <p>{words.entries(attempts.length)}</p>
      <div className="progress-tools">
        <button
          type="button"
          className="progress-button"
          onClick={() =>
            download("gradbook-progress.json", "application/json", toJson({ seed: readSeed(), attempts }))
          }
        >
          {words.exportJson}
        </button>
        <button
          type="button"
          className="progress-button"
          onClick={() => download("gradbook-progress.csv", "text/csv", toCsv(attempts))}
        >
          {words.exportCsv}
        </button>
        <button type="button" className="progress-button" onClick={() => file.current?.click()}>
          {words.importFile}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.importFile}
          onChange={bringIn}
        />
        {!sure && (
          <button
            type="button"
            className="progress-button is-danger"
            disabled={attempts.length === 0}
            onClick={() => setSure(true)}
          >
            {words.clearAll}
          </button>
        )}
      </div>
      {sure && (
        <p className="progress-sure" role="alert">
          {words.clearSure}{" "}
          <button type="button" className="progress-button is-danger" onClick={() => void clear()}>
            {words.clearYes}
          </button>{" "}
          <button type="button" className="progress-button" onClick={() => setSure(false)}>
            {words.keep}
          </button>
        </p>
      )}
      <p role="status">{said}</p>
      <form method="dialog">
        <button type="submit" className="quiet-button">
          {common.close}
        </button>
      </form>
    </dialog>
  );
}

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
