import type { MimeBundle } from "../protocol";
import { isInstance } from "./instance";
import { indexOf } from "./primordials";

/** Something that runs without an error and is hardly ever what was meant. The page explains each by its code. */
export type HintCode = "nan-value" | "promise-value";

/** What is said where nobody explains. */
const TEXTS: Readonly<Record<HintCode, string>> = {
  "nan-value": "Note: this cell put out NaN.",
  "promise-value": "Note: this cell put out a promise; await it for its value.",
};

/** As JavaScript and as tensors write it. */
const NAN = /\b(?:NaN|nan)\b/;

/** What is odd about a value that is put out, if anything is. `text` is how it is written. */
export function hintOf(value: unknown, text: string): HintCode | undefined {
  if (isInstance(value, Promise)) return "promise-value";
  // A search before the pattern: a million lines are looked at.
  const odd = indexOf(text, "NaN", 0) >= 0 || indexOf(text, "nan", 0) >= 0;
  return odd && NAN.test(text) ? "nan-value" : undefined;
}

/** Whether some of the numbers is none. */
export function hasNaN(numbers: Float64Array): boolean {
  for (let index = 0; index < numbers.length; index++) {
    if (Number.isNaN(numbers[index])) return true;
  }
  return false;
}

export function hintBundle(code: HintCode): MimeBundle {
  return { "text/plain": TEXTS[code], "application/vnd.gradbook.hint+json": { code } };
}

/** The name with which a chain of properties begins, at the end of a text: `data` of `1 + data.rows.`. */
const CHAIN = /([\p{ID_Start}$_][\p{ID_Continue}$]*)(?:\??\.[\p{ID_Continue}$]+|\[[^[\]]*\])*\??\.?$/u;

/**
 * The name whose value an error is about: that of the engine's message, or else what stands before the error's place.
 *
 * @param named what the message calls the culprit, for example `data.map`
 * @param code the cell's text
 * @param place line and column from 1
 */
export function culprit(
  named: string | undefined,
  code: string,
  place: { line: number; column: number } | undefined,
): string | undefined {
  const text = named ?? code.split("\n")[(place?.line ?? 0) - 1]?.slice(0, (place?.column ?? 1) - 1) ?? "";
  return CHAIN.exec(text)?.[1];
}
