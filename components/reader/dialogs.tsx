"use client";

import { type ComponentType, useLayoutEffect, useState } from "react";
import type { Locale } from "@/lib/i18n";
import { WRITING } from "../layout/early-input";
import { type DialogAsked, type DialogName, onDialog, openDialog } from "./open";

export interface DialogProps {
  locale: Locale;
  /** The cell that it is about, for those that are about one. */
  cell: string | undefined;
  onClose(): void;
}

/** Each is a file of its own, fetched when it is first opened. */
const LOADERS: Record<DialogName, () => Promise<{ default: ComponentType<DialogProps> }>> = {
  search: () => import("./search-dialog"),
  print: () => import("./print-dialog"),
  share: () => import("./share-dialog"),
  work: () => import("./work-dialog"),
  history: () => import("./history-dialog"),
};

/** Fetches what the dialogs need, for times without a network. */
export function loadDialogs(): Promise<unknown> {
  return Promise.all(Object.values(LOADERS).map((load) => load()));
}

interface OpenDialog extends DialogAsked {
  Dialog: ComponentType<DialogProps>;
  /** Counts the dialogs of this page. */
  number: number;
  onClose(): void;
}

/** Where the dialogs of the reader's menu are drawn. `/` and Ctrl+K open the search from anywhere on the page. */
export function ReaderDialogs({ locale }: { locale: Locale }) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  // Before the first click on a page that has just come alive: an effect of the usual kind may come after it.
  useLayoutEffect(() => {
    let number = 0;
    return onDialog((asked) => {
      number += 1;
      const mine = number;
      // The browser tells that a dialog is closed a moment later, when another may be open.
      const onClose = () => setOpen((now) => (now?.number === mine ? null : now));
      // A part that cannot be had is spoken of by the page itself.
      void LOADERS[asked.name]().then(({ default: Dialog }) =>
        setOpen({ ...asked, Dialog, number: mine, onClose }),
      );
    });
  }, []);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const writes = target instanceof Element && target.closest(WRITING);
      const command = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k";
      // In an editor Ctrl+K begins a command of its own.
      if (event.defaultPrevented || (!command && (key !== "/" || ctrlKey || metaKey || altKey || writes)))
        return;
      event.preventDefault();
      openDialog("search");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return open && <open.Dialog key={open.number} locale={locale} cell={open.cell} onClose={open.onClose} />;
}
