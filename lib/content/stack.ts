/** Whether an error says that the call stack is used up: a RangeError in most engines, an InternalError in Firefox. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}
