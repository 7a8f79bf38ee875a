/** What a check can use. All of it stands in the realm of the check; only `call` and `probe` reach the learner's. */
export interface CheckTools {
  /**
   * Calls a function of the learner's program, in the learner's realm, and gives back what it returns: numbers, texts,
   * truth values, arrays and plain objects of them; everything else comes as undefined. Arguments are sent as texts:
   * plain values, and functions that use nothing from around them.
   */
  call(name: string, ...values: unknown[]): Promise<unknown>;
  /**
   * Carries out a function's body in the learner's realm, where the learner's names are in scope: for what needs several
   * calls that hang together. It may use its parameters, the learner's names and the language's built-ins.
   */
  probe(body: (...values: never[]) => unknown, ...values: unknown[]): Promise<unknown>;
  /** Whether both are the same number within a part (or a distance, for small numbers), or lists of such, of the same form. */
  near(got: unknown, expected: unknown, tolerance?: number): boolean;
  /** If so, the program is wrong in the way that the key names. What was asked and answered last is shown with it. */
  when(wrong: boolean, key: string): void;
  /** The program is wrong unless both are `near`; the message shows what was asked, expected and answered. */
  equal(got: unknown, expected: unknown, key?: string, tolerance?: number): void;
  /** The slope of a function by central difference: (f(x + h) − f(x − h)) / 2h. */
  slope(f: (x: number) => number, x: number, h?: number): number;
  /** σ(z) = 1/(1 + e^(−z)) */
  sigmoid(z: number): number;
  /** The next of a sequence of numbers from 0 to 1 that is the same in every check. */
  random(): number;
}

/** The text of a check's function, compiled. */
export type Check = (tools: CheckTools) => Promise<unknown>;
