/** Decimal noise of some hundred operations stays below this. */
const CLOSE = 1e-9;

/**
 * Whether an answer has the expected form, and numbers that agree. Nothing of the answer's own is called, so an answer
 * cannot have a say in the comparison.
 */
export function near(got: unknown, expected: unknown, tolerance = CLOSE): boolean {
  if (typeof expected === "number") return typeof got === "number" && closeNumbers(got, expected, tolerance);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((one, index) => near(got[index], one, tolerance))
    );
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof got !== "object" || got === null || Array.isArray(got)) return false;
    const names = Object.keys(expected);
    return (
      Object.keys(got).length === names.length &&
      names.every(
        (name) =>
          Object.hasOwn(got, name) &&
          near(
            (got as Record<string, unknown>)[name],
            (expected as Record<string, unknown>)[name],
            tolerance,
          ),
      )
    );
  }
  return Object.is(got, expected);
}

function closeNumbers(got: number, expected: number, tolerance: number): boolean {
  if (!Number.isFinite(expected)) return Object.is(got, expected);
  return Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
}
