/** What JavaScript writes for words that readers bring from Python. */
export const FROM_PYTHON: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
  self: "this",
  len: "list.length",
  range: "for (let i = 0; i < n; i++)",
  str: "String(x)",
  int: "Math.trunc(x)",
  float: "Number(x)",
  abs: "Math.abs(x)",
  max: "Math.max(a, b)",
  min: "Math.min(a, b)",
  round: "Math.round(x)",
  enumerate: "list.entries()",
};

/** Names of the library that a cell has to import. */
export const EXPORTS: ReadonlySet<string> = new Set(["nn", "optim", "Tensor", "torch"]);
