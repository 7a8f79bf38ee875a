import type { LabelPiece } from "./label";
import { ACCENTS, FUNCTIONS, LETTERS, SIGNS, SPACES, STYLES } from "./symbols";

type Style = "italic" | "upright" | "bold";

/** A command, a character, or a run of spaces. */
const TOKEN = /\\(?:[A-Za-z]+|.)|\s+|./gsu;
/** Groups within groups: far more than a label has. */
const MAX_DEPTH = 20;

/** Something that this small reader of TeX does not know. */
class Unknown extends Error {}

/** A formula in simple TeX as pieces of a label; null where it is not simple. */
export function readFormula(tex: string): LabelPiece[] | null {
  try {
    const reader = new Reader(tex.match(TOKEN) ?? []);
    return reader.all();
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly string[]) {}

  all(): LabelPiece[] {
    const pieces = this.pieces("italic");
    if (this.at < this.tokens.length) throw new Unknown();
    return pieces;
  }

  /** Up to the end, or to a brace that closes. */
  private pieces(style: Style): LabelPiece[] {
    const pieces: LabelPiece[] = [];
    while (this.at < this.tokens.length && this.tokens[this.at] !== "}") {
      for (const piece of this.next(style)) append(pieces, piece);
    }
    return pieces;
  }

  /** One thing: a character, a command with what belongs to it, a group, a script. */
  private next(style: Style): LabelPiece[] {
    const token = this.take();
    if (token === "_" || token === "^") {
      const script = this.argument(style);
      return [token === "_" ? { sub: script } : { sup: script }];
    }
    if (token === "{") return this.group(style);
    if (token.startsWith("\\")) return this.command(token.slice(1), style);
    if (token === "&" || token === "#" || token === "%" || token === "~") throw new Unknown();
    // TeX sets its own spaces.
    if (token.trim() === "") return [];
    if (token === "'") return [{ text: "′" }];
    if (token === "-") return [{ text: "−" }];
    if (token === "*") return [{ text: "∗" }];
    return [
      /\p{L}/u.test(token) ? styled(token, style) : styled(token, style === "bold" ? style : "upright"),
    ];
  }

  private command(name: string, style: Style): LabelPiece[] {
    const letter = own(LETTERS, name);
    if (letter !== undefined) return [styled(letter, style === "bold" ? "bold" : "italic")];
    const sign = own(SIGNS, name) ?? own(SPACES, name) ?? (FUNCTIONS.has(name) ? name : undefined);
    if (sign !== undefined) return [styled(sign, style === "bold" ? "bold" : "upright")];
    const accent = own(ACCENTS, name);
    if (accent !== undefined) return accented(this.argument(style), accent);
    const alphabet = own(STYLES, name);
    if (alphabet === undefined) throw new Unknown();
    return name === "text" || name === "textrm" ? this.words() : this.argument(alphabet);
  }

  /** The one thing that a script or a command takes. */
  private argument(style: Style): LabelPiece[] {
    while (this.tokens[this.at]?.trim() === "") this.at += 1;
    const token = this.tokens[this.at];
    if (token === "}" || token === "_" || token === "^") throw new Unknown();
    return this.next(style);
  }

  private group(style: Style): LabelPiece[] {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Unknown();
    const pieces = this.pieces(style);
    if (this.take() !== "}") throw new Unknown();
    this.depth -= 1;
    return pieces;
  }

  /** Words between braces, spaces included. */
  private words(): LabelPiece[] {
    if (this.take() !== "{") throw new Unknown();
    let text = "";
    for (let token = this.take(); token !== "}"; token = this.take()) {
      if (token === "{" || (token.startsWith("\\") && token.length > 2)) throw new Unknown();
      text += token.startsWith("\\") ? token.slice(1) : token;
    }
    return [{ text }];
  }

  private take(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Unknown();
    this.at += 1;
    return token;
  }
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function styled(text: string, style: Style): LabelPiece {
  return style === "upright" ? { text } : { text, style };
}

/** An accent goes on a single letter; over more, a character would sit on the last alone. */
function accented(pieces: readonly LabelPiece[], accent: string): LabelPiece[] {
  const [piece, ...more] = pieces;
  if (!piece || !("text" in piece) || [...piece.text].length !== 1 || more.length > 0) throw new Unknown();
  return [{ ...piece, text: piece.text + accent }];
}

/** Neighbours of one style become one piece. */
function append(pieces: LabelPiece[], piece: LabelPiece): void {
  const last = pieces.at(-1);
  if (last && "text" in last && "text" in piece && last.style === piece.style)
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}
