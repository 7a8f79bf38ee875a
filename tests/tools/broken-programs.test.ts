import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Chapter, formatProblem, readChapter } from "@/lib/content";
import { buildKernel } from "../../tools/build-kernel.mjs";
import { ROOT } from "../../tools/course-folder";
import { provePrograms } from "../../tools/prove-programs";
import { runCells } from "../../tools/run-cells";
import { BROKEN_PROGRAMS, SOUND_PROGRAMS } from "./broken-programs";

const FILE = join(ROOT, ".generated/kernel-node.mjs");
const KERNEL = pathToFileURL(FILE);
/** Seconds for one cell. */
const BUDGET = 2;
const FRONT = "---\ntitle: A\nsummary: B\nminutes: 5\ngoals:\n  - C\n---\n\n";

beforeAll(async () => {
  if (!existsSync(FILE)) await buildKernel();
});

function read(text: string, source?: Chapter): Chapter {
  const { chapter, problems } = readChapter(FRONT + text, {
    file: source ? "zh/broken.mdx" : "broken.mdx",
    slug: "broken",
    locale: source ? "zh" : "en",
    source,
  });
  if (!chapter) throw new Error(problems.map(formatProblem).join("\n"));
  return chapter;
}

async function problemsOf(chapter: Chapter): Promise<string[]> {
  const { problems } = await runCells(chapter, KERNEL, BUDGET);
  const proof = await provePrograms(chapter, KERNEL);
  return [...problems, ...proof.problems].map(formatProblem);
}

/** The text without its marks, and where they stood. */
function marked(text: string): { plain: string; places: string[] } {
  const [first = "", ...rest] = text.split("▸");
  let plain = first;
  const places = rest.map((piece) => {
    const lines = (FRONT + plain).split("\n");
    plain += piece;
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  });
  return { plain, places };
}

describe("what running a chapter's programs shows has its place", () => {
  test("nothing, if they are sound", async () => {
    expect(await problemsOf(read(SOUND_PROGRAMS))).toEqual([]);
  });

  test.each(BROKEN_PROGRAMS)("$name", async ({ text, messages }) => {
    const { plain, places } = marked(text);
    expect(await problemsOf(read(plain))).toEqual(
      messages.map((message, index) => `broken.mdx:${places[index]} ${message}`),
    );
  });

  test("a translation that inherits its programs is not blamed for them", async () => {
    const { plain } = marked(
      `${BROKEN_PROGRAMS[0]?.text}\n${BROKEN_PROGRAMS.find(({ name }) => name === "a solution that fails")?.text}`,
    );
    const source = read(plain);
    expect(await problemsOf(source)).toHaveLength(2);
    const words =
      '```ts cell id=a\n```\n\n<Code id="twice">\n\n  写。\n\n  - :: 还没写。\n  - :: 平方。\n\n</Code>\n';
    expect(await problemsOf(read(words, source))).toEqual([]);
  });
});
