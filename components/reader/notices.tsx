"use client";

import type { StorageFault } from "@/lib/notebook";
import { focusCell } from "../notebook/navigation";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import { readyToLeave } from "../offline/leaving";
import { openDialog } from "./open";
import { useReaderWords, WithReaderWords } from "./words";

/** What must not be overlooked: that nothing is kept, or that the tab was lost. */
export default function ReaderNotices() {
  const { locale } = useNotebook();
  return (
    <WithReaderWords locale={locale}>
      <div className="reader-notices">
        <FaultNotice />
        <LostNotice />
      </div>
    </WithReaderWords>
  );
}

function FaultNotice() {
  const { controller } = useNotebook();
  const words = useReaderWords();
  const fault = useNotebookState((state) => (state.storage === "failed" ? (state.fault ?? "refused") : null));
  if (!fault) return null;
  return (
    <div className="reader-notice" data-fault={fault} role="alert">
      <p>
        <strong>{words.faultTitle}</strong> {words.faults[fault]}
      </p>
      <p className="concern-choices">
        <button type="button" className="reader-button" onClick={() => openDialog("work")}>
          {words.exportWork}
        </button>
        <AgainButton fault={fault} again={() => controller.saveAgain()} />
      </p>
    </div>
  );
}

function AgainButton({ fault, again }: { fault: StorageFault; again(): void }) {
  const words = useReaderWords();
  const reload = () => void readyToLeave().then(() => location.reload());
  return (
    <button type="button" className="reader-button" onClick={fault === "newer" ? reload : again}>
      {fault === "newer" ? words.reload : words.tryAgain}
    </button>
  );
}

function LostNotice() {
  const { controller } = useNotebook();
  const words = useReaderWords();
  const lost = useNotebookState((state) => state.lost);
  if (lost === null) return null;
  return (
    <div className="reader-notice" data-lost={lost} role="alert">
      <p>{words.lostRun(lost)}</p>
      <p className="concern-choices">
        <button type="button" className="reader-button" onClick={() => focusCell(lost)}>
          {words.goToCell}
        </button>
        <button type="button" className="reader-button" onClick={() => controller.dismissLost()}>
          {words.dismiss}
        </button>
      </p>
    </div>
  );
}
