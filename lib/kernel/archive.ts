import { slice } from "./primordials";

/** Characters that all runs of a kernel may keep together. */
export const ARCHIVE = 16_000_000;
/** Characters that are gathered before they become one flat text: a million short lines weigh many times their letters. */
const CHUNK = 64_000;

/** The printed texts of one kernel that the page was not sent. */
export class Archive {
  #room = ARCHIVE;
  #texts: ArchivedText[] = [];

  /** A text to be written to. Older texts give way to it when there is no room left. */
  open(): ArchivedText {
    const text = new ArchivedText((characters) => this.#take(characters, text));
    this.#texts[this.#texts.length] = text;
    return text;
  }

  /** Nobody will ask for this text any more. */
  close(text: ArchivedText): void {
    this.#texts = this.#texts.filter((other) => other !== text);
    this.#room += text.forget();
  }

  /** How many of these characters `text` may keep. */
  #take(characters: number, text: ArchivedText): number {
    while (this.#room < characters) {
      const oldest = this.#texts[0];
      if (!oldest || oldest === text) break;
      this.close(oldest);
    }
    const taken = characters < this.#room ? characters : this.#room;
    this.#room -= taken;
    return taken;
  }
}

/** A text of which as much is kept as there is room for. */
export class ArchivedText {
  readonly #take: (characters: number) => number;
  #whole = "";
  #chunk = "";
  #missing = 0;

  constructor(take: (characters: number) => number) {
    this.#take = take;
  }

  /** Characters that were written and not kept. */
  get missing(): number {
    return this.#missing;
  }

  get text(): string {
    return this.#whole + this.#chunk;
  }

  write(text: string): void {
    // What comes behind a gap would not continue the text.
    const kept = this.#missing > 0 ? 0 : this.#take(text.length);
    this.#missing += text.length - kept;
    if (kept > 0) this.#chunk += slice(text, 0, kept);
    if (this.#chunk.length < CHUNK) return;
    // An engine keeps a sum of texts as a tree of its parts until it is asked for a piece.
    this.#whole += slice(`${this.#chunk} `, 0, this.#chunk.length);
    this.#chunk = "";
  }

  /** Keeps nothing any more; returns how many characters it kept. */
  forget(): number {
    const kept = this.#whole.length + this.#chunk.length;
    this.#missing += kept;
    this.#whole = "";
    this.#chunk = "";
    return kept;
  }
}
