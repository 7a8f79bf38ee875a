import type { MatmulProblem, NetProblem } from "../problems";

/** Carries out so many steps and returns the last one's loss (or the probed element of the last product). */
export type Run = (steps: number) => number | Promise<number>;

/** The kinds of floating-point numbers that the libraries compute with. */
export type Dtype = "float64" | "float32";

/** What losses of the two kinds may differ by. */
export const tolerances: Readonly<Record<Dtype, number>> = { float64: 1e-9, float32: 1e-4 };

/** A library, or one way of using it. */
export interface Peer {
  readonly name: string;
  /** How far its loss may be off after a few steps, relatively: what its kind of numbers can do. */
  readonly tolerance: number;
  /** Begins to train a net; null where that is no job for it. */
  train(problem: NetProblem): Run | null;
  /** Prepares a product; null where that is no job for it. */
  multiply(problem: MatmulProblem): Run | null;
}

/** Libraries that could be loaded, and for the others why not. */
export interface Loaded {
  readonly peers: readonly Peer[];
  readonly missing: readonly string[];
}
