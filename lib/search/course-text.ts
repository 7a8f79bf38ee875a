/** A chapter, as far as the search names it. */
export interface SearchChapter {
  slug: string;
  title: string;
  /** It stands behind the chapters. */
  appendix?: true;
}

/** A section of a chapter: where a hit leads. */
export interface SearchEntry {
  /** The chapter's place in the list. */
  chapter: number;
  /** The section's anchor; empty for what stands before the first. */
  id: string;
  title: string;
  /** Its running text and code, without displayed formulas; as it reads, so that it can be shown. */
  text: string;
}

/** All that can be searched in a language: small enough to be read from end to end at each letter typed. */
export interface CourseText {
  /** The languages that the course is written in. */
  languages: string[];
  chapters: SearchChapter[];
  entries: SearchEntry[];
}
