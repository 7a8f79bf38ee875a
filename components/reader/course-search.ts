import type { Locale } from "@/lib/i18n";
import { CourseSearch, type CourseText } from "@/lib/search";
import { asset } from "../layout/site";

const loaded = new Map<Locale, Promise<CourseSearch>>();

/** The course's text in a language, fetched once; where that fails, the next call tries again. */
export function loadCourse(locale: Locale): Promise<CourseSearch> {
  let course = loaded.get(locale);
  if (!course) {
    course = fetchCourse(locale);
    loaded.set(locale, course);
    course.catch(() => loaded.delete(locale));
  }
  return course;
}

async function fetchCourse(locale: Locale): Promise<CourseSearch> {
  const response = await fetch(asset(`search/${locale}.json`));
  if (!response.ok) throw new Error(`search/${locale}.json: ${response.status}`);
  return new CourseSearch((await response.json()) as CourseText);
}
