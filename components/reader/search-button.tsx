"use client";

import type { Messages } from "@/lib/i18n";
import { openDialog } from "./open";

/** Opens the search where there is no notebook. */
export function SearchButton({ words }: { words: Pick<Messages, "search"> }) {
  return (
    <button type="button" className="quiet-button" onClick={() => openDialog("search")}>
      {words.search} <kbd>/</kbd>
    </button>
  );
}
