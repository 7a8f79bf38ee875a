/** What must be done before this page is given up for another. */
const tasks = new Set<() => Promise<unknown>>();

/** Milliseconds that leaving waits for a store that does not answer. */
const PATIENCE = 2000;

/** Adds something to be done; returns what takes it away again. */
export function beforeLeaving(task: () => Promise<unknown>): () => void {
  tasks.add(task);
  return () => void tasks.delete(task);
}

/** Does all of it, whether it succeeds or not. */
export async function readyToLeave(): Promise<void> {
  const late = new Promise((resolve) => window.setTimeout(resolve, PATIENCE));
  await Promise.race([late, Promise.allSettled([...tasks].map((task) => task()))]);
}
