import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Chapter, compareTranslations, formatProblem, readChapter, readOrder } from "../../lib/content";
import { checkNumeric } from "../../lib/exercise";
import { LOCALES, type Locale } from "../../lib/i18n";

const fileOf = (locale: Locale, slug: string) => `content/${locale}/${slug}.mdx`;
const { slugs, problems } = readOrder(readFileSync("content/chapters.json", "utf8"), "content/chapters.json");

function read(locale: Locale, slug: string) {
  const file = fileOf(locale, slug);
  return readChapter(readFileSync(file, "utf8"), { file, slug, locale });
}

/** A chapter that is known to be sound. */
function sound(locale: Locale, slug: string): Chapter {
  const { chapter } = read(locale, slug);
  if (!chapter) throw new Error(`${fileOf(locale, slug)} has problems`);
  return chapter;
}

test("the order of chapters can be read", () => {
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

  test("has exercises whose every answer earns what it should", () => {
    for (const exercise of sound("zh", slug).exercises) {
      expect(checkNumeric(exercise, exercise.answer.value.toPrecision(4))).toEqual({ kind: "right" });
      exercise.wrong.forEach(({ value }, matched) => {
        expect(checkNumeric(exercise, String(value))).toEqual({ kind: "wrong", matched });
      });
    }
  });
});

test("the gradients that are asked for are PyTorch's", () => {
  const { cases } = JSON.parse(readFileSync("tests/golden/seed_program.json", "utf8")) as {
    cases: { id: string; expected: { grads: Record<string, { data: number[] }> } }[];
  };
  const grads = cases.find(({ id }) => id === "seed/program/float64")?.expected.grads;
  const answer = (wanted: string) =>
    sound("zh", "backpropagation").exercises.find(({ id }) => id === wanted)?.answer.value;
  expect(answer("dw5")).toBeCloseTo(grads?.["linear2.weight"]?.data[0] ?? Number.NaN, 14);
  expect(answer("dw1")).toBeCloseTo(grads?.["linear1.weight"]?.data[0] ?? Number.NaN, 14);
});
