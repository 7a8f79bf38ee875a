import { fail, kindOf } from "../errors";
import * as mistake from "../mistakes";

/** @internal Whether operations are being recorded. */
export const mode = { recording: true };

function within<T>(op: string, recording: boolean, run: () => T): T {
  if (typeof run !== "function") fail(mistake.notFunction, { op, got: kindOf(run) });
  const before = mode.recording;
  mode.recording = recording;
  try {
    const result = run();
    if (typeof result === "object" && result !== null && "then" in result) {
      fail(mistake.asyncMode, { op });
    }
    return result;
  } finally {
    mode.recording = before;
  }
}

/**
 * Runs a function without recording a graph: what it computes requires no gradient, and leaves may be changed in place.
 * Returns what the function returns.
 */
export const noGrad = <T>(run: () => T): T => within("noGrad", false, run);

/** Runs a function with recording switched on, also inside `noGrad`. Returns what the function returns. */
export const enableGrad = <T>(run: () => T): T => within("enableGrad", true, run);

/** Whether operations are being recorded. */
export const isGradEnabled = (): boolean => mode.recording;
