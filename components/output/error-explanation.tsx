"use client";

import { Fragment, useEffect, useState } from "react";
import { type Explain, type ExplanationPart, type Locale, loadExplanations } from "@/lib/i18n";
import type { ErrorOutput } from "@/lib/protocol";

/** Kept once they are there, so that the next error is explained at once. */
const loaded = new Map<Locale, Explain>();

/** What an error means, in the reader's language. Nothing until that is known, or where the message says it all. */
export function ErrorExplanation({ error, locale }: { error: ErrorOutput; locale: Locale }) {
  const explain = useExplanations(locale, error.code !== undefined);
  const parts = error.code === undefined ? null : explain?.(error.code, error.details ?? {});
  return parts ? <ExplanationText parts={parts} /> : null;
}

/** An explanation's prose and code. */
export function ExplanationText({ parts }: { parts: readonly ExplanationPart[] }) {
  return (
    <p className="error-hint">
      {parts.map(({ text, code }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one explanation never move
        <Fragment key={index}>{code ? <code>{text}</code> : text}</Fragment>
      ))}
    </p>
  );
}

/** The language's explanations, fetched with the first error that wants them. Null until they are there. */
export function useExplanations(locale: Locale, wanted: boolean): Explain | null {
  const [explain, setExplain] = useState(() => loaded.get(locale) ?? null);
  useEffect(() => {
    if (!wanted || explain) return;
    let mounted = true;
    loadExplanations(locale).then(
      (found) => {
        loaded.set(locale, found);
        if (mounted) setExplain(() => found);
      },
      // Without the network the message stands alone; the next error asks again.
      () => undefined,
    );
    return () => {
      mounted = false;
    };
  }, [locale, wanted, explain]);
  return explain;
}
