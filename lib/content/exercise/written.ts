/**
 * An exercise's facts as its author wrote them: all that is no prose. A translation may leave them out; then it has those
 * of its source.
 */
export interface WrittenExercise {
  tag: string;
  attributes: Record<string, string>;
  /** Fenced code by its role: `check`, `solution`, `wrong=key`. */
  code: Record<string, string>;
}
