/** One call of a module: operations note which call they belong to, so that a graph can be shown in the modules' terms. */
export interface ModuleCall {
  /** The module that was called. */
  readonly module: object;
  /** The call within which this one was made. */
  readonly caller: ModuleCall | null;
}

/** @internal The innermost call that is going on while operations are recorded. */
export const calls: { current: ModuleCall | null } = { current: null };
