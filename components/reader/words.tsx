"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { type Locale, loadReaderWords, type ReaderWords } from "@/lib/i18n";

const WordsContext = createContext<ReaderWords | null>(null);

/** Draws what is inside once the words for it are there. */
export function WithReaderWords({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [words, setWords] = useState<ReaderWords | null>(null);
  useEffect(() => {
    // Without them nothing can be said; whoever asks again fetches them again.
    loadReaderWords(locale).then(setWords, () => undefined);
  }, [locale]);
  return words && <WordsContext value={words}>{children}</WordsContext>;
}

export function useReaderWords(): ReaderWords {
  const words = use(WordsContext);
  if (!words) throw new Error("This part of the page belongs inside WithReaderWords.");
  return words;
}
