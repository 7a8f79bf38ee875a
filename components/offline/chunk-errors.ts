import { STORAGE_NAME } from "../layout/site";

/**
 * A page may outlive the site that it came from: then a script that it asks for late is no longer on the host. One
 * reload brings the new site. Texts are written on `pagehide`, which a reload brings about.
 */
const GUARD = `${STORAGE_NAME}:reloaded`;
/** Milliseconds within which a second failure is not answered by a second reload. */
const AGAIN = 60_000;

const isChunkError = (reason: unknown) => reason instanceof Error && reason.name === "ChunkLoadError";

/** The moment of the last reload for this cause, in this tab; 0 for never, or where nothing can be kept. */
function lastReload(): number {
  try {
    return Number(sessionStorage.getItem(GUARD) ?? 0);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * Reloads the page when a script of it is gone; if that has just been done, or cannot be noted, says so instead.
 *
 * @param leave is awaited before the reload
 * @param giveUp is told when another reload would not help
 * @returns ends the listening
 */
export function onMissingChunk(leave: () => Promise<void>, giveUp: () => void): () => void {
  const onRejection = ({ reason }: PromiseRejectionEvent) => {
    // Without a network the script is not gone, only away.
    if (!isChunkError(reason) || !navigator.onLine) return;
    const now = Date.now();
    const last = lastReload();
    if (Math.abs(now - last) < AGAIN || last === Number.POSITIVE_INFINITY) {
      giveUp();
      return;
    }
    sessionStorage.setItem(GUARD, String(now));
    void leave().then(() => location.reload());
  };
  window.addEventListener("unhandledrejection", onRejection);
  return () => window.removeEventListener("unhandledrejection", onRejection);
}
