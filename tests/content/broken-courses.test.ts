import { describe, expect, test } from "vitest";
import {
  type CourseFolder,
  errorsIn,
  formatForGithub,
  formatProblem,
  readCourseFolder,
} from "../../lib/content";
import { BROKEN_COURSES, type BrokenCourse, SOUND } from "./broken-courses";

/** The sound course with changes. */
function changed(changes: BrokenCourse["changes"]): CourseFolder {
  const files = new Map(Object.entries(SOUND));
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) files.delete(name);
    else if (typeof change === "string") files.set(name, change);
    else {
      let text = files.get(name) ?? "";
      for (const [from, to] of change) {
        expect(text, `${name} has no ${from}`).toContain(from);
        text = text.replace(from, () => to);
      }
      files.set(name, text);
    }
  }
  return {
    name: "content",
    read: (path) => files.get(path),
    exists: (path) => files.has(path),
    list: (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
  };
}

describe("every mistake of a course is named with its place", () => {
  test("without a mistake there is none", () => {
    const { course, chapters, problems } = readCourseFolder(changed({}));
    expect(problems).toEqual([]);
    expect(course?.chapters).toEqual(["one", "two"]);
    expect(chapters.map(({ chapter, sound }) => [chapter.file, sound])).toEqual(
      ["one", "two", "more"].flatMap((slug) =>
        ["zh", "en"].map((locale) => [`content/${locale}/${slug}.mdx`, true]),
      ),
    );
  });

  test.each(BROKEN_COURSES)("$name", ({ changes, messages }) => {
    const { course, chapters, problems } = readCourseFolder(changed(changes));
    expect(problems.map(formatProblem)).toEqual(messages);
    const files = errorsIn(problems).map(({ file }) => file);
    if (course)
      expect(
        chapters
          .filter(({ sound }) => !sound)
          .map(({ chapter }) => chapter.file)
          .toSorted(),
      ).toEqual(
        [...new Set(files)]
          .filter((file) => chapters.some(({ chapter }) => chapter.file === file))
          .toSorted(),
      );
  });

  test("GitHub shows them at their places", () => {
    const place = { file: "a, b.mdx", line: 3, column: 5, code: "link" } as const;
    expect(formatForGithub({ ...place, message: "50% of\nit: no." })).toBe(
      "::error file=a%2C b.mdx,line=3,col=5::50%25 of%0Ait: no.",
    );
    expect(formatForGithub({ ...place, message: "Hm.", warning: true })).toMatch(/^::warning /);
  });
});
