import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  allChapters,
  type Chapter,
  compareTranslations,
  formatProblem,
  readChapter,
  readCourse,
} from "../../lib/content";
import { type Exercise, evaluateFormula, namesOf, parseFormula } from "../../lib/exercise";
import { LOCALES, type Locale } from "../../lib/i18n";

const fileOf = (locale: Locale, slug: string) => `content/${locale}/${slug}.mdx`;
const { course, problems } = readCourse(readFileSync("content/course.yaml", "utf8"), "content/course.yaml");
const slugs = course ? allChapters(course) : [];

function read(locale: Locale, slug: string): ReturnType<typeof readChapter> {
  const file = fileOf(locale, slug);
  // The first language is the others' source.
  const source = locale === LOCALES[0] ? undefined : (read(LOCALES[0], slug).chapter ?? undefined);
  return readChapter(readFileSync(file, "utf8"), { file, slug, locale, source });
}

/** A chapter that is known to be sound. */
function sound(locale: Locale, slug: string): Chapter {
  const { chapter } = read(locale, slug);
  if (!chapter) throw new Error(`${fileOf(locale, slug)} has problems`);
  return chapter;
}

test("the course can be read", () => {
  expect(problems).toEqual([]);
});

describe.each(slugs)("%s", (slug) => {
  test.each(LOCALES)("is sound in %s", (locale) => {
    expect(read(locale, slug).problems.map(formatProblem)).toEqual([]);
  });

  test("is the same chapter in every language", () => {
    const [source, ...translations] = LOCALES;
    for (const locale of translations) {
      const differences = compareTranslations(sound(source, slug), sound(locale, slug));
      expect(differences.map(formatProblem)).toEqual([]);
    }
  });

  test("has the same exercises in every language, and each has a solution or says why", () => {
    const [zh, en] = [sound("zh", slug), sound("en", slug)];
    expect(en.exercises.map(({ id, kind }) => [id, kind])).toEqual(
      zh.exercises.map(({ id, kind }) => [id, kind]),
    );
  });
});

test("a figure that a chapter has twice is known by two names, and each starts as its author says", () => {
  for (const locale of LOCALES) {
    expect(sound(locale, "learning-rate").figures).toMatchObject([
      { id: "learning-rate", name: "learning-rate" },
      { id: "learning-rate-2", name: "learning-rate", state: "surface:ravine,eta:0.18,x:10,y:1" },
    ]);
    const drawn = JSON.stringify(sound(locale, "learning-rate").body);
    expect(drawn).toContain('"state":"surface:ravine,eta:0.18,x:10,y:1"');
  }
});

test("the gradients that are asked for are PyTorch's", () => {
  const { cases } = JSON.parse(readFileSync("tests/golden/seed_program.json", "utf8")) as {
    cases: { id: string; expected: { grads: Record<string, { data: number[] }> } }[];
  };
  const grads = cases.find(({ id }) => id === "seed/program/float64")?.expected.grads;
  const answer = (wanted: string) =>
    answerOf(sound("zh", "backpropagation").exercises.find(({ id }) => id === wanted));
  expect(answer("dw5")).toBeCloseTo(grads?.["linear2.weight"]?.data[0] ?? Number.NaN, 14);
  expect(answer("dw1")).toBeCloseTo(grads?.["linear1.weight"]?.data[0] ?? Number.NaN, 14);
});

function answerOf(exercise: Exercise | undefined): number {
  if (exercise?.kind !== "numeric") return Number.NaN;
  return evaluateFormula(parseFormula(exercise.answer), namesOf(exercise.parameters));
}
