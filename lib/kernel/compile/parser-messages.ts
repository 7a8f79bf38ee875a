import type { CellErrorCode } from "./errors";
import type { CellText } from "./text";

/** A rule that tells one of the parser's messages: the code, our own words, and the names of the captured parts. */
interface Rule {
  pattern: RegExp;
  code: CellErrorCode;
  message: (...parts: string[]) => string;
  details?: string[];
  /** How far before the parser's place the thing begins that the message speaks of. */
  back?: number;
}

const RULES: Rule[] = [
  {
    pattern: /^Unterminated (string|comment)/,
    code: "unterminated",
    message: (what) => `This ${what} is never closed`,
    details: ["what"],
  },
  {
    pattern: /^Unterminated (template|regular expression)/,
    code: "unterminated",
    message: (what) => `This ${what} is never closed`,
    details: ["what"],
    back: 1,
  },
  {
    pattern: /^(?:Identifier|Private name) '(.+)' has already been declared/,
    code: "already-declared",
    message: (name) => `'${name}' is declared twice in this cell`,
    details: ["name"],
  },
  {
    pattern: /^Argument name clash/,
    code: "already-declared",
    message: () => "Two parameters have the same name",
  },
  {
    pattern: /^Duplicate constructor/,
    code: "already-declared",
    message: () => "A class has one constructor only",
  },
  {
    pattern: /^Private field '(.+)' must be declared/,
    code: "undeclared-private-name",
    message: (name) => `No class around this place declares '${name}'`,
    details: ["name"],
  },
  {
    pattern: /^Export '(.+)' is not defined/,
    code: "undeclared-export",
    message: (name) => `'${name}' is exported but not declared in this cell`,
    details: ["name"],
  },
  {
    pattern: /^(?:Assigning to|Binding|Parenthesized pattern|Invalid left-hand side)/,
    code: "invalid-assignment",
    message: () => "This cannot be assigned to",
  },
  {
    pattern: /^(?:Cannot use keyword 'await'|Await expression|Cannot use 'await')/,
    code: "await-outside-async",
    message: () => "'await' stands in a function that is not async",
  },
  {
    pattern: /^'return' outside of function/,
    code: "return-outside-function",
    message: () => "'return' stands outside of a function",
  },
  {
    pattern: /^Unsyntactic (break|continue)/,
    code: "break-outside-loop",
    message: (word) => `'${word}' has no loop or label to leave`,
    details: ["word"],
  },
  {
    pattern: /'arguments'/,
    code: "arguments-outside-function",
    message: () => "'arguments' stands outside of a function",
  },
  {
    pattern: /^The keyword '(.+)' is reserved/,
    code: "reserved-word",
    message: (word) => `'${word}' is a word of the language and cannot be a name`,
    details: ["word"],
  },
  {
    pattern: /^Invalid regular expression: (?:\/.*\/[a-z]*: )?(.*)|^(Invalid regular expression flag)/s,
    code: "invalid-regular-expression",
    message: (reason, flag) => `This regular expression is invalid: ${reason ?? flag}`,
    details: ["reason"],
    back: 1,
  },
  {
    pattern: /^(?:Invalid number|Expected number|Identifier directly after number|Numeric separator)/i,
    code: "invalid-number",
    message: () => "This is not a number",
  },
  {
    pattern: /^(?:Bad character escape|Octal literal|Invalid escape|Expecting Unicode escape|Code point out)/,
    code: "invalid-escape",
    message: () => "This escape sequence is invalid",
  },
];

/** Chinese input methods' punctuation, and what JavaScript writes instead. */
const HALF_WIDTH: Record<string, string> = {
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "｛": "{",
  "｝": "}",
  "，": ",",
  "、": ",",
  "；": ";",
  "：": ":",
  "。": ".",
  "．": ".",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "！": "!",
  "？": "?",
  "＝": "=",
  "＋": "+",
  "－": "-",
  "＊": "*",
  "／": "/",
  "＜": "<",
  "＞": ">",
  "｜": "|",
  "＆": "&",
  "％": "%",
};

/** Turns an error of the parser into ours; anything else is thrown as it is. */
export function refuseAsParsed(text: CellText, error: unknown): never {
  if (!(error instanceof SyntaxError) || !("pos" in error) || typeof error.pos !== "number") throw error;
  const message = error.message.replace(/ \(\d+:\d+\)$/, "");
  const offset = error.pos;
  for (const rule of RULES) {
    const parts = rule.pattern.exec(message)?.slice(1);
    if (!parts) continue;
    const details: Record<string, string> = {};
    rule.details?.forEach((name, index) => {
      const part = parts[index];
      if (part) details[name] = part;
    });
    text.refuse(rule.code, offset - (rule.back ?? 0), rule.message(...parts), details);
  }
  if (/^Unexpected (?:token|character)/.test(message)) refuseToken(text, offset);
  return text.refuse("syntax", offset, message, { message });
}

function refuseToken(text: CellText, offset: number): never {
  const at = text.skipTrivia(offset);
  if (at >= text.content.length) {
    text.refuse("unexpected-end", text.content.length, "The cell ends too early: something is not closed");
  }
  const character = String.fromCodePoint(text.content.codePointAt(at) ?? 0);
  const expected = HALF_WIDTH[character];
  if (expected) {
    text.refuse("full-width-character", at, `'${character}' is full-width punctuation: write '${expected}'`, {
      character,
      expected,
    });
  }
  const token = /[\w$]+|[\p{L}\p{N}_$]+|./uy;
  token.lastIndex = at;
  const word = token.exec(text.content)?.[0] ?? character;
  const strange = !/[\p{L}\p{N}\p{ASCII}]/u.test(character);
  return text.refuse(
    strange ? "unexpected-character" : "unexpected-token",
    at,
    `'${word}' is not expected here`,
    strange ? { character } : { token: word },
  );
}
