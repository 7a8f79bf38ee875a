"use client";

import type { Messages } from "@/lib/i18n";
import type { Notice } from "@/lib/notebook";
import { focusCell } from "./navigation";
import { useNotebook } from "./notebook";

/** What a reader should know of a cell's names; each leads to the other cell. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const { words } = useNotebook();
  return (
    <ul className="cell-notices">
      {notices.map((notice) => (
        <li key={`${notice.kind}-${notice.name}`}>
          <button type="button" className="quiet-button" onClick={() => focusCell(notice.cell)}>
            {noticeText(words, notice)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function noticeText(words: Messages, notice: Notice): string {
  if (notice.kind === "below") return words.definedBelow(notice.name, notice.cell);
  const twice = words.definedTwice(notice.name, notice.cell);
  return notice.wins === null ? twice : `${twice} ${words.definedWins(notice.wins)}`;
}
