/** A number at a precision that can be read; whole numbers are written out. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  return Number.isInteger(value) || !Number.isFinite(value)
    ? String(value)
    : String(Number(value.toPrecision(6)));
}

/** Milliseconds in seconds, as exact as anybody waits for. */
export function secondsText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds));
}
