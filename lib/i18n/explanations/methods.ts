/** The last name of a path: `toFixed` of `loss.toFixed`; null if there is no dot. */
export function methodOf(path: string | undefined): string | null {
  return /\.([\w$]+)$/.exec(path ?? "")?.[1] ?? null;
}

/** `zeroGrad` for `zero_grad`; null for a name that is no Python name. */
export function camelCase(name: string): string | null {
  if (!/^[a-z\d]+(?:_[a-z\d]+)+_?$/.test(name)) return null;
  return name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

/** Methods that tell which kind of value the reader took something for. */
export const TENSOR_METHODS: ReadonlySet<string> = new Set([
  "add",
  "backward",
  "detach",
  "div",
  "item",
  "matmul",
  "mean",
  "mul",
  "pow",
  "sub",
  "sum",
  "tolist",
]);
export const NUMBER_METHODS: ReadonlySet<string> = new Set(["toExponential", "toFixed", "toPrecision"]);
export const ARRAY_METHODS: ReadonlySet<string> = new Set([
  "at",
  "filter",
  "forEach",
  "join",
  "map",
  "push",
  "reduce",
  "slice",
]);
