import type { ListedAnswer } from "./exercise";
import type { Outcome } from "./outcome";

/** Stands in an author's list for every answer that nothing before it matches. */
export const ANY_OTHER = "*";

/**
 * What an answer is worth: the right one is compared first, then the author's list in its order; the first match wins.
 *
 * @param matches whether the answer is this one
 * @param otherwise what is said of an answer that nothing matches
 */
export function decide(
  right: string,
  answers: readonly ListedAnswer[],
  matches: (match: string) => boolean,
  otherwise: Outcome = { kind: "wrong", matched: null },
): Outcome {
  if (matches(right)) return { kind: "right" };
  const matched = answers.findIndex(({ match }) => match === ANY_OTHER || matches(match));
  const listed = answers[matched];
  if (!listed) return otherwise;
  return listedOutcome(listed, matched, otherwise);
}

/** What an answer of the author's list is worth. */
export function listedOutcome(listed: ListedAnswer, matched: number, otherwise?: Outcome): Outcome {
  switch (listed.verdict) {
    case "right":
      return { kind: "right", matched };
    case "retry":
      return { kind: "unreadable", code: "wrong-form", details: {}, matched };
    case "wrong":
      return { ...(otherwise?.kind === "wrong" && otherwise), kind: "wrong", matched };
  }
}
