/**
 * A name was read or assigned that has no value. `details` give the `name`, and `cell` when a cell declares it: the
 * cell then has not come to the declaration.
 */
export class UndefinedNameError extends ReferenceError {
  override readonly name = "ReferenceError";

  constructor(
    readonly code: "undefined-name" | "name-before-initialization",
    readonly details: { name: string; cell?: string },
  ) {
    super(
      code === "undefined-name"
        ? `${details.name} is not defined`
        : `Cannot access '${details.name}' before initialization`,
    );
  }
}
