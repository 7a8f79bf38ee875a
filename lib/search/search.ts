import type { CourseText, SearchEntry } from "./course-text";
import { type ExcerptPiece, excerptOf } from "./excerpt";
import { fold } from "./fold";
import { pairsOf, stemOf, type Term, termsOf } from "./terms";

/** A section in which all of a query was found. */
export interface Hit {
  chapter: string;
  chapterTitle: string;
  /** The section's anchor; empty for the chapter's beginning. */
  id: string;
  title: ExcerptPiece[];
  excerpt: ExcerptPiece[];
  score: number;
}

interface Folded {
  title: string;
  text: string;
  chapter: string;
}

/** What a term weighs in a title, in its chapter's title, and in the text. */
const IN_TITLE = 10;
const IN_CHAPTER = 3;
/** Words that a term begins or is within count less than the word itself. */
const BEGINS = 0.8;
const WITHIN = 0.25;
const STEM = 0.6;
/** How much of a longer Chinese query a section must have. */
const MOST = 0.5;

/** A course's text, ready to be searched. */
export class CourseSearch {
  private readonly folded: Folded[];
  private words: string[] | null = null;

  constructor(readonly course: CourseText) {
    this.folded = course.entries.map(({ title, text, chapter }) => ({
      title: fold(title),
      text: fold(text),
      chapter: fold(course.chapters[chapter]?.title ?? ""),
    }));
  }

  /** The sections that have all of a query's terms, best first; in the course's order where they are equally good. */
  find(query: string, limit = 20): Hit[] {
    const terms = termsOf(query);
    if (terms.length === 0) return [];
    const hits = this.folded.flatMap((folded, place) => {
      const entry = this.course.entries[place];
      const score = entry ? scoreOf(folded, terms) : 0;
      return entry && score > 0 ? [{ entry, folded, score, place }] : [];
    });
    hits.sort((one, other) => other.score - one.score || one.place - other.place);
    return hits.slice(0, limit).map(({ entry, folded, score }) => this.hit(entry, folded, score, terms));
  }

  private hit(entry: SearchEntry, folded: Folded, score: number, terms: readonly Term[]): Hit {
    const { slug = "", title = "" } = this.course.chapters[entry.chapter] ?? {};
    const marks = terms.flatMap(({ text, kind }) => (kind === "han" ? pairsOf(text) : [text, stemOf(text)]));
    return {
      chapter: slug,
      chapterTitle: title,
      id: entry.id,
      title: excerptOf(entry.title, folded.title, marks, Number.POSITIVE_INFINITY),
      excerpt: excerptOf(entry.text, folded.text, marks),
      score,
    };
  }

  /** A query with the words that were found nowhere put right; null if nothing is near. */
  suggestion(query: string): string | null {
    let changed = false;
    const result = query.replace(/[A-Za-z]{4,}/g, (word) => {
      const near = this.nearest(word.toLowerCase());
      if (near === null || near === word.toLowerCase()) return word;
      changed = true;
      return near;
    });
    return changed ? result : null;
  }

  private nearest(word: string): string | null {
    this.words ??= [
      ...new Set(
        this.folded.flatMap(
          ({ title, text }) => `${title} ${text}`.match(/(?<![\w$])[a-z]{4,}(?!\w)/g) ?? [],
        ),
      ),
    ];
    if (this.words.some((known) => known.startsWith(word))) return null;
    const most = word.length < 7 ? 1 : 2;
    let best: string | null = null;
    let least = most + 1;
    for (const known of this.words) {
      if (Math.abs(known.length - word.length) > most) continue;
      const distance = editDistance(word, known);
      if (distance < least) [best, least] = [known, distance];
    }
    return best;
  }
}

function scoreOf(folded: Folded, terms: readonly Term[]): number {
  let score = 0;
  for (const term of terms) {
    const own = term.kind === "han" ? scoreOfHan(folded, term.text) : scoreOfWord(folded, term.text);
    if (own === 0) return 0;
    score += own;
  }
  return score;
}

function scoreOfHan(folded: Folded, text: string): number {
  const whole = weigh(folded, (where) => countOf(where, text));
  if (whole > 0) return 2 * whole;
  // A question is hardly ever in the text as it is asked: most of it must be there.
  const pairs = pairsOf(text).map((pair) => weigh(folded, (where) => countOf(where, pair)));
  const share = pairs.filter((one) => one > 0).length / pairs.length;
  return share < MOST ? 0 : (share * pairs.reduce((sum, one) => sum + one, 0)) / pairs.length;
}

function scoreOfWord(folded: Folded, text: string): number {
  const exact = weigh(folded, (where) => wordCount(where, text));
  if (exact > 0) return exact;
  const stem = stemOf(text);
  return stem === text ? 0 : STEM * weigh(folded, (where) => wordCount(where, stem));
}

/** Often is better than once, but not that much. */
function weigh({ title, chapter, text }: Folded, count: (where: string) => number): number {
  const [inTitle, inChapter, inText] = [count(title), count(chapter), count(text)];
  // A chapter's title alone says nothing of one of its sections.
  if (inTitle + inText === 0) return 0;
  return IN_TITLE * Math.min(1, inTitle) + IN_CHAPTER * Math.min(1, inChapter) + Math.log2(1 + inText);
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** How often a word stands in a text: as a word, as the beginning of one, within one. */
function wordCount(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const begins = !isLetter(text[at - 1]);
    const ends = !isLetter(text[at + word.length]);
    count += begins && ends ? 1 : begins ? BEGINS : word.length > 2 ? WITHIN : 0;
  }
  return count;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9_$]/.test(character);
}

/** How many letters have to be changed, added, left out or swapped with a neighbour. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
