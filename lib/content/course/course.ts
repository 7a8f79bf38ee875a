import type { Locale } from "../../i18n";
import type { Place } from "../place";

/** A text in each of the course's languages. */
export type ByLocale = Partial<Record<Locale, string>>;

/** When readers may see solutions: whenever they ask, after two answers that were wrong, or not at all. */
export const SOLUTION_POLICIES = ["anytime", "after-tries", "never"] as const;
export type SolutionPolicy = (typeof SOLUTION_POLICIES)[number];

/** The pictures that a course may open with. */
export const COVERS = ["forward-backward"] as const;
export type Cover = (typeof COVERS)[number];

/** The colours that are a course's own. */
export const COLORS = ["accent", "forward", "backward"] as const;
export type ColorName = (typeof COLORS)[number];

/** A colour on light paper, and on dark. */
export type ColorPair = [light: string, dark: string];

/** A word of the field, and what is not to be written in its place. */
export interface Term {
  use: string;
  not: string[];
}

/** What a course says of itself in its `course.yaml`. */
export interface Course {
  /** Its name: in titles, in the corner of each page. */
  name: ByLocale;
  /** What stands largest on its first page. */
  headline: ByLocale;
  /** Half a sentence, for lists and search engines. */
  tagline: ByLocale;
  /** A few sentences, below the headline. */
  intro: ByLocale;
  /** The first is the source of the others. */
  languages: Locale[];
  /** The chapters in their order. */
  chapters: string[];
  /** Chapters that stand behind the others and are not part of the way through them. */
  appendices: string[];
  cover?: Cover;
  colors: Partial<Record<ColorName, ColorPair>>;
  solutions: SolutionPolicy;
  terms: Partial<Record<Locale, Term[]>>;
}

/** A course, and where each chapter is named. */
export interface PlacedCourse {
  course: Course;
  places: Record<string, Place>;
}

/** All chapters of a course, appendices last. */
export function allChapters({ chapters, appendices }: Course): string[] {
  return [...chapters, ...appendices];
}
