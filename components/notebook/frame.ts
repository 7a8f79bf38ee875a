import { FRAME_TEMPLATE } from "./early";

/** Milliseconds after which a frame that does not answer is used all the same: its heartbeat will tell. */
const PATIENCE = 5000;

/**
 * A kernel's frame, hidden, sandboxed, and ready for a message: the one that a reader's early click has opened if nobody
 * has it yet, else a new one.
 */
export async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.querySelector<HTMLIFrameElement>("body > iframe[data-waiting]") ?? newFrame();
  frame.removeAttribute("data-waiting");
  await answer(frame);
  return frame;
}

/** Frames are copies of the page's template: Trusted Types let no script write a frame's document. */
function newFrame(): HTMLIFrameElement {
  const template = document.getElementById(FRAME_TEMPLATE);
  if (!(template instanceof HTMLTemplateElement)) throw new Error("The page has no template for kernels.");
  const frame = template.content.firstElementChild?.cloneNode(true) as HTMLIFrameElement;
  document.body.append(frame);
  return frame;
}

/** Asks a frame, now and when it has loaded, whether its script is there. */
function answer(frame: HTMLIFrameElement): Promise<void> {
  // An opaque origin can only be addressed by "*"; the frame's document is ours.
  const ask = () => frame.contentWindow?.postMessage("hello", "*");
  return new Promise((resolve) => {
    const done = () => {
      window.clearTimeout(timer);
      window.removeEventListener("message", hear);
      frame.removeEventListener("load", ask);
      resolve();
    };
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source === frame.contentWindow && data === "here") done();
    };
    const timer = window.setTimeout(done, PATIENCE);
    window.addEventListener("message", hear);
    frame.addEventListener("load", ask);
    ask();
  });
}
