import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser, type Program } from "acorn";
import { refuseAsParsed } from "./parser-messages";
import type { CellText } from "./text";

/** The part of the TypeScript parser that is corrected here. */
interface TypeScriptParser {
  type: { label: string };
  tryParse<T>(attempt: () => T): { node: T | null; error: SyntaxError | null };
  shouldParseArrow(parameters: unknown): boolean;
  shouldParseAsyncArrow(): boolean | undefined;
  parseConditional(...parts: unknown[]): unknown;
}

type TypeScriptParserClass = new (...options: unknown[]) => TypeScriptParser;

/**
 * Reads `a ? (b) : c => d` as JavaScript does. The parser takes `(b): c => d` for an arrow function with a return
 * type and then misses the second half of the conditional; here it tries once more without return types.
 */
function conditionals(base: typeof Parser): typeof Parser {
  class ConditionalParser extends (base as unknown as TypeScriptParserClass) {
    /** Whether `(…):` may still begin an arrow function. */
    #returnTypes = true;
    /** Whether one was read since the flag was last cleared. */
    #readReturnType = false;

    override shouldParseArrow(parameters: unknown): boolean {
      return this.#mayHaveReturnType() && super.shouldParseArrow(parameters);
    }

    override shouldParseAsyncArrow(): boolean | undefined {
      return this.#mayHaveReturnType() && super.shouldParseAsyncArrow();
    }

    override parseConditional(...parts: unknown[]): unknown {
      if (this.type.label !== "?") return super.parseConditional(...parts);
      const outer = { types: this.#returnTypes, read: this.#readReturnType };
      this.#readReturnType = false;
      const first = this.tryParse(() => super.parseConditional(...parts));
      const again = this.#readReturnType && this.#returnTypes;
      this.#readReturnType ||= outer.read;
      if (!first.error) return first.node;
      if (!again) throw first.error;
      this.#returnTypes = false;
      try {
        return super.parseConditional(...parts);
      } finally {
        this.#returnTypes = outer.types;
      }
    }

    #mayHaveReturnType(): boolean {
      if (this.type.label !== ":") return true;
      this.#readReturnType = true;
      return this.#returnTypes;
    }
  }
  return ConditionalParser as unknown as typeof Parser;
}

const CellParser = Parser.extend(tsPlugin(), conditionals);

/** The syntax tree of a cell: a module in TypeScript. */
export function parseCell(text: CellText): Program {
  try {
    return CellParser.parse(text.content, {
      ecmaVersion: "latest",
      sourceType: "module",
      locations: true,
      allowHashBang: true,
    });
  } catch (error) {
    return refuseAsParsed(text, error);
  }
}
