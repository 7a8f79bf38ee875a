/** Whether a value is of a class. A proxy may throw when it is asked: then it is of none. */
export function isInstance<Value>(
  value: unknown,
  kind: abstract new (...parameters: never[]) => Value,
): value is Value {
  try {
    return value instanceof kind;
  } catch {
    return false;
  }
}
