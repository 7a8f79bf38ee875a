import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COURSE_KEYS, FRONT_MATTER_KEYS, TAG_NAMES, VOCABULARY } from "../../lib/content";

describe.each(["zh", "en"] as const)("the author's guide in %s", (locale) => {
  const text = readFileSync(`content/${locale}/authors-guide.mdx`, "utf8");
  const examples = [...text.matchAll(/^````mdx\n([\s\S]*?)\n````\n/gm)];
  /** What is not inside of fenced code: there every tag is alive. */
  const live = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, "");

  test("every example stands below its text as it is", () => {
    expect(examples.length).toBeGreaterThan(15);
    for (const { 0: whole, 1: written = "", index } of examples) {
      expect(text.slice(index + whole.length + 1)).toMatch(
        new RegExp(`^${written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\n`),
      );
    }
  });

  test.each(TAG_NAMES)("%s is there, alive, with every attribute, and explained", (tag) => {
    const uses = [...live.matchAll(new RegExp(`<${tag}(?=[\\s>])[^>]*(?:"[^"]*"[^>]*)*>`, "g"))].map(
      ([use]) => use,
    );
    expect(uses.length).toBeGreaterThan(0);
    expect(live).toContain(`\`<${tag}>\``);
    for (const attribute of Object.keys(VOCABULARY[tag].attributes)) {
      expect(
        uses.some((use) => use.includes(` ${attribute}="`)),
        attribute,
      ).toBe(true);
      expect(live, attribute).toMatch(new RegExp(`\`${attribute}(?:=[^\`]*)?\``));
    }
  });

  test("every key of a chapter and of a course is there", () => {
    for (const key of [...FRONT_MATTER_KEYS, ...COURSE_KEYS]) {
      expect(text).toMatch(new RegExp(`^${key}:`, "m"));
    }
  });
});
