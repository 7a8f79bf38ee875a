/** A course with mistakes: what is changed in a sound one, and each message with its place. */
export interface BrokenCourse {
  name: string;
  /** Pieces of files that are replaced; a file is taken out by `null`, and added by the text alone. */
  changes: Record<string, [from: string, to: string][] | string | null>;
  messages: string[];
}

const GOALS = "goals:\n  - Count.";

export const COURSE_YAML = `name: Sums
headline: { zh: 加法, en: Addition }
tagline: { zh: 关于加法, en: About addition }
intro: { zh: 一加一, en: One and one }
languages: [zh, en]
chapters: [one, two]
appendices: [more]
terms:
  en:
    addition: [adding up]
`;

function chapter(title: string, text: string): string {
  return `---\ntitle: ${title}\nsummary: Sums.\nminutes: 5\n${GOALS}\n---\n\n${text}`;
}

const NUMERIC = `<Numeric id="sum" params="n: 1..3" answer="n + 12.5" tolerance="1%">
  How much is $[[n]] + 12.5$?
  - \`n\` :: That is one of them.
  - \`12.5\` :: That is the other.
  <Hint>Count on your fingers.</Hint>
  <Solution>Put them together.</Solution>
</Numeric>
`;

const CELL = '```ts cell id=count\nconst words = ["one"]; // first\nwords.length\n```\n';

/** A sound course of three chapters in two languages. */
export const SOUND: Readonly<Record<string, string>> = {
  "course.yaml": COURSE_YAML,
  "zh/one.mdx": chapter("一", `## 甲 [#start]\n\n${CELL}\n${NUMERIC}`),
  "en/one.mdx": chapter("One", `## A [#start]\n\n${CELL}\n${NUMERIC}`),
  "zh/two.mdx": chapter("二", `见[上一章](../one/#start)。\n\n${NUMERIC}`).replace(
    "goals:",
    "needs: [one]\ngoals:",
  ),
  "en/two.mdx": chapter("Two", `See [before](../one/#start).\n\n${NUMERIC}`),
  "zh/more.mdx": chapter("附", "没有了。\n"),
  "en/more.mdx": chapter("More", "No more.\n"),
};

const FIGURE = (state: string) => `<Figure name="descent" alt="A" caption="B" state="${state}" />`;
const CHOICE = (one: string, two: string, text: string) =>
  `<Choice id="which">\n\n  Which?\n\n  - [${one}] ${text} :: Why.\n  - [${two}] Other :: Why not.\n\n</Choice>`;
const ORDER = (steps: string) => `<Order id="order">\n\nIn order.\n\n${steps}\n\n</Order>`;

const CODE = `<Code id="one">\n\n一。\n\n${["starter", "solution", "check"].map((role) => `\`\`\`ts ${role}\nconst a = 1;\n\`\`\``).join("\n\n")}\n\n</Code>`;

const NEW = (slug: string) => `let \`npm run new -- chapter ${slug}\` begin it`;

