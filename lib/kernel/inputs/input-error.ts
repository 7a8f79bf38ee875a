import type { InputKind } from "../../protocol";

/** What can be wrong with an input, and what the page needs to explain it in the reader's language. */
interface InputDetails {
  /** An option is not one of the input's. */
  "unknown-input-option": { input: InputKind; option: string; known: string };
  /** An option has a value that it cannot have. */
  "input-option": { input: InputKind; option: string; value: string; expected: string };
  /** The initial value is none that the reader could set. */
  "input-value": { input: InputKind; value: string; expected: string };
  /** Two inputs of a cell ask for the same key. */
  "input-key-twice": { input: InputKind; key: string };
  "too-many-inputs": { limit: string };
}

/** A cell asked for an input that there cannot be. */
export class InputError<Code extends keyof InputDetails = keyof InputDetails> extends TypeError {
  override readonly name = "InputError";

  constructor(
    readonly code: Code,
    readonly details: InputDetails[Code],
    message: string,
  ) {
    super(message);
  }
}
