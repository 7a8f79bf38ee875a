/**
 * What the bench puts into a page before the page's own scripts: clocks that are read where things happen, so that no
 * trip between the browser and this program is measured. All times are milliseconds since the navigation began.
 */
export interface Stopwatch {
  /** The run that was asked for at the earliest moment; null if none was. */
  early: Promise<EarlyRun> | null;
  /** Whether React has taken over the cell, so that clicks are heard. */
  alive(cell: string): boolean;
  /** The largest contentful paint so far, 0 before any. */
  largestPaint(): number;
  /** The layout shifts since this was last asked. */
  takeShifts(): Shift[];
  /** When the cell's next output, or next piece of it, stands in the document. */
  nextOutput(cell: string): Promise<number>;
  /** When the cell's next run has ended. */
  nextEnd(cell: string): Promise<number>;
  /** From the reader's next click to the cell's next output. */
  clickToOutput(cell: string): Promise<Click>;
  /** Stops one cell and runs another at once: from the first click to the other's output. */
  stopAndRun(running: string, other: string): Promise<number>;
  /** From the reader's next click to the end of the cell's next run. */
  clickToEnd(cell: string): Promise<number>;
  /** Stops a cell; when it has stopped, runs another. Both times are from the click on Stop. */
  stopThenRun(running: string, other: string): Promise<{ stop: number; next: number }>;
  /** Looks at the page's frames from now on. */
  watchGaps(): void;
  /** The longest time without a frame since. */
  longestGap(): number;
  /** The frames of the cell's next run. */
  frames(cell: string): Promise<Frames>;
  /** The requests that had begun by then, the document's own left out. */
  requestsUntil(time: number): string[];
}

/** Milliseconds from a click to what came of it. */
export interface Click {
  /** Since the page heard of it. */
  heard: number;
  /** Since it was made, in another process: the way to the page belongs to the browser and to the machine's load. */
  made: number;
}

export interface EarlyRun {
  /** When the click was made that the page heard, which is when it had come alive. */
  heard: number;
  output: number;
}

export interface Shift {
  value: number;
  /** Whether it came within half a second of a click or key, and so does not count for the usual score. */
  afterInput: boolean;
  /** What moved. */
  what: string;
}

