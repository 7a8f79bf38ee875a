import type { Root } from "hast";
import type { Exercise } from "../exercise";
import type { Locale } from "../i18n";
import type { Program, WrittenExercise } from "./exercise";
import type { Cell } from "./fence";
import type { FrontMatter, PlacedFrontMatter } from "./front-matter";
import type { Section } from "./heading";
import type { ChapterImage, ChapterLink } from "./link";
import type { Place } from "./place";

/** A figure that the site draws itself. */
export interface Figure {
  /** Its name, with a number from the second of that name on: `chain`, `chain-2`. */
  id: string;
  name: string;
  alt: string;
  caption: string;
  /** What a figure to touch starts with, as it stands in its link. */
  state?: string;
  place: Place;
}

/** Names in a chapter that lead out of it. */
export interface Named {
  needs: PlacedFrontMatter["needs"];
  aliases: PlacedFrontMatter["aliases"];
  links: ChapterLink[];
}

/** A chapter as data. All of it survives JSON. */
export interface Chapter {
  slug: string;
  locale: Locale;
  file: string;
  frontMatter: FrontMatter;
  /** What it says of other chapters and of its own past, and where: only the course as a whole can tell if it holds. */
  named: Named;
  sections: Section[];
  cells: Cell[];
  exercises: Exercise<Root>[];
  /** The solutions and wrong programs of its program exercises, for whoever proves them. */
  programs: Program[];
  /** What of its exercises is no prose, by id: a translation inherits it. */
  written: Record<string, WrittenExercise>;
  figures: Figure[];
  images: ChapterImage[];
  /** Where all that can be linked to stands in the file: `forward` a section, `cell-forward` a cell, `exercise-dw5`. */
  anchors: Record<string, Place>;
  /**
   * The text. Tags and fenced code are elements of VocabularyElement, with plain strings for properties:
   * - `gb-cell {id}`, `gb-exercise {id}` and, within a line, `gb-blank {id}` are empty: look the id up in `cells` and
   *   `exercises`, whose texts mark values of parameters with `data-slot`;
   * - `gb-figure {id, name, alt, caption, state?}` is empty;
   * - `gb-listing {language, title?}` holds its code, coloured if there was a highlighter: nodes of one line each,
   *   whose text together is the code;
   * - `gb-details {summary}`, `gb-aside`, `gb-difference`, `gb-beside` and `gb-key` hold blocks.
   * Headings have an id; displayed formulas are in `div.math-display`; links off the site have rel="noopener".
   */
  body: Root;
  /** On which line of the file each child of `body` begins; null for line ends between them. */
  lines: (number | null)[];
}
