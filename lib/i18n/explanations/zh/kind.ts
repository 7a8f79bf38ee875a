const KINDS: Readonly<Record<string, string>> = {
  array: "数组",
  bigint: " BigInt ",
  boolean: "布尔值",
  function: "函数",
  number: "数",
  object: "对象",
  promise: " Promise ",
  string: "字符串",
  symbol: " Symbol ",
};

/** A kind of value in the library's words (`a string`, `undefined`), in Chinese; anything else is taken for code. */
export function kind(got: string): string {
  const word = KINDS[got.replace(/^an? /, "").replace(/ in place of their list$/, "")];
  if (word) return word;
  return ` \`${got.replace(/^an? /, "").replaceAll("`", "")}\` `;
}
