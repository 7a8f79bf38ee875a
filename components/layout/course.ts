import data from "@/.generated/course.json";
import type { Course } from "@/lib/content";
import { isLocale, type Locale } from "@/lib/i18n";

/** What the course says of itself. */
export const course = data as unknown as Course;

/** What the course says of itself in one language. */
export interface CourseWords {
  name: string;
  headline: string;
  tagline: string;
  intro: string;
}

export function courseWords(locale: Locale): CourseWords {
  const { name, headline, tagline, intro } = course;
  return {
    name: name[locale] ?? "",
    headline: headline[locale] ?? "",
    tagline: tagline[locale] ?? "",
    intro: intro[locale] ?? "",
  };
}

/** The language of pages that belong to none. */
export const FIRST_LANGUAGE: Locale = course.languages[0] ?? "en";

/** Whether the course has a language, by its name in addresses. */
export function isCourseLocale(text: string): text is Locale {
  return isLocale(text) && course.languages.includes(text);
}

/** What the language switch leads to; undefined for a course in one language. */
export function otherLanguage(locale: Locale): Locale | undefined {
  return course.languages.find((one) => one !== locale);
}

/** The course's own colours as a style sheet, stronger than the site's; empty if it has none. */
export function courseColors(): string {
  const { accent, forward, backward } = course.colors;
  const pair = ([light, dark]: [string, string]) => `light-dark(${light},${dark})`;
  const wash = (name: string) => `color-mix(in srgb,var(--${name}) 12%,var(--paper))`;
  const rules = [
    forward && `--forward:${pair(forward)};--forward-wash:${wash("forward")};--series-1:var(--forward)`,
    backward && `--backward:${pair(backward)};--series-2:var(--backward)`,
    accent && `--accent:${pair(accent)}`,
    (accent || backward) && `--accent-wash:${wash("accent")}`,
  ].filter((rule) => rule !== undefined);
  return rules.length === 0 ? "" : `:root:root{${rules.join(";")}}`;
}
