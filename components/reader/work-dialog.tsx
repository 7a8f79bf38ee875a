"use client";

import { type ChangeEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { LIBRARY_FILE, type Work } from "@/lib/exchange";
import { useLog } from "../exercise/log";
import { asset } from "../layout/site";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import type { DialogProps } from "./dialogs";
import { Sheet } from "./sheet";
import { useReaderWords, WithReaderWords } from "./words";
import {
  bringIn,
  gatherWork,
  type Incoming,
  readIncoming,
  saveNotebook,
  saveTypeScript,
  saveWork,
} from "./work-files";

/** What the reader has left in this browser: what it is, how it stands, and the ways to take it along and bring it back. */
export default function WorkDialog({ locale, onClose }: DialogProps) {
  return (
    <WithReaderWords locale={locale}>
      <WorkSheet onClose={onClose} />
    </WithReaderWords>
  );
}

interface Found {
  work: Work;
  unreadable: number;
  complete: boolean;
}

function WorkSheet({ onClose }: { onClose(): void }) {
  const words = useReaderWords();
  const { storage, controller, locale, words: common } = useNotebook();
  const { reread } = useLog();
  const [found, setFound] = useState<Found | null>(null);
  const [said, setSaid] = useState("");
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const look = useCallback(async () => {
    setFound(await gatherWork(storage, controller));
  }, [storage, controller]);
  useEffect(() => void look(), [look]);

  /** Does something with the store, says what came of it, and looks again. */
  const change = async (work: () => Promise<string>) => {
    setSaid("");
    const result = await work().catch(() => words.storageRefuses);
    await controller.reread();
    reread();
    await look();
    setSaid(result);
  };

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    event.target.value = "";
    if (!chosen) return;
    setIncoming(null);
    await controller.reread();
    const reading = await readIncoming(chosen, storage, controller, locale).catch(() => null);
    if (!reading) setSaid(words.storageRefuses);
    else if (reading.kind === "refused") setSaid(words.refusals[reading.code]);
    else if (reading.value.plan.differing.length > 0) setIncoming(reading.value);
    else await take(reading.value, true);
  };

  const take = (what: Incoming, theirs: boolean) => {
    setIncoming(null);
    return change(async () => {
      await bringIn(what, theirs, storage);
      const { plan, attempts, unreadable } = what;
      const cells = plan.fresh.length + (theirs ? plan.differing.length : 0);
      return words.broughtIn(cells, attempts.length, plan.same, unreadable);
    });
  };

  const clear = () =>
    change(async () => {
      await storage.clearCells();
      await storage.clearAttempts();
      return words.cleared;
    });

  return (
    <Sheet title={words.workTitle} close={common.close} onClose={onClose}>
      <KeepingState />
      {found && <WorkList {...found} />}
      <Part title={words.takeAlong}>
        <p>{words.takeAlongHow}</p>
        <p className="concern-choices">
          <button
            type="button"
            className="reader-button"
            onClick={() =>
              void saveNotebook(controller, locale).then((ok) => ok || setSaid(words.noNotebook))
            }
          >
            {words.saveNotebook}
          </button>
          <button
            type="button"
            className="reader-button"
            onClick={() => saveTypeScript(controller, words.typeScriptHeading(controller.chapter))}
          >
            {words.saveTypeScript}
          </button>
          <button type="button" className="reader-button" onClick={() => void saveWork(storage, controller)}>
            {words.saveWork}
          </button>
        </p>
        <p className="reader-note">
          {words.runElsewhere}{" "}
          <a href={asset(`notebooks/${LIBRARY_FILE}`)} download>
            {LIBRARY_FILE}
          </a>
        </p>
      </Part>
      <Part title={words.bringBack}>
        <p className="concern-choices">
          <button type="button" className="reader-button" onClick={() => file.current?.click()}>
            {words.chooseFile}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".ipynb,.json,application/json,application/x-ipynb+json"
            aria-label={words.chooseFile}
            onChange={(event) => void read(event)}
          />
          <ClearButton disabled={found === null || isEmpty(found.work)} clear={() => void clear()} />
        </p>
        {incoming && (
          <div className="reader-ask" role="alert">
            <p>{words.differing(incoming.plan.differing.map(({ cell }) => cell).join(", "))}</p>
            <p className="concern-choices">
              <button type="button" className="reader-button" onClick={() => void take(incoming, false)}>
                {words.keepPresent}
              </button>
              <button type="button" className="reader-button" onClick={() => void take(incoming, true)}>
                {words.takeIncoming}
              </button>
            </p>
          </div>
        )}
        <p role="status" className="reader-said">
          {said}
        </p>
      </Part>
    </Sheet>
  );
}

function isEmpty({ cells, versions, attempts }: Work): boolean {
  return cells.length + versions.length + attempts.length === 0;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** How the store stands, honestly. */
function KeepingState() {
  const words = useReaderWords();
  const { sentenceGap } = useNotebook().words;
  const storage = useNotebookState((state) => state.storage);
  const fault = useNotebookState((state) => state.fault);
  const [lasting, setLasting] = useState<boolean | null>(null);
  useEffect(() => {
    // Where it cannot be asked nothing is said of it.
    navigator.storage?.persisted?.().then(setLasting, () => undefined);
  }, []);
  const ask = () => void navigator.storage.persist().then(setLasting, () => undefined);
  if (storage === "failed") return <p className="reader-fault">{words.faults[fault ?? "refused"]}</p>;
  return (
    <p>
      {words.keptHere}
      {sentenceGap}
      {lasting === true && words.lasting}
      {lasting === false && (
        <>
          {words.passing}{" "}
          <button type="button" className="reader-button" onClick={ask}>
            {words.askToKeep}
          </button>
        </>
      )}
    </p>
  );
}

/** Chapters with the cells that the reader has changed in them. */
function WorkList({ work, unreadable, complete }: Found) {
  const words = useReaderWords();
  const { locale, controller } = useNotebook();
  const chapters = new Map<string, string[]>();
  for (const { chapter, cell } of work.cells) chapters.set(chapter, [...(chapters.get(chapter) ?? []), cell]);
  return (
    <>
      <p>
        {words.workIs(work.cells.length, work.versions.length, work.attempts.length)}
        {!complete && ` ${words.onlyThisPage}`}
        {unreadable > 0 && ` ${words.unreadable(unreadable)}`}
      </p>
      {chapters.size > 0 && (
        <ul className="work-list">
          {[...chapters].map(([chapter, cells]) => (
            <li key={chapter}>
              {chapter === controller.chapter ? (
                <strong>{words.thisChapter}</strong>
              ) : (
                <a href={asset(`${locale}/${encodeURIComponent(chapter)}/`)}>{chapter}</a>
              )}{" "}
              <span>{cells.join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Deletes everything, when pressed twice. */
function ClearButton({ disabled, clear }: { disabled: boolean; clear(): void }) {
  const words = useReaderWords();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <button
        type="button"
        className="reader-button is-danger"
        disabled={disabled}
        onClick={() => setSure(true)}
      >
        {words.clearAll}
      </button>
    );
  return (
    <span className="reader-ask" role="alert">
      {words.clearSure}{" "}
      <button
        type="button"
        className="reader-button is-danger"
        onClick={() => {
          setSure(false);
          clear();
        }}
      >
        {words.clearYes}
      </button>{" "}
      <button type="button" className="reader-button" onClick={() => setSure(false)}>
        {words.clearNo}
      </button>
    </span>
  );
}
