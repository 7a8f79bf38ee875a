import type { Locale } from "@/lib/i18n";

/** Milliseconds after the page has loaded before anything is fetched ahead: its own business comes first. */
const PATIENCE = 2000;

/** The moment at which that begins, for whoever measures the page. */
const STOCK_UP = "gradbook:stock-up";

/**
 * Fetches what readers may need later, once the page is at rest. Left out where the reader asks to save data.
 *
 * @returns ends the waiting
 */
export function stockUpAtRest(locale: Locale): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => undefined;
  let timer = 0;
  const fetchAll = () => {
    performance.mark(STOCK_UP);
    import("./stock-up").then(({ stockUp }) => stockUp(locale)).catch(() => undefined);
  };
  const wait = () => {
    timer = window.setTimeout(() => {
      if ("requestIdleCallback" in window) requestIdleCallback(fetchAll);
      else fetchAll();
    }, PATIENCE);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    window.removeEventListener("load", wait);
    window.clearTimeout(timer);
  };
}
