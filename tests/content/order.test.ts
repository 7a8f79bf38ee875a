import { expect, test } from "vitest";
import { formatProblem, readOrder } from "../../lib/content";

const read = (text: string) => {
  const { slugs, problems } = readOrder(text, "chapters.json");
  return { slugs, problems: problems.map(formatProblem) };
};

test("the order of chapters is a list of names", () => {
  expect(read('["chain-rule", "backpropagation"]')).toEqual({
    slugs: ["chain-rule", "backpropagation"],
    problems: [],
  });
});

test.each([
  ["{}", 'chapters.json:1:1 The order of chapters is a list of their names, such as ["backpropagation"].'],
  ["[]", 'chapters.json:1:1 The order of chapters is a list of their names, such as ["backpropagation"].'],
  ['[\n  "a",\n  "a"\n]', "chapters.json:3:3 The chapter `a` is listed twice."],
  [
    '["../etc"]',
    'chapters.json:1:2 "../etc" cannot be a chapter\'s name: write lower-case letters and digits in groups joined by hyphens, beginning with a letter, such as `first-step`.',
  ],
  [
    '["a", 3]',
    "chapters.json:1:7 3 cannot be a chapter's name: write lower-case letters and digits in groups joined by hyphens, beginning with a letter, such as `first-step`.",
  ],
])("%s", (text, problem) => {
  expect(read(text).problems).toEqual([problem]);
});

test("what is no JSON is said to be none", () => {
  expect(read('["a",]').problems[0]).toMatch(/^chapters\.json:1:1 This is not JSON: /);
});