export interface Frames {
  seconds: number;
  frames: number;
  /** Frames on which a curve was another than on the frame before. */
  pictures: number;
  /** Milliseconds. */
  longestGap: number;
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** The cell of an early run, and what its code has to be before it is run. */
export interface Early {
  cell: string;
  text?: string;
}

/** Runs in the page; uses nothing from outside itself. */
export function installStopwatch(early: Early | null): void {
  if (window.top !== window) return;

  let largest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  const shifts: Shift[] = [];
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries as LayoutShift[]) {
      const what = entry.sources.map(({ node }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        return element ? `${element.localName}.${element.className}` : "?";
      });
      shifts.push({ value: entry.value, afterInput: entry.hadRecentInput, what: what.join(" + ") });
    }
  };
  const shiftObserver = new PerformanceObserver((list) => note(list.getEntries()));
  shiftObserver.observe({ type: "layout-shift", buffered: true });

  const section = (cell: string) => {
    const element = document.getElementById(`cell-${cell}`);
    if (!element) throw new Error(`no cell ${cell}`);
    return element;
  };
  const button = (cell: string) => section(cell).querySelector<HTMLElement>(".run-button");
  const gaps = { watch: 0, last: 0, longest: 0 };

  function nextOutput(cell: string): Promise<number> {
    return new Promise((resolve) => {
      const element = section(cell);
      const observer = new MutationObserver((records) => {
        const outputs = element.querySelector<HTMLElement>(".outputs");
        // What the build saved is no output of a run.
        if (!outputs || outputs.dataset.saved !== undefined) return;
        // An output that is the same as before changes nothing in the document: then it is there when the run has ended.
        const came = records.some(({ target, type, addedNodes, oldValue }) =>
          type === "attributes"
            ? target === element && oldValue === "running" && element.dataset.activity === "idle"
            : outputs.contains(target) && (type === "characterData" || addedNodes.length > 0),
        );
        if (!came) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ["data-activity"],
        attributeOldValue: true,
      });
    });
  }

  function nextEnd(cell: string): Promise<number> {
    return new Promise((resolve) => {
      const element = section(cell);
      let began = false;
      const count = element.querySelector(".cell-count");
      const observer = new MutationObserver((records) => {
        // A very short run is seen by its number alone.
        const counted = records.some(
          ({ type, target }) => type === "characterData" && count?.contains(target),
        );
        if (element.dataset.activity !== "idle") began = true;
        else if (began || counted) {
          observer.disconnect();
          resolve(performance.now());
        }
      });
      observer.observe(element, { attributeFilter: ["data-activity"], characterData: true, subtree: true });
    });
  }

  function nextClick(): Promise<Click> {
    return new Promise((resolve) => {
      const options = { capture: true, once: true };
      const hear = ({ timeStamp }: Event) => resolve({ heard: performance.now(), made: timeStamp });
      document.addEventListener("click", hear, options);
    });
  }

  /** A page that has not come alive yet does not hear clicks; so clicks are made until one is heard. */
  function runEarly({ cell, text }: Early): Promise<EarlyRun> {
    return new Promise((resolve, reject) => {
      let clicked = 0;
      let output: Promise<number> | null = null;
      const tick = () => {
        const element = document.getElementById(`cell-${cell}`);
        const heard =
          element && (element.dataset.activity !== "idle" || element.dataset.validity !== "fresh");
        if (heard && output) {
          const at = clicked;
          output.then((time) => resolve({ heard: at, output: time }), reject);
          return;
        }
        const shown = element?.querySelector("code")?.textContent;
        if (element && (text === undefined || text === shown)) {
          output ??= nextOutput(cell);
          clicked = performance.now();
          element.querySelector<HTMLElement>(".run-button")?.click();
        }
        setTimeout(tick, 0);
      };
      tick();
    });
  }

  window.stopwatch = {
    early: early === null || location.protocol === "about:" ? null : runEarly(early),
    // React marks the elements that it has taken over with properties of its own.
    alive: (cell) => Object.keys(button(cell) ?? {}).some((name) => name.startsWith("__react")),
    largestPaint: () => largest,
    takeShifts() {
      note(shiftObserver.takeRecords());
      return shifts.splice(0);
    },
    nextOutput,
    nextEnd,
    async clickToOutput(cell) {
      const [{ heard, made }, output] = await Promise.all([nextClick(), nextOutput(cell)]);
      return { heard: output - heard, made: output - made };
    },
    async stopAndRun(running, other) {
      const output = nextOutput(other);
      const started = performance.now();
      button(running)?.click();
      button(other)?.click();
      return (await output) - started;
    },
    async clickToEnd(cell) {
      const [{ made }, ended] = await Promise.all([nextClick(), nextEnd(cell)]);
      return ended - made;
    },
    async stopThenRun(running, other) {
      const element = section(running);
      const started = performance.now();
      button(running)?.click();
      if (element.dataset.activity === "running") {
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (element.dataset.activity === "running") return;
            observer.disconnect();
            resolve();
          });
          observer.observe(element, { attributeFilter: ["data-activity"] });
        });
      }
      const stop = performance.now() - started;
      const output = nextOutput(other);
      button(other)?.click();
      return { stop, next: (await output) - started };
    },
    watchGaps() {
      gaps.watch += 1;
      gaps.last = performance.now();
      gaps.longest = 0;
      const watch = gaps.watch;
      const look = () => {
        if (watch !== gaps.watch) return;
        const now = performance.now();
        gaps.longest = Math.max(gaps.longest, now - gaps.last);
        gaps.last = now;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    longestGap: () => Math.max(gaps.longest, performance.now() - gaps.last),
    frames(cell) {
      return new Promise((resolve) => {
        const element = section(cell);
        const result: Frames = { seconds: 0, frames: 0, pictures: 0, longestGap: 0 };
        let picture = "";
        let first = 0;
        let last = 0;
        const frame = () => {
          const now = performance.now();
          const running = element.dataset.activity === "running";
          if (running) {
            if (first === 0) first = now;
            else {
              result.frames += 1;
              result.longestGap = Math.max(result.longestGap, now - last);
            }
            last = now;
            const curves = [...element.querySelectorAll(".outputs svg path[d]")];
            const drawn = curves.map((path) => path.getAttribute("d")).join();
            if (drawn !== picture) result.pictures += 1;
            picture = drawn;
          } else if (first !== 0) {
            result.seconds = (last - first) / 1000;
            resolve(result);
            return;
          }
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
    },
    requestsUntil: (time) =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry.startTime <= time && /^https?:/.test(entry.name))
        .map((entry) => entry.name),
  };
}

/** The page's script. A compiler may have wrapped functions in a helper that only this program has. */
export function stopwatchScript(early: Early | null): string {
  return `globalThis.__name ??= (named) => named; (${installStopwatch.toString()})(${JSON.stringify(early)});`;
}
