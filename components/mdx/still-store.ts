import type { ReactNode } from "react";

/**
 * What the pages' still parts hold, while the site is built. Next renders a page twice, by two copies of each module: the
 * data that its scripts will get, and the HTML. Only the global object is common to both.
 */
const KEY = Symbol.for("gradbook.still");

function store(): Map<string, ReactNode> {
  const holder = globalThis as { [KEY]?: Map<string, ReactNode> };
  holder[KEY] ??= new Map();
  return holder[KEY];
}

export function keepStill(id: string, content: ReactNode): void {
  store().set(id, content);
}

/** @throws Error if the data and the HTML were made by two processes: then the page would be empty. */
export function takeStill(id: string): ReactNode {
  const content = store().get(id);
  if (content === undefined) throw new Error(`The still part "${id}" was never kept.`);
  return content;
}
