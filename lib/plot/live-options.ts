import type { LiveAxis, LiveOptions } from "../protocol";
import { PlotError } from "./errors";
import { MAX_TEXT } from "./limits";

/** Height of a live plot in CSS pixels unless its options say otherwise. */
export const LIVE_HEIGHT = 320;

const MIN_HEIGHT = 120;
const MAX_HEIGHT = 1_000;

/**
 * The options of a live plot as a reader's program gave them, checked.
 *
 * @throws PlotError `live-option` naming the option, its value and what was expected
 */
export function liveOptions(given: unknown = {}): LiveOptions {
  const { title, x, y, height } = record("options", given);
  const options: LiveOptions = { x: axis("x", x), y: axis("y", y), height: LIVE_HEIGHT };
  if (title !== undefined) options.title = text("title", title);
  if (height !== undefined) {
    if (typeof height !== "number" || !(height >= MIN_HEIGHT && height <= MAX_HEIGHT)) {
      throw wrong("height", height, `${MIN_HEIGHT} … ${MAX_HEIGHT}`);
    }
    options.height = height;
  }
  return options;
}

function axis(name: string, given: unknown = {}): LiveAxis {
  const { label, type } = record(name, given);
  const checked: LiveAxis = {};
  if (label !== undefined) checked.label = text(`${name}.label`, label);
  if (type !== undefined) {
    if (type !== "linear" && type !== "log") throw wrong(`${name}.type`, type, '"linear", "log"');
    checked.type = type;
  }
  return checked;
}

function record(option: string, given: unknown): Record<string, unknown> {
  if (typeof given === "object" && given !== null) return given as Record<string, unknown>;
  throw wrong(option, given, "{ … }");
}

function text(option: string, given: unknown): string {
  if (typeof given !== "string") throw wrong(option, given, '"…"');
  return given.slice(0, MAX_TEXT);
}

function wrong(option: string, value: unknown, expected: string): PlotError {
  const shown = String(typeof value === "string" ? JSON.stringify(value) : value).slice(0, 80);
  return new PlotError(
    "live-option",
    { option, value: shown, expected },
    `livePlot: invalid ${option}: ${shown}; expected ${expected}`,
  );
}
