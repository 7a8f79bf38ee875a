"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { fromPortable, type Locale, type Messages, type PortableMessages } from "@/lib/i18n";
import { Storage } from "@/lib/notebook";
import { STORAGE_NAME } from "../layout/site";
import { stockUpAtRest } from "./at-rest";
import { type AuthorCell, NotebookController, type NotebookState } from "./controller";
import { takeEarlyRuns } from "./early";
import { kernelSource } from "./kernel-source";
import { outputWidth } from "./output-width";

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
    const controller = new NotebookController(chapter, locale, cells, kernelSource, storage, outputWidth);
    if (typeof window !== "undefined") controller.readAhead();
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
  useEffect(() => warmWhenNear(() => controller.warm()), [controller]);
  useEffect(() => stockUpAtRest(locale), [locale]);
  return <NotebookContext value={notebook}>{children}</NotebookContext>;
}

/** A reader on the way to a cell will soon run it. Heard for all cells at once: a chapter has dozens. */
function warmWhenNear(warm: () => void): () => void {
  const hear = ({ target }: Event) => {
    if (target instanceof Element && target.closest("[data-cell]")) warm();
  };
  const events = ["pointerover", "focusin", "touchstart"] as const;
  for (const name of events) document.addEventListener(name, hear, { passive: true });
  return () => {
    for (const name of events) document.removeEventListener(name, hear);
  };
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

/** Several parts of the notebook's state; the component is drawn again only when one of them changes. */
export function useNotebookParts<Parts extends object>(select: (state: NotebookState) => Parts): Parts {
  const last = useRef<Parts>(undefined);
  return useNotebookState((state) => {
    const parts = select(state);
    if (!last.current || !hasSame(last.current, parts)) last.current = parts;
    return last.current;
  });
}

function hasSame<Parts extends object>(before: Parts, after: Parts): boolean {
  return Object.entries(after).every(([name, part]) => Object.is(before[name as keyof Parts], part));
}
