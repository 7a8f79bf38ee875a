/** A key with what was held down beside it. */
export type Key = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey">;

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One thing that a reader did. */
export type Deed =
  | { button: HTMLElement }
  // Where in it the click was: the page may have moved since.
  | { code: HTMLElement; x: number; y: number }
  | { key: Key }
  | { field: Field; value: string; checked?: boolean };

interface Early {
  /** In their order; null once the page listens itself. */
  deeds: Deed[] | null;
  /** The time of the event that the last deed was. */
  at?: number;
  /** Where on the page a link has led to. */
  hash?: string;
}

const NAME = "gradbookEarlyInput";

/** Fields in which a letter is a letter. */
export const WRITING = "input, textarea, select, [contenteditable], [role=textbox], [data-code-host]";

/**
 * The lines in the head that hear what readers do who are faster than the page's scripts: presses of buttons, clicks
 * on code, what is entered in fields, keys that are commands, and links into the page. What runs a cell is heard elsewhere:
 * it begins its work at once.
 */
export function earlyInputScript(): string {
  return [
    `(function(e){`,
    // Capturing: nothing on the page may keep it from being heard.
    `function on(n,f){addEventListener(n,function(v){var t=v.target;if(!e.deeds||!t.closest)return;var l=e.deeds.length;f(v,t);if(e.deeds.length>l)e.at=v.timeStamp},true)}`,
    `on("click",function(v,t){t=t.closest('button,a[href^="#"],[data-code]');if(!t)return;if(t.hash)e.hash=t.hash;`,
    `else if(t.matches("[data-code]")){var b=t.getBoundingClientRect();e.deeds.push({code:t,x:v.clientX-b.x,y:v.clientY-b.y})}`,
    `else if(!t.matches(".run-button"))e.deeds.push({button:t})});`,
    `on("input",function(v,t){e.deeds.push({field:t,value:t.value,checked:t.checked})});`,
    // The press of its button was heard; sent off by the browser itself a form would leave the page.
    `on("submit",function(v){v.preventDefault()});`,
    `on("keydown",function(v,t){var k=v.key,c=v.ctrlKey||v.metaKey,d=t.matches("[data-code]");`,
    `if(v.altKey||!d&&t.closest(${JSON.stringify(WRITING)})||(c?k!="k":k.length!=1&&!(d&&(k=="Backspace"||k=="Enter"&&!v.shiftKey))||k==" "&&!d))return;`,
    // Ctrl+K means something to the browser, and a space scrolls.
    `if(c||d)v.preventDefault();`,
    `e.deeds.push({key:{key:k,code:v.code,ctrlKey:v.ctrlKey,metaKey:v.metaKey,shiftKey:v.shiftKey}})})`,
    `})(self.${NAME}={deeds:[]})`,
  ].join("");
}

/** What the reader has done so far; from now on the page listens itself. */
export function takeEarlyDeeds(): Deed[] {
  const early = (globalThis as { [NAME]?: Early })[NAME];
  const deeds = early?.deeds ?? [];
  if (early) early.deeds = null;
  const last = deeds.at(-1);
  // A click or key can itself make React take the page over at once; then React hands it on, as soon as it has.
  const isUnderWay = window.event?.timeStamp === early?.at && last !== undefined && !("field" in last);
  return isUnderWay ? deeds.slice(0, -1) : deeds;
}

/**
 * Puts back the fragment that the reader has gone to. When the framework takes a page over, it writes the address once
 * more that it found when it began.
 */
export function restoreEarlyHash(): void {
  const { hash } = (globalThis as { [NAME]?: Early })[NAME] ?? {};
  if (hash !== undefined && hash !== location.hash) history.replaceState(history.state, "", hash);
}
