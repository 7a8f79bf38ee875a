/** Letters to a line of code, so that it can be read without scrolling. */
const LINE = 78;

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** An expression in lines, broken where a reader would break it: what is too long has its parts one to a line. */
export function wrapped(code: string, indent = 0): string {
  if (indent + code.length <= LINE) return code;
  const pad = " ".repeat(indent);
  const call = depths(code).findLastIndex((depth, i) => depth === 0 && code.startsWith(").plot(", i - 1));
  if (call > 0) {
    const head = wrapped(code.slice(0, call), indent);
    // A call behind a bracket that closes alone on its line stands there.
    if (head.includes("\n")) return `${head}${wrapped(code.slice(call), indent)}`;
    return `${head}\n${pad}  ${wrapped(code.slice(call), indent + 2)}`;
  }
  const open = bracketToEnd(code);
  if (open < 0) return code;
  const head = code.slice(0, open);
  const bracket = code.charAt(open);
  const closing = CLOSING[bracket] ?? "";
  const parts = partsOf(code.slice(open + 1, -1));
  const last = parts.at(-1) ?? "";
  const before = parts
    .slice(0, -1)
    .map((part) => `${part}, `)
    .join("");
  if (bracket === "(" && /^(?:[{[]|\w+\.\w+\()/.test(last) && indent + head.length + before.length < LINE - 2)
    return `${head}(${before}${expanded(last, indent)})`;
  const lines = parts.map((part) => `${pad}  ${wrapped(part, indent + 2)},\n`).join("");
  return `${head}${bracket}\n${lines}${pad}${closing}`;
}

/** Broken even if it would fit: the line that it stands in is too long. */
function expanded(code: string, indent: number): string {
  const open = bracketToEnd(code);
  if (open < 0) return code;
  const bracket = code.charAt(open);
  const parts = partsOf(code.slice(open + 1, -1));
  const last = parts.at(-1) ?? "";
  const pad = " ".repeat(indent);
  if (bracket === "(" && /^[{[]/.test(last)) {
    const before = parts
      .slice(0, -1)
      .map((part) => `${part}, `)
      .join("");
    return `${code.slice(0, open)}(${before}${expanded(last, indent)})`;
  }
  const lines = parts.map((part) => `${pad}  ${wrapped(part, indent + 2)},\n`).join("");
  return `${code.slice(0, open)}${bracket}\n${lines}${pad}${CLOSING[bracket] ?? ""}`;
}

/** How many brackets are open before each letter; inside a text, one more than any. */
function depths(code: string): number[] {
  let depth = 0;
  let quote = "";
  return [...code].map((letter, i) => {
    if (quote !== "") {
      if (letter === quote && code[i - 1] !== "\\") quote = "";
      return Number.POSITIVE_INFINITY;
    }
    if (/["'`]/.test(letter)) {
      quote = letter;
      return Number.POSITIVE_INFINITY;
    }
    if (/[)\]}]/.test(letter)) depth -= 1;
    const at = depth;
    if (/[([{]/.test(letter)) depth += 1;
    return at;
  });
}

/** Where the bracket opens that closes with the last letter; -1 if there is none. */
function bracketToEnd(code: string): number {
  const levels = depths(code);
  if (!/[)\]}]$/.test(code) || levels.at(-1) !== 0) return -1;
  return levels.findLastIndex((depth, i) => depth === 0 && /[([{]/.test(code.charAt(i)));
}

/** What stands between the commas. */
function partsOf(code: string): string[] {
  const levels = depths(code);
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= code.length; i += 1) {
    if (i < code.length && !(code[i] === "," && levels[i] === 0)) continue;
    const part = code.slice(from, i).trim();
    if (part !== "") parts.push(part);
    from = i + 1;
  }
  return parts;
}
