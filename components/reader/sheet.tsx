"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A dialog of the browser's own: Escape closes it, and the focus returns to where it was. */
export function Sheet({
  title,
  close,
  onClose,
  children,
}: {
  title: string;
  /** The words on its button. */
  close: string;
  onClose(): void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="key-sheet reader-sheet" aria-label={title} onClose={onClose}>
      <header className="reader-sheet-head">
        <h2>{title}</h2>
        <form method="dialog">
          <button type="submit" className="quiet-button">
            {close}
          </button>
        </form>
      </header>
      {children}
    </dialog>
  );
}
