"use client";

import { useEffect, useMemo, useState } from "react";
import { LONGEST_LINK, toFragment } from "@/lib/exchange";
import { useNotebook } from "../notebook/notebook";
import type { DialogProps } from "./dialogs";
import { Sheet } from "./sheet";
import { useReaderWords, WithReaderWords } from "./words";

/** A link that carries what the reader has changed in the chapter. */
export default function ShareDialog({ locale, onClose }: DialogProps) {
  return (
    <WithReaderWords locale={locale}>
      <ShareSheet onClose={onClose} />
    </WithReaderWords>
  );
}

function ShareSheet({ onClose }: { onClose(): void }) {
  const words = useReaderWords();
  const { controller, words: common } = useNotebook();
  const cells = useMemo(() => controller.records(), [controller]);
  const [link, setLink] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (cells.length === 0) return;
    const { origin, pathname } = location;
    // Where the browser cannot pack it there is no link.
    toFragment({ chapter: controller.chapter, cells }).then(
      (fragment) => setLink(fragment.length > LONGEST_LINK ? "" : `${origin}${pathname}${fragment}`),
      () => setLink(""),
    );
  }, [controller, cells]);

  const copy = () =>
    navigator.clipboard.writeText(link ?? "").then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <Sheet title={words.shareTitle} close={common.close} onClose={onClose}>
      {cells.length === 0 && <p>{words.shareNothing}</p>}
      {link === "" && <p>{words.shareTooLong}</p>}
      {link && (
        <>
          <p>{words.shareHow(cells.map(({ cell }) => cell).join(", "))}</p>
          <p className="share-link">
            <input
              type="text"
              readOnly
              value={link}
              aria-label={words.shareLink}
              className="search-field"
              onFocus={({ target }) => target.select()}
            />
            <button type="button" className="reader-button" onClick={() => void copy()}>
              {words.copy}
            </button>
          </p>
          <p role="status" className="reader-said">
            {copied && words.copied}
          </p>
        </>
      )}
    </Sheet>
  );
}
