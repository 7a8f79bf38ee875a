/**
 * The runs that readers asked for who were faster than the page, heard by a few lines in the page's head before its scripts
 * had come. The kernel is on its way by then too.
 */
interface Early {
  /** The cells, in the order of the clicks; null once the page listens itself. */
  runs: string[] | null;
  /** The kernel's text. */
  kernel?: Promise<string>;
}

const NAME = "gradbookEarly";
const FRAME = "gradbook-kernel-frame";

/**
 * The lines in the head. They show at once that a click was heard, fetch the kernel, and start it in a frame, while the
 * page comes alive. The frame is a template's copy, because a script may not write a frame's document here.
 *
 * @param kernel the address of the kernel's text
 */
export function earlyScript(kernel: string): string {
  const cellOf = `function c(t,s){return e.runs&&t.closest&&t.closest(s)&&t.closest("[data-cell]")}`;
  const start = `function s(){if(e.kernel)return;e.kernel=fetch(k).then(function(r){if(r.ok)return r.text();throw Error(r.status)});var f=document.getElementById(${JSON.stringify(FRAME)}).content.firstElementChild.cloneNode(true);f.onload=function(){e.kernel.then(function(s){f.contentWindow.postMessage({source:s},"*")},function(){})};document.body.append(f)}`;
  const run = `function r(l){e.runs.push(l.dataset.cell);l.dataset.activity="queued";s()}`;
  const onClick = `function(v){var l=c(v.target,".run-button");if(l)r(l)}`;
  const onKey = `function(v){var l=v.key=="Enter"&&(v.shiftKey||v.ctrlKey||v.metaKey)&&c(v.target,"[data-code]");if(l){v.preventDefault();r(l)}}`;
  return `(function(e,k){${cellOf}${start}${run}addEventListener("click",${onClick},true);addEventListener("keydown",${onKey},true)})(self[${JSON.stringify(NAME)}]={runs:[]},${JSON.stringify(kernel)})`;
}

/** The id of the template that holds a kernel's frame. */
export const FRAME_TEMPLATE = FRAME;

function early(): Early | undefined {
  return (globalThis as { [NAME]?: Early })[NAME];
}

/** The cells that were clicked before anybody could run them, each once; from now on the page listens itself. */
export function takeEarlyRuns(): string[] {
  const known = early();
  const cells = [...new Set(known?.runs)];
  if (known) known.runs = null;
  return cells;
}

/** The kernel's text, if it is on its way already. */
export function earlyKernel(): Promise<string> | undefined {
  return early()?.kernel;
}

/** Whether a cell was clicked before the page's scripts ran. */
export function wasClickedEarly(): boolean {
  return (early()?.runs?.length ?? 0) > 0;
}
