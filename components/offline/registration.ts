import { BASE_PATH } from "../layout/site";

/** How the site stands to the network. */
export interface Keeping {
  /** All of the site is on this device. */
  kept: boolean;
  /** A newer build of it is ready to take over. */
  newer: ServiceWorker | null;
}

export const NOTHING_KEPT: Keeping = { kept: false, newer: null };

/** Milliseconds after loading before the site is fetched as a whole: reading and a first run come before. */
const PATIENCE = 4000;

/**
 * Has the whole site kept by the browser, once the page is at rest. Not where the reader asks to save data, and not
 * in development, where files change under the same names.
 *
 * @param tell is told how it stands, now and after each change
 * @returns ends the waiting and the telling
 */
export function keepOffline(tell: (keeping: Keeping) => void): () => void {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (process.env.NODE_ENV !== "production" || !serviceWorker || connection?.saveData) return () => undefined;
  let listening = true;
  let timer = 0;

  async function register(): Promise<void> {
    const registration = await serviceWorker.register(`${BASE_PATH}/sw.js`, {
      scope: `${BASE_PATH}/`,
      updateViaCache: "none",
    });
    const look = () => {
      if (listening) tell({ kept: registration.active !== null, newer: registration.waiting });
    };
    const follow = (worker: ServiceWorker | null) => worker?.addEventListener("statechange", look);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    look();
  }
  const wait = () => {
    // Where it fails (a private window, a full disk, no such file) the site works as any other.
    timer = window.setTimeout(() => void register().catch(() => undefined), PATIENCE);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    listening = false;
    window.removeEventListener("load", wait);
    window.clearTimeout(timer);
  };
}

/** Lets the newer build take over; the page is to be loaded again when it has. */
export function takeOver(newer: ServiceWorker, then: () => void): void {
  navigator.serviceWorker.addEventListener("controllerchange", then, { once: true });
  newer.postMessage("take-over");
}
