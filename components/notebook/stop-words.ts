import type { Messages } from "@/lib/i18n";
import { type KernelNotice, recovered, type Session } from "@/lib/notebook";

/** Why a run, or the last kernel, came to its end; nothing of a restart, which the reader asked for. */
export function stopWords(words: Messages, by: KernelNotice): string {
  switch (by) {
    case "interrupted":
      return words.aborted;
    case "overdue":
      return words.kernelOverdue;
    case "flooded":
      return words.kernelFlooded;
    case "died":
      return words.kernelDead;
    case "restarted":
      return "";
  }
}

/** What has become of the names that cells had defined before the kernel was lost. */
export function recoveryWords(words: Messages, session: Session): string {
  const known = recovered(session);
  if (!known) return "";
  const { pending, done, left, failed } = known;
  if (pending) return words.restoring;
  if (left.length + failed.length === 0) return words.restored;
  return sentences(
    words,
    left.length > 0 && words.notRestored(left.join(", ")),
    failed.length > 0 && words.restoreFailed(failed.join(", ")),
    done.length > 0 && words.restoredOthers,
  );
}

/** Sentences after one another, as the language writes them; what is empty or false is left out. */
export function sentences(words: Messages, ...all: (string | false)[]): string {
  return all.filter((sentence) => sentence !== false && sentence !== "").join(words.sentenceGap);
}
