/** Milliseconds: a frame. */
const INTERVAL = 16;
/** Messages in one interval: more than the page can show, and few enough for it to unpack. */
export const MESSAGES = 64;

/**
 * Holds up a program that sends faster than the page can take: the sender waits, without yielding, for the next
 * interval. Nothing else bounds what piles up in a port whose sender never yields.
 *
 * @param now the time in milliseconds, of any origin
 * @returns what sends at that pace
 */
export function paced<Value>(send: (value: Value) => void, now: () => number): (value: Value) => void {
  let start = Number.NEGATIVE_INFINITY;
  let sent = 0;
  return (value) => {
    while (sent >= MESSAGES && now() - start < INTERVAL);
    const time = now();
    if (time - start >= INTERVAL) {
      start = time;
      sent = 0;
    }
    sent += 1;
    send(value);
  };
}
