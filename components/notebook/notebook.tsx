"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { fromPortable, type Locale, type Messages, type PortableMessages } from "@/lib/i18n";
import { Storage } from "@/lib/notebook";
import { STORAGE_NAME } from "../layout/site";
import { type AuthorCell, NotebookController, type NotebookState } from "./controller";
import { takeEarlyRuns } from "./early";
import { kernelSource } from "./kernel-source";
import { stockUp } from "./stock-up";

interface Notebook {
  controller: NotebookController;
  storage: Storage;
  locale: Locale;
  words: Messages;
}

const NotebookContext = createContext<Notebook | null>(null);

/** Gives a chapter its notebook: the cells below share its kernel, its texts and its history. */
export function NotebookProvider({
  chapter,
  locale,
  words,
  cells,
  children,
}: {
  chapter: string;
  locale: Locale;
  words: PortableMessages;
  cells: readonly AuthorCell[];
  children: ReactNode;
}) {
  const [notebook] = useState<Notebook>(() => {
    const storage = new Storage(STORAGE_NAME, () => controller.storageDeleted());
    const controller = new NotebookController(chapter, locale, cells, kernelSource, storage);
    return { controller, storage, locale, words: fromPortable(words) };
  });
  const { controller } = notebook;
  useEffect(() => {
    const detach = controller.attach();
    const early = takeEarlyRuns();
    if (early.length > 0) void controller.runAll(early);
    void controller.ready.then(() => {
      document.documentElement.dataset.kept = "";
    });
    return detach;
  }, [controller]);
  useEffect(() => stockUp(locale), [locale]);
  return <NotebookContext value={notebook}>{children}</NotebookContext>;
}

export function useNotebook(): Notebook {
  const notebook = useContext(NotebookContext);
  if (!notebook) throw new Error("This part of the page belongs inside a NotebookProvider.");
  return notebook;
}

/** A part of the notebook's state; the component is drawn again only when that part changes. */
export function useNotebookState<Part>(select: (state: NotebookState) => Part): Part {
  const { controller } = useNotebook();
  const read = () => select(controller.snapshot());
  return useSyncExternalStore(controller.subscribe, read, read);
}
