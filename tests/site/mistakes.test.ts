import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../tools/course-folder";
import { npm } from "./commands";

let content = "";
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), "gradbook-mistakes-"));
  cpSync(join(ROOT, "tests/tiny-course"), content, { recursive: true });
});
afterAll(() => rmSync(content, { recursive: true }));

test("a check that never ends is named, and does not keep its author waiting", () => {
  const file = join(content, "en/boiling.mdx");
  const text = readFileSync(file, "utf8");
  const line = text.split("\n").length + 5;
  const endless =
    '<Code id="endless">\n\n  Write one.\n\n  ```ts starter\n  // here\n  ```\n\n  ```ts solution\n  const one = 1;\n  ```\n\n  ```ts check\n  for (;;);\n  ```\n\n  - `todo` :: Nothing yet.\n</Code>\n';
  writeFileSync(file, `${text}\n${endless}`);
  const { status, said } = npm("check", "--content", content);
  writeFileSync(file, text);
  expect(status).not.toBe(0);
  expect(said).toMatch(new RegExp(`^${file}:(\\d+):\\d+ This check does not end`, "m"));
  expect(Number(/boiling\.mdx:(\d+):/.exec(said)?.[1])).toBeGreaterThan(line);
});

test("mistakes end the check with 1, each in a line with its place, and GitHub shows them there", () => {
  const sound = npm("check", "--content", content);
  expect(sound).toEqual({
    status: 0,
    said: "The course is sound: 1 chapter, 1 language, 1 cell, 1 exercise.\n",
  });
  const file = join(content, "en/boiling.mdx");
  const text = readFileSync(file, "utf8");
  const line = text.split("\n").length + 1;
  writeFileSync(
    file,
    `${text.replace("seconds(1, 2000)", "second(1, 2000)")}\n$\\nope$ and <Asid>this</Asid>\n`,
  );
  const problems = [
    [15, 12, "No cell above defines `second`. Did you mean `seconds`?"],
    [line, 2, "KaTeX refuses this formula: Undefined control sequence: \\nope."],
    [line, 13, "There is no tag `<Asid>`. Did you mean `Aside`?"],
  ] as const;
  const end = "3 problems in the course.";
  expect(npm("check", "--content", content)).toEqual({
    status: 1,
    said: [...problems.map(([at, column, what]) => `${file}:${at}:${column} ${what}`), end, ""].join("\n"),
  });
  expect(npm("check", "--content", content, "--format", "github")).toEqual({
    status: 1,
    said: [
      ...problems.map(([at, column, what]) => `::error file=${file},line=${at},col=${column}::${what}`),
      end,
      "",
    ].join("\n"),
  });
});
