import type { Locale } from "../../i18n";
import type { Chapter } from "../chapter";
import { didYouMean } from "../nearest";
import { type Problem, problemAt } from "../problem";
import { allChapters, type Course } from "./course";

/** Reports links to chapters, and to places in them, that the course does not have. */
export function checkLinks(
  course: Course,
  chapter: Chapter,
  find: (slug: string, locale: Locale) => Chapter | undefined,
): Problem[] {
  const all = allChapters(course);
  return chapter.named.links.flatMap(({ slug, anchor, place }) => {
    const report = (message: string) => [problemAt(chapter.file, "link", place, message)];
    if (!all.includes(slug)) return report(`This course has no chapter \`${slug}\`.${didYouMean(slug, all)}`);
    const target = find(slug, chapter.locale);
    if (anchor === "" || !target || Object.hasOwn(target.anchors, anchor)) return [];
    const guess = didYouMean(anchor, Object.keys(target.anchors));
    return report(`There is no \`#${anchor}\` in the chapter \`${slug}\`.${guess}`);
  });
}
