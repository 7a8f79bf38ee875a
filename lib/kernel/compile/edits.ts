import { Text } from "./text";

interface Replacement {
  start: number;
  end: number;
  text: string;
  /** The place in the old text that stands for every place of the new piece. */
  origin: number;
}

interface Insertion {
  at: number;
  text: string;
  /** The other end of the construct around which the text was put. */
  otherEnd: number;
  sequence: number;
}

/** What a text became. */
export interface Edited {
  text: Text;
  /** The offset in the old text for an offset in the new one. */
  originalOffset(offset: number): number;
}

/**
 * Changes to a text, collected in any order and then made at once; a place of the new text can be traced to the old
 * one exactly. Texts put around a construct nest as the constructs do; of two around the same construct, the one
 * that was asked for first is the outer.
 */
export class Edits {
  readonly #text: string;
  readonly #replacements: Replacement[] = [];
  readonly #openings: Insertion[] = [];
  readonly #closings: Insertion[] = [];
  #sequence = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Puts `text` in the place of what stands from `start` to `end`. Replaced ranges must not overlap. */
  replace(start: number, end: number, text: string, origin = start): void {
    if (end > start) this.#replacements.push({ start, end, text, origin });
    else this.wrap(start, end, text, "");
  }

  /** Puts spaces in the place of what stands from `start` to `end`; line ends stay. */
  blank(start: number, end: number): void {
    if (end > start) this.replace(start, end, blanked(this.#text.slice(start, end)));
  }

  /** Puts `open` before and `close` after the construct that stands from `start` to `end`. */
  wrap(start: number, end: number, open: string, close: string): void {
    const sequence = this.#sequence++;
    if (open) this.#openings.push({ at: start, text: open, otherEnd: end, sequence });
    if (close) this.#closings.push({ at: end, text: close, otherEnd: start, sequence });
  }

  /** Puts `open` before and `close` after everything that is put around the range or within it. */
  enclose(start: number, end: number, open: string, close: string): void {
    this.#openings.push({ at: start, text: open, otherEnd: Number.POSITIVE_INFINITY, sequence: 0 });
    this.#closings.push({ at: end, text: close, otherEnd: Number.NEGATIVE_INFINITY, sequence: 0 });
  }

  /** Makes the changes. */
  finish(): Edited {
    const closings = this.#closings.sort(
      (a, b) => a.at - b.at || b.otherEnd - a.otherEnd || b.sequence - a.sequence,
    );
    const openings = this.#openings.sort(
      (a, b) => a.at - b.at || b.otherEnd - a.otherEnd || a.sequence - b.sequence,
    );
    const output = new Output(this.#text);
    let nextClosing = 0;
    let nextOpening = 0;
    const insertUpTo = (offset: number) => {
      for (;;) {
        const closing = closings[nextClosing];
        const opening = openings[nextOpening];
        const next = closing && (!opening || closing.at <= opening.at) ? closing : opening;
        if (!next || next.at > offset) return;
        output.copyUpTo(next.at);
        output.put(next.text, next.at, false);
        if (next === closing) nextClosing++;
        else nextOpening++;
      }
    };
    for (const { start, end, text, origin } of this.#replacements.sort((a, b) => a.start - b.start)) {
      insertUpTo(start);
      output.copyUpTo(start);
      output.put(text, origin, origin === start && text.length === end - start);
      output.skipTo(end);
    }
    insertUpTo(this.#text.length);
    output.copyUpTo(this.#text.length);
    return output.finish();
  }
}

/** The text as it is written out, piece by piece, with the origin of every piece. */
class Output {
  readonly #from: string;
  #text = "";
  #position = 0;
  /** Where the pieces begin in the new text. */
  readonly #starts: number[] = [];
  /** Where they come from in the old text. */
  readonly #origins: number[] = [];
  /** Whether every character of a piece has an origin of its own, one after the other. */
  readonly #inStep: boolean[] = [];

  constructor(from: string) {
    this.#from = from;
  }

  copyUpTo(offset: number): void {
    if (offset < this.#position) throw new Error(`overlapping edits at offset ${offset}`);
    if (offset === this.#position) return;
    this.#piece(this.#from.slice(this.#position, offset), this.#position, true);
    this.#position = offset;
  }

  put(text: string, origin: number, inStep: boolean): void {
    if (text) this.#piece(text, origin, inStep);
  }

  skipTo(offset: number): void {
    this.#position = offset;
  }

  finish(): Edited {
    const starts = this.#starts;
    return {
      text: new Text(this.#text),
      originalOffset: (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if ((starts[middle] ?? 0) <= offset) low = middle;
          else high = middle - 1;
        }
        const origin = this.#origins[low] ?? 0;
        return this.#inStep[low] ? origin + offset - (starts[low] ?? 0) : origin;
      },
    };
  }

  #piece(text: string, origin: number, inStep: boolean): void {
    this.#starts.push(this.#text.length);
    this.#origins.push(origin);
    this.#inStep.push(inStep);
    this.#text += text;
  }
}

/** As long as `text`, line ends where they were, spaces for the rest. */
export function blanked(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, " ");
}
