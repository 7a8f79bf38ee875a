import type { Locale } from "@/lib/i18n";

/** What a new chapter holds in each language: the same things, by id. */
const WORDS = {
  zh: {
    summary: "用一两句话说说这一章讲什么。",
    goal: "读完以后能做到的一件事。",
    lead: "从一个问题开始。公式写在美元符号之间，例如$y = 2x$。",
    section: "第一节",
    cell: "下面是一个可以运行的单元格。最后一行的值会显示出来。",
    comment: "改一改，再运行",
    exercise: "如果$x = [[x]]$，那么$2x$是多少？",
    wrong: "这是$x$本身，还要再加一次。",
    hint: "$2x$就是$x$加$x$。",
    solution: "$[[x]] + [[x]] = [[2·x]]$",
  },
  en: {
    summary: "Say in a sentence or two what this chapter is about.",
    goal: "One thing that readers can do afterwards.",
    lead: "Begin with a question. Formulas stand between dollar signs, such as $y = 2x$.",
    section: "The first section",
    cell: "Here is a cell that can be run. The value of its last line is shown.",
    comment: "change it, and run it again",
    exercise: "If $x = [[x]]$, how much is $2x$?",
    wrong: "That is $x$ itself. Add it once more.",
    hint: "$2x$ is $x$ and another $x$.",
    solution: "$[[x]] + [[x]] = [[2·x]]$",
  },
} as const;

/** A chapter to begin with. The course's first language has all of it; the others inherit what is no prose. */
export function chapterStub(slug: string, locale: Locale, source: boolean): string {
  const words = WORDS[locale];
  const title = slug.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
  const front = [
    "---",
    `title: ${title}`,
    `summary: ${words.summary}`,
    ...(source ? ["minutes: 10"] : []),
    "goals:",
    `  - ${words.goal}`,
    "---",
  ];
  const cell = [
    "```ts cell id=double",
    `const double = (x: number) => 2 * x; // ${words.comment}`,
    "double(21)",
    "```",
  ];
  const facts = source ? ' params="x: 3..9" answer="2*x"' : "";
  const answer = source ? "`x` " : "";
  const exercise = [
    `<Numeric id="twice"${facts}>`,
    "",
    `  ${words.exercise}`,
    "",
    `  - ${answer}:: ${words.wrong}`,
    "",
    `  <Hint>${words.hint}</Hint>`,
    `  <Solution>${words.solution}</Solution>`,
    "</Numeric>",
  ];
  const parts = [front, [words.lead], [`## ${words.section} [#first]`], [words.cell], cell, exercise];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The `course.yaml` of a new course, with its first chapter. */
export function courseStub(name: string, slug: string): string {
  return `# The course: what the site says of itself, and which chapters it has, in which order.
name: ${name}
headline:
  zh: 这门课讲什么
  en: What this course is about
tagline:
  zh: 半句话的介绍
  en: Half a sentence about it
intro:
  zh: 用两三句话告诉读者：学什么，需要先会什么。
  en: Two or three sentences for readers. What will they learn, and what should they know?

# The first is the source: the others inherit answers, parameters, checks and programs. Leave out what you do not need.
languages: [en, zh]

chapters:
  - ${slug}
`;
}
