import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../tools/course-folder";
import { built, deadAddresses, npm, wordsOf } from "./commands";

/** A copy of the course, so that its own stays as it is. */
let content = "";
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), "gradbook-content-"));
  cpSync(join(ROOT, "content"), content, { recursive: true });
});
afterAll(() => rmSync(content, { recursive: true }));

test("a new chapter passes the check as it is, is built, and is there in both languages", () => {
  const begun = npm("new", "chapter", "second-thoughts", "--content", content);
  expect(begun.status, begun.said).toBe(0);
  const checked = npm("check", "--content", content);
  expect(checked.status, checked.said).toBe(0);
  expect(checked.said).toMatch(
    /The course is sound: \d+ chapters, 2 languages, \d+ cells, \d+ exercises\.\n$/,
  );
  const made = npm("build", "--content", content);
  expect(made.status, made.said).toBe(0);
  for (const [locale, section] of [
    ["en", "The first section"],
    ["zh", "第一节"],
  ] as const) {
    const page = built(`${locale}/second-thoughts/index.html`);
    expect(wordsOf(page)).toContain(section);
    // The cell has run: twice 21.
    expect(wordsOf(page)).toMatch(/\b42\b/);
    expect(page).toContain('id="exercise-twice"');
    expect(deadAddresses(page)).toEqual([]);
    expect(built(`${locale}/index.html`)).toContain(`/${locale}/second-thoughts/`);
  }
});
