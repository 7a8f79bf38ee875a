import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCourseFolder } from "@/lib/content";
import { contentPath, diskFolder, otherArguments, ROOT } from "../../tools/course-folder";
import { newChapter, newCourse } from "../../tools/new/write";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "course-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const problemsOf = (path: string) => readCourseFolder(diskFolder(path)).problems;

describe("a new course", () => {
  test("is sound, and so is every chapter that is begun in it", () => {
    newCourse(folder);
    expect(problemsOf(folder)).toEqual([]);
    newChapter(folder, "second-step");
    expect(problemsOf(folder)).toEqual([]);
    const { course, chapters } = readCourseFolder(diskFolder(folder));
    expect(course?.chapters).toEqual(["first-chapter", "second-step"]);
    expect(chapters.map(({ chapter }) => `${chapter.locale} ${chapter.slug}`)).toEqual([
      "en first-chapter",
      "zh first-chapter",
      "en second-step",
      "zh second-step",
    ]);
    const [en, zh] = chapters.slice(2).map(({ chapter }) => chapter);
    expect(zh?.written).toEqual(en?.written);
    expect(zh?.frontMatter.minutes).toBe(10);
  });

  test("is not written over anything", () => {
    newCourse(folder);
    expect(() => newCourse(folder)).toThrow(`${folder} is not empty: name another folder.`);
    expect(() => newChapter(folder, "first-chapter")).toThrow(
      "The chapter `first-chapter` is already there in all languages.",
    );
  });
});

describe("a new chapter", () => {
  test("keeps the comments of course.yaml", () => {
    newCourse(folder);
    const before = readFileSync(join(folder, "course.yaml"), "utf8");
    newChapter(folder, "more");
    expect(readFileSync(join(folder, "course.yaml"), "utf8")).toBe(`${before}  - more\n`);
  });

  test("fits into a list in one line, and before comments", () => {
    newCourse(folder);
    const file = join(folder, "course.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/chapters:\n.*\n/, "chapters: [first-chapter] # in order\n"));
    newChapter(folder, "more");
    expect(readFileSync(file, "utf8")).toContain("chapters: [first-chapter, more] # in order\n");
  });

  test("begins the one language that is missing, whole if the source is not the stub", () => {
    newCourse(folder);
    newChapter(folder, "more");
    const file = join(folder, "zh/more.mdx");
    const short = readFileSync(file, "utf8");
    rmSync(file);
    expect(newChapter(folder, "more")).toEqual(["zh/more.mdx"]);
    expect(readFileSync(file, "utf8")).toBe(short);
    const source = join(folder, "en/more.mdx");
    writeFileSync(source, readFileSync(source, "utf8").replace("Begin with", "Start with"));
    rmSync(file);
    newChapter(folder, "more");
    expect(readFileSync(file, "utf8")).toContain("params=");
    expect(problemsOf(folder)).toEqual([]);
  });

  test.each([["Two Words"], ["../outside"], [""]])("cannot be called %j", (slug) => {
    newCourse(folder);
    expect(() => newChapter(folder, slug)).toThrow("cannot be a chapter's name");
  });

  test("needs a course", () => {
    expect(() => newChapter(folder, "more")).toThrow("There is no course in");
  });
});

describe("the folder of a course", () => {
  test("is named by --content, by the environment, or is content", () => {
    expect(contentPath(["--content", "a"])).toBe(join(ROOT, "a"));
    expect(contentPath(["chapter", "--content=/b"])).toBe("/b");
    expect(otherArguments(["chapter", "--content", "a", "x"])).toEqual(["chapter", "x"]);
  });

  test("names its files from the project, or in full if it lies elsewhere", () => {
    expect(diskFolder(join(ROOT, "content")).name).toBe("content");
    expect(diskFolder("/elsewhere/course").name).toBe("/elsewhere/course");
  });
});

describe("a second course", () => {
  const tiny = join(ROOT, "tests/tiny-course");

  test("is sound", () => expect(problemsOf(tiny)).toEqual([]));

  test("shares no text with the first", () => {
    const linesOf = (path: string) => {
      const reading = readCourseFolder(diskFolder(path));
      const texts = reading.chapters.map(({ chapter }) =>
        JSON.stringify([chapter.frontMatter, chapter.body]),
      );
      const { name, headline, tagline, intro } = reading.course ?? {};
      return { words: JSON.stringify([name, headline, tagline, intro]), texts };
    };
    const [first, second] = [linesOf(join(ROOT, "content")), linesOf(tiny)];
    const sentences = (text: string) =>
      new Set(text.match(/[^"\\]{12,}/g)?.filter((piece) => / /.test(piece)));
    const theirs = sentences(first.words + first.texts.join(""));
    const shared = [...sentences(second.words + second.texts.join(""))].filter((piece) => theirs.has(piece));
    expect(shared).toEqual([]);
  });
});
