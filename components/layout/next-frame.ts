/** Milliseconds after which a page that is not drawn, because nobody looks at it, goes on all the same. */
const UNSEEN = 100;

/** Calls back once: before the page is drawn next, or soon if it is not drawn. */
export function nextFrame(callback: () => void): void {
  const go = () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(go);
  const timer = window.setTimeout(go, UNSEEN);
}
