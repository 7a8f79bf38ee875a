import { FormulaError } from "./error";
import { FUNCTIONS } from "./functions";
import { type SymbolText, type Token, tokenize } from "./token";

export type BinaryOperator = "+" | "-" | "*" | "/" | "^";

/** A formula as a tree. `position` is where the name stands in the text. */
export type Formula =
  | { kind: "number"; value: number }
  | { kind: "name"; name: string; position: number }
  | { kind: "negative"; operand: Formula }
  | { kind: "binary"; operator: BinaryOperator; left: Formula; right: Formula }
  | { kind: "call"; name: string; arguments: Formula[]; position: number };

const LONGEST = 2000;
/** Deep enough for anyone, shallow enough for the stack. */
const DEEPEST = 100;

/** How tightly operators bind: to their left operand, and to their right one (`^` groups to the right). */
const BINDING: Partial<Record<SymbolText, { left: number; right: number }>> = {
  "+": { left: 1, right: 2 },
  "-": { left: 1, right: 2 },
  "*": { left: 3, right: 4 },
  "/": { left: 3, right: 4 },
  "^": { left: 8, right: 7 },
};
/** Looser than `^`, tighter than the rest: -2^2 is -4, as in mathematics. */
const NEGATION = 5;

/**
 * Reads a formula by Pratt's method (V. Pratt, "Top down operator precedence", 1973): numbers, names,
 * `+ - * / ^` (also `**`, `×`, `·`, `−`), parentheses, and the functions of functions.ts.
 * Throws a FormulaError that says where it stopped understanding.
 */
export function parseFormula(text: string): Formula {
  if (text.length > LONGEST) throw new FormulaError("too-long", LONGEST, { limit: String(LONGEST) });
  const tokens = tokenize(text);
  if (tokens.length === 1) throw new FormulaError("empty", 0);
  const parser = new Parser(tokens);
  const formula = parser.expression(0);
  parser.finish();
  return formula;
}

class Parser {
  #index = 0;
  #depth = 0;
  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  get #next(): Token {
    // The last token is `end`, and nothing steps over it.
    return this.#tokens[Math.min(this.#index, this.#tokens.length - 1)] as Token;
  }

  #take(symbol: SymbolText): boolean {
    const taken = this.#next.kind === "symbol" && this.#next.text === symbol;
    if (taken) this.#index++;
    return taken;
  }

  /** Everything that holds together more tightly than `minimum`. */
  expression(minimum: number): Formula {
    if (++this.#depth > DEEPEST) {
      throw new FormulaError("too-deep", this.#next.position, { limit: String(DEEPEST) });
    }
    let left = this.#operand();
    for (;;) {
      const token = this.#next;
      const binding = token.kind === "symbol" ? BINDING[token.text] : undefined;
      if (binding === undefined || binding.left < minimum) break;
      this.#index++;
      const right = this.expression(binding.right);
      left = { kind: "binary", operator: token.text as BinaryOperator, left, right };
    }
    this.#depth--;
    return left;
  }

  #operand(): Formula {
    const token = this.#next;
    if (token.kind === "number") {
      this.#index++;
      return { kind: "number", value: token.value };
    }
    if (token.kind === "name") {
      this.#index++;
      return this.#nameOrCall(token.text, token.position);
    }
    if (this.#take("-")) return { kind: "negative", operand: this.expression(NEGATION) };
    if (this.#take("+")) return this.expression(NEGATION);
    if (this.#take("(")) {
      const inner = this.expression(0);
      this.#close(token.position);
      return inner;
    }
    throw new FormulaError("expected-operand", token.position, { found: token.text });
  }

  #nameOrCall(name: string, position: number): Formula {
    const known = FUNCTIONS.get(name);
    const open = this.#next.position;
    if (!this.#take("(")) {
      if (known) throw new FormulaError("missing-arguments", position, { name });
      return { kind: "name", name, position };
    }
    if (!known)
      throw new FormulaError("unknown-function", position, { name, known: [...FUNCTIONS.keys()].join(", ") });
    const list: Formula[] = [];
    do list.push(this.expression(0));
    while (this.#take(","));
    this.#close(open);
    if (list.length < known.least || list.length > known.most) {
      throw new FormulaError("wrong-number-of-arguments", position, { name, found: String(list.length) });
    }
    return { kind: "call", name, arguments: list, position };
  }

  /** Expects the `)` that belongs to the `(` at `open`. */
  #close(open: number): void {
    if (this.#take(")")) return;
    const token = this.#next;
    if (token.kind === "number" || token.kind === "name" || token.text === "(") this.finish();
    throw new FormulaError("missing-closing-parenthesis", open);
  }

  /** Expects the end of the text. */
  finish(): void {
    const token = this.#next;
    if (token.kind === "end") return;
    const code = token.text === ")" || token.text === "," ? "unexpected-character" : "missing-operator";
    throw new FormulaError(code, token.position, { found: token.text });
  }
}
