/** What Plot said while it drew. */
export interface Stage<T> {
  result: T;
  warnings: string[];
}

/**
 * Runs a drawing function with two globals that Plot reaches for put in order: its warnings are collected rather
 * than printed, and what it defers to the next frame (the boxes of tips) is done at once, since a worker's plot
 * is read as soon as it is drawn. Both are restored before this returns.
 */
export function onStage<T>(draw: () => T): Stage<T> {
  const warnings: string[] = [];
  const deferred: (() => void)[] = [];
  const { warn } = console;
  const frames = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
  console.warn = (...parts: unknown[]) => {
    if (typeof parts[0] === "string" && /^Warning: |deprecated/.test(parts[0])) warnings.push(parts[0]);
    else warn.apply(console, parts);
  };
  Object.defineProperty(globalThis, "requestAnimationFrame", {
    configurable: true,
    writable: true,
    value: (callback: () => void) => deferred.push(callback),
  });
  try {
    const result = draw();
    for (const task of deferred) task();
    return { result, warnings };
  } finally {
    console.warn = warn;
    if (frames) Object.defineProperty(globalThis, "requestAnimationFrame", frames);
    else Reflect.deleteProperty(globalThis, "requestAnimationFrame");
  }
}
