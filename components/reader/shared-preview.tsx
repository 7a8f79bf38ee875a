"use client";

import { useEffect, useRef, useState } from "react";
import { fromFragment, type RefusalCode, type Shared } from "@/lib/exchange";
import { besideOwn } from "@/lib/notebook";
import { focusCell } from "../notebook/navigation";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import { readyToLeave } from "../offline/leaving";
import { useReaderWords, WithReaderWords } from "./words";

/** Another's version of the chapter, out of a link: shown on the page, not run, and not kept unless the reader says so. */
export default function SharedPreview({ fragment }: { fragment: string }) {
  const { locale } = useNotebook();
  return (
    <WithReaderWords locale={locale}>
      <Preview key={fragment} fragment={fragment} />
    </WithReaderWords>
  );
}

type Opened = { kind: "shown"; shared: Shared } | { kind: "refused"; code: RefusalCode };

function Preview({ fragment }: { fragment: string }) {
  const words = useReaderWords();
  const { controller } = useNotebook();
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    void fromFragment(fragment).then(async (reading) => {
      if (reading.kind === "refused") setOpened(reading);
      else if (reading.value.chapter !== controller.chapter)
        setOpened({ kind: "refused", code: "no-such-chapter" });
      else {
        await controller.show(reading.value.cells);
        setOpened({ kind: "shown", shared: reading.value });
      }
    });
  }, [fragment, controller]);

  if (!opened) return null;
  return (
    <section className="shared-notice" aria-label={words.sharedTitle}>
      {opened.kind === "refused" ? (
        <>
          <p role="alert">
            <strong>{words.sharedRefused}</strong> {words.refusals[opened.code]}
          </p>
          <p className="concern-choices">
            <button type="button" className="reader-button" onClick={() => void backToOwn()}>
              {words.dismiss}
            </button>
          </p>
        </>
      ) : (
        <Shown shared={opened.shared} />
      )}
    </section>
  );
}

function Shown({ shared }: { shared: Shared }) {
  const words = useReaderWords();
  const { controller, storage, words: common } = useNotebook();
  const preview = useNotebookState((state) => state.preview);
  const [failed, setFailed] = useState(false);
  const heading = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const keep = async () => {
    try {
      const own = await storage.cells(controller.chapter);
      const author = controller.cells.map(({ id }) => id);
      await storage.replaceCells(besideOwn(own, shared.cells, author, Date.now()));
      await backToOwn();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <p>
        <strong ref={heading} tabIndex={-1}>
          {words.sharedTitle}
        </strong>{" "}
        {words.sharedIs(shared.cells.map(({ cell }) => cell).join(", "))}
        {common.sentenceGap}
        {preview === "agreed" ? words.sharedAgreed : words.sharedAsks}
      </p>
      {failed && <p role="alert">{words.storageRefuses}</p>}
      <p className="concern-choices">
        {preview === "asks" && (
          <button type="button" className="reader-button" onClick={() => controller.agree()}>
            {words.agree}
          </button>
        )}
        <button
          type="button"
          className="reader-button"
          onClick={() => focusCell(shared.cells.find(({ removed }) => !removed)?.cell ?? "")}
        >
          {words.goToCell}
        </button>
        <button type="button" className="reader-button" onClick={() => void keep()}>
          {words.keepCopy}
        </button>
        <button type="button" className="reader-button" onClick={() => void backToOwn()}>
          {words.backToMine}
        </button>
      </p>
    </>
  );
}

/** The page anew, without what the link carried. */
async function backToOwn(): Promise<void> {
  await readyToLeave();
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}