export const BROKEN_COURSES: BrokenCourse[] = [
  // course.yaml.
  {
    name: "no course",
    changes: { "course.yaml": null },
    messages: [
      "content/course.yaml:1:1 There is no course here. `npm run new -- course` followed by a folder's name begins one.",
    ],
  },
  {
    name: "a misspelt key",
    changes: { "course.yaml": [["tagline:", "tagine:"]] },
    messages: [
      "content/course.yaml:1:1 The course lacks `tagline`: a text, or one in each language.",
      "content/course.yaml:3:1 A course has no key `tagine`. Did you mean `tagline`?",
    ],
  },
  {
    name: "a text that one language lacks",
    changes: { "course.yaml": [["headline: { zh: 加法, en: Addition }", "headline: { zh: 加法 }"]] },
    messages: ["content/course.yaml:2:1 `headline` is missing in `en`: add a line `en: …` below it."],
  },
  {
    name: "a text in a language that the course has not",
    changes: {
      "course.yaml": [
        ["languages: [zh, en]", "languages: [zh]"],
        ["terms:\n  en:\n    addition: [adding up]\n", ""],
      ],
    },
    messages: [2, 3, 4].map(
      (line) =>
        `content/course.yaml:${line}:${line === 2 ? 21 : line === 3 ? 22 : 19} \`en\` is none of the course's languages, which are: zh.`,
    ),
  },
  {
    name: "a language that the site has no words in",
    changes: { "course.yaml": [["[zh, en]", "[zh, en, fr]"]] },
    messages: ["content/course.yaml:5:21 The site has no words in the language `fr`. It has: zh, en."],
  },
  {
    name: "a chapter listed twice",
    changes: { "course.yaml": [["[more]", "[more, one]"]] },
    messages: ["content/course.yaml:7:20 The chapter `one` is listed twice."],
  },
  {
    name: "a chapter's name that is none",
    changes: { "course.yaml": [["[one, two]", "[one, Two]"]] },
    messages: [
      "content/course.yaml:6:17 `Two` cannot be a chapter's name: write lower-case letters and digits in groups joined by hyphens, beginning with a letter, such as `first-step`.",
    ],
  },
  {
    name: "chapters that are no list",
    changes: { "course.yaml": [["[one, two]", "one"]] },
    messages: [
      "content/course.yaml:6:11 `chapters` must be a list of the chapters' names in their order, one `- ` line each.",
    ],
  },
  {
    name: "a colour that cannot be read",
    changes: { "course.yaml": `${COURSE_YAML}colors:\n  accent: ["#ffcc00", "#ffcc00"]\n` },
    messages: [
      "content/course.yaml:12:12 `#ffcc00` cannot be read on light pages: its contrast is 1.4, and words need 4.5. Take a darker one.",
    ],
  },
  {
    name: "one colour where two are needed",
    changes: { "course.yaml": `${COURSE_YAML}colors:\n  accent: "#004488"\n` },
    messages: [
      'content/course.yaml:12:3 `accent` needs two colours, for light and for dark pages: write ["#1f5f99", "#7fb4e3"].',
    ],
  },
  {
    name: "a misspelt colour",
    changes: { "course.yaml": `${COURSE_YAML}colors:\n  acent: ["#1f5f99", "#7fb4e3"]\n` },
    messages: ["content/course.yaml:12:3 There is no colour `acent`. Did you mean `accent`?"],
  },
  {
    name: "a policy that there is not",
    changes: { "course.yaml": `${COURSE_YAML}solutions: after-try\n` },
    messages: ["content/course.yaml:11:12 `solutions` cannot be `after-try`. Did you mean `after-tries`?"],
  },
  {
    name: "a cover that there is not",
    changes: { "course.yaml": `${COURSE_YAML}cover: cat\n` },
    messages: ["content/course.yaml:11:8 `cover` cannot be `cat`. There are: forward-backward."],
  },
  {
    name: "a term that replaces nothing",
    changes: { "course.yaml": [["[adding up]", "[]"]] },
    messages: [
      "content/course.yaml:10:5 `addition` needs the words that it replaces: write [word, other word].",
    ],
  },
  {
    name: "YAML that is none",
    changes: { "course.yaml": [["[one, two]", "[one, two"]] },
    messages: [
      "content/course.yaml:7:1 This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
  },

  {
    name: "a course that is a list",
    changes: { "course.yaml": "- one\n- two\n" },
    messages: ["content/course.yaml:1:1 A course consists of `key: value` lines."],
  },
  {
    name: "no chapters",
    changes: {
      "course.yaml": [
        ["[one, two]", "[]"],
        ["appendices: [more]\n", ""],
      ],
    },
    messages: [
      "content/course.yaml:6:1 `chapters` is empty: a list of the chapters' names in their order, one `- ` line each.",
    ],
  },
  {
    name: "no languages",
    changes: { "course.yaml": [["languages: [zh, en]", "languages: []"]] },
    messages: ["content/course.yaml:5:12 `languages` must be a list of languages, such as [zh, en]."],
  },
  {
    name: "a language listed twice",
    changes: { "course.yaml": [["languages: [zh, en]", "languages: [zh, en, zh]"]] },
    messages: ["content/course.yaml:5:21 `zh` is listed twice."],
  },
  {
    name: "an empty text",
    changes: { "course.yaml": [["en: Addition", 'en: ""']] },
    messages: ["content/course.yaml:2:21 `headline` is empty in `en`."],
  },
  {
    name: "a name that is a list",
    changes: { "course.yaml": [["name: Sums", "name: [Sums]"]] },
    messages: ["content/course.yaml:1:1 `name` must be a text, or one in each language."],
  },
  {
    name: "colours that are a text",
    changes: { "course.yaml": `${COURSE_YAML}colors: blue\n` },
    messages: ['content/course.yaml:11:9 `colors` must be lines such as `forward: ["#1f5f99", "#7fb4e3"]`.'],
  },
  {
    name: "terms that are a list",
    changes: { "course.yaml": [["terms:\n  en:\n    addition: [adding up]\n", "terms: [addition]\n"]] },
    messages: [
      "content/course.yaml:8:8 `terms` must be for each language lines such as `learning rate: [step size]`.",
    ],
  },

  // Files.
  {
    name: "a missing translation",
    changes: { "en/two.mdx": null },
    messages: [
      `content/course.yaml:6:17 The chapter \`two\` is missing in English: write content/en/two.mdx, or ${NEW("two")}.`,
    ],
  },
  {
    name: "a chapter that no list names",
    changes: { "en/three.mdx": chapter("Three", NUMERIC) },
    messages: [
      "content/en/three.mdx:1:1 No list names this chapter: put `three` into `chapters` of content/course.yaml.",
    ],
  },
  {
    name: "a picture that is not there",
    changes: { "en/one.mdx": [["## A [#start]", "## A [#start]\n\n![A sum](pictures/sum.svg)"]] },
    messages: ["content/en/one.mdx:11:1 There is no picture content/en/pictures/sum.svg."],
  },

  // Names that lead out of a chapter.
  {
    name: "a chapter that nobody has is needed",
    changes: { "zh/two.mdx": [["needs: [one]", "needs: [onne]"]] },
    messages: ["content/zh/two.mdx:5:9 This course has no chapter `onne`. Did you mean `one`?"],
  },
  {
    name: "a chapter that needs itself",
    changes: { "zh/two.mdx": [["needs: [one]", "needs: [two]"]] },
    messages: ["content/zh/two.mdx:5:9 A chapter cannot need itself."],
  },
  {
    name: "chapters that need each other",
    changes: { "zh/one.mdx": [["goals:", "needs: [two]\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:5:9 These chapters need each other: one → two → one.",
      "content/zh/two.mdx:5:9 These chapters need each other: two → one → two.",
    ],
  },
  {
    name: "a later chapter is needed",
    changes: { "zh/one.mdx": [["goals:", "needs: [more]\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:5:9 `more` comes later in the course: put it before `one` in course.yaml.",
    ],
  },
  {
    name: "needs that are no list",
    changes: { "zh/two.mdx": [["needs: [one]", "needs: one"]] },
    messages: ["content/zh/two.mdx:5:1 `needs` must be a list of chapters, such as [gradient-descent]."],
  },
  {
    name: "a translation that needs something else",
    changes: { "en/two.mdx": [["goals:", "needs: [more]\ngoals:"]] },
    messages: ["content/en/two.mdx:5:1 `needs` is another one in the source: leave it out here."],
  },
  {
    name: "a translation that takes longer",
    changes: { "en/two.mdx": [["minutes: 5", "minutes: 6"]] },
    messages: ["content/en/two.mdx:4:1 `minutes` is another one in the source: leave it out here."],
  },
  {
    name: "a link to a chapter that is not there",
    changes: { "en/two.mdx": [["../one/#start", "../ones/#start"]] },
    messages: ["content/en/two.mdx:9:5 This course has no chapter `ones`. Did you mean `one`?"],
  },
  {
    name: "a link to a place that a chapter has not",
    changes: { "en/two.mdx": [["#start", "#stat"]] },
    messages: ["content/en/two.mdx:9:5 There is no `#stat` in the chapter `one`. Did you mean `start`?"],
  },

  // Ids.
  {
    name: "an id that has vanished",
    changes: { "ids.json": '{ "one": ["exercise-sums", "exercise-sum", "cell-count"] }' },
    messages: [
      "content/zh/one.mdx:1:1 The exercise `sums` has vanished, and what readers saved under it would be lost. Bring it back, or write `aliases:` and below it `  exercise-sums: exercise-sum` with its new name (`gone` if it has none).",
    ],
  },
  {
    name: "an alias that leads nowhere",
    changes: { "zh/one.mdx": [["goals:", "aliases:\n  exercise-old: exercise-summ\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:6:3 `exercise-old` became `exercise-summ`, which is not there. Did you mean `exercise-sum`?",
    ],
  },
  {
    name: "an alias of something that is there",
    changes: { "zh/one.mdx": [["goals:", "aliases:\n  exercise-sum: gone\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:6:3 `exercise-sum` is still there: take it out of `aliases`, or give the other one a new id.",
    ],
  },
  {
    name: "an alias from a cell to an exercise",
    changes: { "zh/one.mdx": [["goals:", "aliases:\n  cell-old: exercise-sum\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:6:3 `cell-old` cannot become `exercise-sum`: cells and exercises are kept apart.",
    ],
  },
  {
    name: "an alias without its kind",
    changes: { "zh/one.mdx": [["goals:", "aliases:\n  old: exercise-sum\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:6:3 In `aliases`, `old` is no cell or exercise: write `cell-` or `exercise-` and its id, lower-case letters and digits in groups joined by hyphens, beginning with a letter, such as `first-step`.",
    ],
  },
  {
    name: "aliases that are a list",
    changes: { "zh/one.mdx": [["goals:", "aliases: [exercise-old]\ngoals:"]] },
    messages: [
      "content/zh/one.mdx:5:1 `aliases` must be lines such as `exercise-old: exercise-new`, or `cell-old: gone`.",
    ],
  },
  {
    name: "a record of ids that is none",
    changes: { "ids.json": "[1]" },
    messages: [
      "content/ids.json:1:1 This is no record of ids. Delete the file and run `npm run ids`, which writes it anew.",
    ],
  },
  {
    name: "a record of ids that is broken",
    changes: { "ids.json": "{" },
    messages: [
      "content/ids.json:1:1 This is not JSON. Delete the file and run `npm run ids`, which writes it anew.",
    ],
  },

  // Translations.
  {
    name: "a translation whose program differs",
    changes: { "en/one.mdx": [["words.length", "words.length + 1"]] },
    messages: [
      "content/en/one.mdx:12:1 The program of `count` is another one in content/zh/one.mdx: only comments and texts in quotes may differ. A cell without a program has that of its source.",
    ],
  },
  {
    name: "a translation that leaves out a cell",
    changes: { "en/one.mdx": [[CELL, ""]] },
    messages: ["content/en/one.mdx:1:1 The cell `count` of content/zh/one.mdx is missing."],
  },
  {
    name: "a translation that adds an exercise",
    changes: { "en/one.mdx": [[NUMERIC, `${NUMERIC}\n${NUMERIC.replace("sum", "sum-2")}`]] },
    messages: ["content/en/one.mdx:24:14 content/zh/one.mdx has no exercise `sum-2`."],
  },
  {
    name: "a translation with another tolerance",
    changes: { "en/one.mdx": [['tolerance="1%"', 'tolerance="2%"']] },
    messages: ["content/en/one.mdx:16:14 The tolerance of `sum` is `1%` in content/zh/one.mdx."],
  },

  {
    name: "a translation with another figure",
    changes: {
      "zh/one.mdx": [["## 甲 [#start]", `## 甲 [#start]\n\n${FIGURE("x:1,eta:0.2")}`]],
      "en/one.mdx": [["## A [#start]", `## A [#start]\n\n${FIGURE("x:2,eta:0.2")}`]],
    },
    messages: [
      "content/en/one.mdx:11:1 The state of the figure `descent` is `x:1,eta:0.2` in content/zh/one.mdx.",
    ],
  },
  {
    name: "a translation in which another option is right",
    changes: {
      "zh/more.mdx": [["没有了。", CHOICE("x", " ", "One")]],
      "en/more.mdx": [["No more.", CHOICE(" ", "x", "One")]],
    },
    messages: ["content/en/more.mdx:9:13 The list of options of `which` is [x], [ ] in content/zh/more.mdx."],
  },
  {
    name: "a translation with more steps",
    changes: {
      "zh/more.mdx": [["没有了。", ORDER("1. A\n2. B\n3. C")]],
      "en/more.mdx": [["No more.", ORDER("1. A\n2. B\n3. C\n4. D")]],
    },
    messages: ["content/en/more.mdx:9:12 The number of steps of `order` is 3 in content/zh/more.mdx."],
  },

  // Hints.
  {
    name: "a hint with the answer in it",
    changes: { "zh/one.mdx": [["Count on your fingers.", "It is [[n+12.5]]."]] },
    messages: [
      "content/zh/one.mdx:20:3 Hint 1 gives the solution away: lead towards the answer without writing it.",
    ],
  },
  {
    name: "a hint that is the solution",
    changes: { "zh/one.mdx": [["Count on your fingers.", "Put them together."]] },
    messages: [
      "content/zh/one.mdx:20:3 Hint 1 gives the solution away: lead towards the answer without writing it.",
    ],
  },

  // Warnings.
  {
    name: "a chapter without exercises",
    changes: { "zh/one.mdx": [[NUMERIC, ""]], "en/one.mdx": [[NUMERIC, ""]] },
    messages: [
      "content/zh/one.mdx:1:1 warning: This chapter has no exercises: who reads it cannot tell whether they understood.",
    ],
  },
  {
    name: "a program exercise whose check no wrong program has tried",
    changes: {
      "zh/more.mdx": [["没有了。", CODE]],
      "en/more.mdx": [["No more.", '<Code id="one">\n\n  One.\n\n</Code>']],
    },
    messages: [
      "content/zh/more.mdx:9:1 warning: No wrong program tries this check: write ```ts wrong=key with one that should earn that feedback.",
    ],
  },
  {
    name: "a word that the course writes differently",
    changes: { "en/more.mdx": [["No more.", "No more `adding up` of\nAdding  up."]] },
    messages: ["content/en/more.mdx:10:1 warning: This course writes `addition`, not `Adding up`."],
  },
  {
    name: "a long text with nothing to do",
    changes: {
      "en/more.mdx": chapter("More", `First.\n\n${"Words and more words. ".repeat(250)}\n`),
      "zh/more.mdx": [],
    },
    messages: [
      "content/en/more.mdx:9:1 warning: From here on there is much to read and nothing to do: put in a cell, an exercise or a figure.",
    ],
  },

  // Several at once.
  {
    name: "two mistakes in one file, and one in another",
    changes: {
      "en/two.mdx": [
        ["../one/#start", "../ones/"],
        ["12.5` ::", "12.5 ::"],
      ],
      "zh/two.mdx": [["needs: [one]", "needs: [twoo]"]],
    },
    messages: [
      "content/zh/two.mdx:5:9 This course has no chapter `twoo`. Did you mean `two`?",
      "content/en/two.mdx:1:1 The wrong answer `12.5` of `sum` in content/zh/two.mdx is missing.",
      "content/en/two.mdx:9:5 This course has no chapter `ones`. Did you mean `one`?",
      "content/en/two.mdx:14:3 This is no wrong answer: write - `formula` :: why it is wrong.",
    ],
  },
];
