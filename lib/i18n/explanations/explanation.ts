/** The facts of one case of an error, as texts: `op` is `matmul`, `shapes` is `[2, 3], [2, 3]`. */
export type Details = Readonly<Record<string, string>>;

/**
 * What an error means and what to do about it, in one language. Code stands between backticks. `{op}` is that detail;
 * `{shapes.0}` is the first item of a detail that is a list. What depends on the details beyond that is a function.
 * Null where the error's message, which is English, says everything already.
 */
export type Explanation = string | null | ((details: Details) => string | null);

/** A piece of an explanation: prose, or code. */
export interface ExplanationPart {
  text: string;
  code: boolean;
}

/** Explains an error by its code and details; null where there is nothing to say. */
export type Explain = (code: string, details: Details) => ExplanationPart[] | null;

const PLACE = /\{(\w+)(?:\.(\d+))?\}/g;

/**
 * Looks errors up in a language's explanations. A reader's program may throw errors with any code and any details, so
 * one whose details are not those of its code is not explained at all.
 */
export function explainer(explanations: Readonly<Record<string, Explanation>>): Explain {
  return (code, details) => {
    const found = Object.hasOwn(explanations, code) ? explanations[code] : null;
    const template = typeof found === "function" ? found(details) : found;
    if (!template) return null;
    const parts: ExplanationPart[] = [];
    for (const [index, piece] of template.split("`").entries()) {
      const code = index % 2 === 1;
      const filled = fill(piece, details);
      if (filled === null) return null;
      // Full-width punctuation brings its own space.
      const text = code ? filled : filled.replace(/ ?([，。：；！？（）]) ?/g, "$1");
      if (text !== "") parts.push({ text, code });
    }
    return parts;
  };
}

/** The text with the details in their places, or null if one is missing. */
function fill(piece: string, details: Details): string | null {
  let complete = true;
  const text = piece.replace(PLACE, (_, name: string, index: string | undefined) => {
    const detail = Object.hasOwn(details, name) ? details[name] : undefined;
    const value = index === undefined ? detail : items(detail ?? "")[Number(index)];
    complete &&= value !== undefined;
    return value ?? "";
  });
  return complete ? text : null;
}

/** The shapes of `[2, 3], [4]`, or the numbers of `[2, 3]`. */
export function items(list: string): readonly string[] {
  const shapes = list.match(/\[[^[\]]*\]/g) ?? [];
  return shapes.length > 1 ? shapes : (list.match(/-?[\d.]+/g) ?? []);
}
