/** A chapter with mistakes. Each `▸` stands just before the place that a message names; it is not part of the text. */
export interface Broken {
  name: string;
  /** The text behind the front matter, or the whole file if `whole` is set. */
  text: string;
  whole?: true;
  /** One message for each `▸`, in their order. */
  messages: string[];
}

const NUMERIC = (attributes: string, rest = "\nHow much?\n") =>
  `<Numeric ${attributes}>\n${rest}\n</Numeric>\n`;
const LESS_THAN =
  "`<` begins a tag in MDX. In prose write `\\<` for the character, or put it into `code` or `$…$`.";
const OPEN_BRACE =
  "Braces have a meaning in MDX. Write `\\{` for the character, `code` in backticks for programs, `$…$` for formulas.";
const EXPRESSION =
  "Chapters hold no `{…}`. Write `\\{` for the character, `code` in backticks for programs, `$…$` for formulas.";
const MODULE =
  "A paragraph that begins with `import` or `export` is a program in MDX, and chapters hold none: put it into a cell, or word it differently.";
const ATTRIBUTES =
  'Attributes are written name="value", in straight double quotes, and the tag ends with `>` or `/>`.';
const SLUG =
  "lower-case letters and digits in groups joined by hyphens, beginning with a letter, such as `first-step`";

export const BROKEN: Broken[] = [
  // Front matter.
  {
    name: "no front matter",
    whole: true,
    text: "▸Words.\n",
    messages: [
      "A chapter begins with front matter: `title`, `summary`, `minutes` and `goals` between two lines of `---`.",
    ],
  },
  {
    name: "a misspelt key",
    whole: true,
    text: "▸---\n▸titel: A\nsummary: B\nminutes: 3\ngoals: [C]\n---\n",
    messages: [
      "The front matter lacks `title`: `title` must be a text.",
      "The front matter has no key `titel`. Did you mean `title`?",
    ],
  },
  {
    name: "an unknown key",
    whole: true,
    text: "---\ntitle: A\nsummary: B\nminutes: 3\ngoals: [C]\n▸author: D\n---\n",
    messages: ["The front matter has no key `author`."],
  },
  {
    name: "minutes that are no whole number",
    whole: true,
    text: "---\ntitle: A\nsummary: B\n▸minutes: half an hour\ngoals: [C]\n---\n",
    messages: ["`minutes` must be a whole number from 1 to 600."],
  },
  {
    name: "goals that are no list",
    whole: true,
    text: "---\ntitle: A\nsummary: B\nminutes: 3\n▸goals: C\n---\n",
    messages: ["`goals` must be a list of texts, one `- ` line each, in quotes if there is a `: ` in it."],
  },
  {
    name: "a goal that is a number",
    whole: true,
    text: "---\ntitle: A\nsummary: B\nminutes: 3\n▸goals:\n  - C\n  - 4\n---\n",
    messages: ["`goals` must be a list of texts, one `- ` line each, in quotes if there is a `: ` in it."],
  },
  {
    name: "an empty title",
    whole: true,
    text: '---\n▸title: ""\nsummary: B\nminutes: 3\ngoals: [C]\n---\n',
    messages: ["`title` must be a text."],
  },
  {
    name: "a key given twice",
    whole: true,
    text: "---\ntitle: A\n▸title: A\nsummary: B\nminutes: 3\ngoals: [C]\n---\n",
    messages: ["The front matter is not valid YAML: Map keys must be unique."],
  },
  {
    name: "front matter that is no YAML map",
    whole: true,
    text: "---\n▸just words\n---\n",
    messages: ["The front matter must consist of `key: value` lines."],
  },

  // Programs and stray characters.
  { name: "an import", text: '▸import x from "y"\n', messages: [MODULE] },
  { name: "an export", text: "Words.\n\n▸export const x = { a: 1 };\n", messages: [MODULE] },
  { name: "prose that looks like an import", text: "▸import the data, then look\n", messages: [MODULE] },
  { name: "an expression among words", text: "One ▸{1 + 1} two.\n", messages: [EXPRESSION] },
  { name: "an expression as a block", text: "▸{\n  danger()\n}\n", messages: [EXPRESSION] },
  { name: "braces in prose", text: "The set ▸{0, 1} of labels.\n", messages: [EXPRESSION] },
  { name: "an open brace", text: "The set ▸{0, 1 of labels.\n", messages: [OPEN_BRACE] },
  {
    name: "two open braces in two paragraphs",
    text: "One ▸{ here.\n\nAnother ▸{ there.\n",
    messages: [OPEN_BRACE, OPEN_BRACE],
  },
  { name: "less than a number", text: "If a ▸<5, stop.\n", messages: [LESS_THAN] },
  { name: "less than a word", text: "If a ▸<b, stop.\n", messages: [LESS_THAN] },
  { name: "a comparison in Chinese", text: "当 a▸<b，停止。\n", messages: [LESS_THAN] },
  {
    name: "a link in angle brackets",
    text: "See ▸<https://example.org>.\n",
    messages: ["`<` begins a tag in MDX. Write a link as [text](https://…)."],
  },
  {
    name: "an HTML comment",
    text: "Words.\n\n▸<!-- later -->\n",
    messages: ["`<` begins a tag in MDX. Chapters have no comments; leave it out."],
  },

  // Tags.
  {
    name: "a misspelt tag",
    text: "▸<Asid>\n\nWords.\n\n</Asid>\n",
    messages: ["There is no tag `<Asid>`. Did you mean `Aside`?"],
  },
  {
    name: "a tag that does not exist",
    text: "▸<Chart />\n",
    messages: [
      "There is no tag `<Chart>`. There are: Aside, Beside, Blank, Choice, Code, Details, Difference, Expr, Figure, Hint, Key, Numeric, Order, Predict, Sketch, Solution.",
    ],
  },
  {
    name: "HTML",
    text: "One▸<br/>two.\n",
    messages: ["There is no tag `<br>`. HTML is not available: use Markdown."],
  },
  {
    name: "a script",
    text: "▸<script>alert(1)</script>\n",
    messages: ["There is no tag `<script>`. HTML is not available: use Markdown."],
  },
  {
    name: "a fragment",
    text: "▸<>\n\nWords.\n\n</>\n",
    messages: [
      "There is no tag `<>`. There are: Aside, Beside, Blank, Choice, Code, Details, Difference, Expr, Figure, Hint, Key, Numeric, Order, Predict, Sketch, Solution.",
    ],
  },
  {
    name: "an attribute where there is none",
    text: '<Aside ▸colour="red">\n\nWords.\n\n</Aside>\n',
    messages: ["`<Aside>` has no attribute `colour`. It has none."],
  },
  {
    name: "a handler",
    text: '<Figure name="network" alt="A" caption="B" ▸onClick="alert(1)" />\n',
    messages: ["`<Figure>` has no attribute `onClick`. It has: name, alt, caption, state."],
  },
  {
    name: "a misspelt attribute",
    text: '▸<Figure name="network" alt="A" ▸captoin="B" />\n',
    messages: [
      "`<Figure>` needs the attribute `caption`.",
      "`<Figure>` has no attribute `captoin`. Did you mean `caption`?",
    ],
  },
  {
    name: "an attribute given twice",
    text: '<Figure name="network" alt="A" ▸alt="A" caption="B" />\n',
    messages: ["`alt` is given twice."],
  },
  {
    name: "an attribute in braces",
    text: '<Figure name="network" alt="A" ▸caption={caption} />\n',
    messages: ['`caption` must be a text: write caption="…", without braces.'],
  },
  {
    name: "spread attributes",
    text: '<Figure name="network" alt="A" caption="B" ▸{...more} />\n',
    messages: ['`<Figure>` takes no `{…}`: write attributes as name="value".'],
  },
  {
    name: "an attribute without quotes",
    text: '<Figure name=▸network alt="A" caption="B" />\n',
    messages: [`\`<Figure>\` cannot be read from here on. ${ATTRIBUTES}`],
  },
  {
    name: "curly quotes, and another mistake below",
    text: "<Details summary=▸“More”>\n\nWords.\n\n</Details>\n\n▸## No anchor\n",
    messages: [
      `\`<Details>\` cannot be read from here on. ${ATTRIBUTES}`,
      "This heading has no anchor. End its line with one, the same in every language, such as [#no-anchor].",
    ],
  },
  {
    name: "a figure without a description",
    text: '▸<Figure name="network" caption="B" />\n',
    messages: ["`<Figure>` needs the attribute `alt`."],
  },
  {
    name: "an empty description",
    text: '<Figure name="network" ▸alt=" " caption="B" />\n',
    messages: ['`alt` needs a value: write alt="…".'],
  },
  {
    name: "an unknown figure",
    text: '<Figure ▸name="netwrok" alt="A" caption="B" />\n',
    messages: ["There is no figure `netwrok`. Did you mean `network`?"],
  },
  {
    name: "a figure with content",
    text: '▸<Figure name="network" alt="A" caption="B">\n\nWords.\n\n</Figure>\n',
    messages: ["`<Figure>` holds nothing: end it with `/>`."],
  },
  { name: "an empty tag", text: "▸<Key></Key>\n", messages: ["`<Key>` is empty."] },
  {
    name: "a tag within a line",
    text: "Words ▸<Aside>note</Aside> words.\n",
    messages: ["`<Aside>` cannot stand within a line: give it lines of its own."],
  },
  {
    name: "a hint outside an exercise",
    text: "▸<Hint>Think.</Hint>\n",
    messages: [
      "`<Hint>` cannot stand here. It belongs directly into `<Choice>`, `<Code>`, `<Expr>`, `<Numeric>`, `<Order>`, `<Predict>`, `<Sketch>`.",
    ],
  },
  {
    name: "columns within columns",
    text: "<Beside>\n\n▸<Beside>\n\nWords.\n\n</Beside>\n\n</Beside>\n",
    messages: ["`<Beside>` cannot stand inside `<Beside>`."],
  },
  {
    name: "a tag in a list",
    text: "- One\n\n  ▸<Key>Two.</Key>\n",
    messages: ["`<Key>` cannot stand in a list or quotation: put it at the beginning of a line."],
  },
  {
    name: "a tag that is never closed",
    text: "▸<Aside>\n\nWords.\n",
    messages: [
      "`<Aside>` is not closed. Write `</Aside>` where it ends, or `<Aside … />` if it holds nothing.",
    ],
  },
  {
    name: "two tags that are never closed",
    text: "▸<Aside>\n\nWords.\n\n▸<Aside>\n\nWords.\n",
    messages: Array(2).fill(
      "`<Aside>` is not closed. Write `</Aside>` where it ends, or `<Aside … />` if it holds nothing.",
    ),
  },
  {
    name: "a tag that is closed in another paragraph",
    text: "▸<Aside>Words.\n\nMore words.</Aside>\n",
    messages: [
      "`<Aside>` is not closed in its paragraph. Around several paragraphs, put `<Aside>` and `</Aside>` on lines of their own.",
    ],
  },
  {
    name: "a closing tag alone",
    text: "Words.\n\n▸</Key>\n",
    messages: ["`</Key>` closes nothing."],
  },
  {
    name: "a misspelt closing tag",
    text: "<Aside>\n\nWords.\n\n▸</Asied>\n",
    messages: ["`</Asied>` closes nothing. Did you mean `Aside`?"],
  },
  {
    name: "a misspelt opening tag",
    text: "▸<Asied>\n\nWords.\n\n</Aside>\n",
    messages: ["There is no tag `<Asied>`. Did you mean `Aside`?"],
  },
  {
    name: "tags that cross",
    text: '<Details summary="A">\n\n▸<Key>\n\nWords.\n\n</Details>\n',
    messages: ["`<Key>` is not closed. Write `</Key>` where it ends, or `<Key … />` if it holds nothing."],
  },
  {
    name: "a closing tag at the end of a line",
    text: "<Key>\nWords.▸</Key>\n",
    messages: ["`</Key>` must stand on a line of its own, as `<Key>` does, or both in one paragraph."],
  },

  // Headings, links, pictures.
  {
    name: "a heading of level one",
    text: "▸# Title [#title]\n",
    messages: ["`#` is the chapter's title, which stands in the front matter. Begin sections with `##`."],
  },
  {
    name: "a heading that leaps",
    text: "▸### Small [#small]\n",
    messages: ["This heading leaps over a level: `##` must come first."],
  },
  {
    name: "a heading too deep",
    text: "## A [#a]\n\n### B [#b]\n\n▸#### C [#c]\n",
    messages: ["Chapters have two levels of headings, `##` and `###`, not `####`."],
  },
  {
    name: "a Chinese heading without an anchor",
    text: "## 甲 [#a]\n\n▸## 学习率\n",
    messages: [
      "This heading has no anchor. End its line with one, the same in every language, such as [#section-2].",
    ],
  },
  {
    name: "an anchor given twice",
    text: "## A [#same]\n\n## B [#▸same]\n",
    messages: ["The section `same` is already there, on line 11."],
  },
  {
    name: "a Chinese anchor",
    text: "## 学习率 [#▸学习率]\n",
    messages: [`\`学习率\` cannot be an id: write ${SLUG}.`],
  },
  {
    name: "an anchor that looks like a cell's",
    text: "## A [#▸cell-a]\n",
    messages: ["`cell-a` cannot be a section's id: `cell-` and `exercise-` lead to cells and exercises."],
  },
  { name: "a heading without words", text: "▸## [#a]\n", messages: ["This heading has no words."] },
  {
    name: "a heading inside a tag",
    text: "<Key>\n\n▸## A [#a]\n\n</Key>\n",
    messages: ["A heading cannot stand inside `<Key>`."],
  },
  {
    name: "a link to an anchor that is not there",
    text: "## Chain rule [#chain-rule]\n\nSee ▸[there](#chain-rul).\n",
    messages: ["There is no `#chain-rul` in this chapter. Did you mean `chain-rule`?"],
  },
  {
    name: "a link that runs a program",
    text: "See ▸[there](javascript:alert(1)).\n",
    messages: [
      "`javascript:alert(1)` cannot be linked to. Write https://…, #anchor, or ../chapter/ for another chapter.",
    ],
  },
  {
    name: "a link defined elsewhere that runs a program",
    text: "See ▸[there][x].\n\n[x]: data:text/html,x\n",
    messages: [
      "`data:text/html,x` cannot be linked to. Write https://…, #anchor, or ../chapter/ for another chapter.",
    ],
  },
  {
    name: "a remote picture",
    text: "▸![A](https://example.org/a.png)\n",
    messages: ["Pictures must not come from other sites: put the file beside the chapter."],
  },
  {
    name: "a remote picture without a scheme",
    text: "▸![A](//example.org/a.png)\n",
    messages: ["Pictures must not come from other sites: put the file beside the chapter."],
  },
  {
    name: "a picture outside the chapter",
    text: "▸![A](../../a.png)\n",
    messages: ["`../../a.png` is not a picture beside the chapter: write a path such as pictures/name.svg."],
  },
  {
    name: "a picture without a description",
    text: "▸![](a.png)\n",
    messages: ["This picture needs a description for those who cannot see it: ![description](…)."],
  },
  {
    name: "a footnote",
    text: "Words▸[^1].\n\n▸[^1]: A note.\n",
    messages: Array(2).fill("Footnotes are margin notes here: write <Aside>…</Aside>."),
  },
  {
    name: "a check box",
    text: "▸- [x] Done\n",
    messages: ["Lists have no check boxes: write `-` without `[ ]`."],
  },

  // Formulas in TeX.
  {
    name: "an unknown command",
    text: "Words $a + ▸\\fooo b$.\n",
    messages: ["KaTeX refuses this formula: Undefined control sequence: \\fooo."],
  },
  {
    name: "an unknown command in a displayed formula",
    text: "$$\na = b \\\\\n  ▸\\wrong c\n$$\n",
    messages: ["KaTeX refuses this formula: Undefined control sequence: \\wrong."],
  },
  {
    name: "Chinese in a formula",
    text: "$a = ▸误差$\n",
    messages: [
      'KaTeX refuses this formula: Unicode text character "误" used in math mode [unicodeTextInMathMode].',
    ],
  },
  {
    name: "a link in a formula",
    text: "$▸\\href{javascript:alert(1)}{x}$\n",
    messages: ["KaTeX refuses this formula: `\\href` is not allowed in a chapter."],
  },
  {
    name: "words behind the dollars",
    text: "▸$$ x = 1\n+ 2\n$$\n",
    messages: ["Nothing may stand behind `$$`: begin the formula on the next line."],
  },

  // Code.
  {
    name: "a cell without an id",
    text: "▸```ts cell\n1\n```\n",
    messages: ["A cell needs an id: ```ts cell id=name."],
  },
  {
    name: "a cell's id in camel case",
    text: "```ts cell ▸id=firstStep\n1\n```\n",
    messages: [`\`firstStep\` cannot be an id: write ${SLUG}.`],
  },
  {
    name: "a cell's id taken twice",
    text: "```ts cell id=a\n1\n```\n\n```ts cell ▸id=a\n2\n```\n",
    messages: ["The cell `a` is already there, on line 11."],
  },
  {
    name: "an empty cell",
    text: "▸```ts cell id=a\n```\n",
    messages: ["This cell is empty."],
  },
  {
    name: "a cell in Python",
    text: "▸```python cell id=a\n1\n```\n",
    messages: ["A cell holds TypeScript: begin it with ```ts cell."],
  },
  {
    name: "a misspelt word behind the backticks",
    text: "```ts ▸cel ▸id=a\n1\n```\n",
    messages: [
      "Fenced code has no word `cel`. Did you mean `cell`?",
      "Only cells have an id. To make this a cell, write ```ts cell id=name.",
    ],
  },
  {
    name: "a braced word behind the backticks",
    text: "```ts ▸{1,3}\n1\n```\n",
    messages: ['`{1,3}` cannot be read. Write cell, id=name or title="…".'],
  },
  {
    name: "a listing without a language",
    text: "▸```\n1\n```\n",
    messages: ["Name the language behind the backticks: ts, python, json, bash, mdx, text."],
  },
  {
    name: "a listing in a misspelt language",
    text: "▸```pyhton\n1\n```\n",
    messages: ["The language `pyhton` is not known. Did you mean `python`?"],
  },
  {
    name: "code that is never closed",
    text: "▸```ts\n1\n",
    messages: ["This code is never closed: end it with a line of three backticks."],
  },
  {
    name: "a cell in a margin note",
    text: "<Aside>\n\n▸```ts cell id=a\n1\n```\n\n</Aside>\n",
    messages: ["A cell cannot stand inside `<Aside>`."],
  },
  {
    name: "a cell in a list",
    text: "- One\n\n  ▸```ts cell id=a\n  1\n  ```\n",
    messages: ["A cell cannot stand in a list or quotation."],
  },

  // Exercises.
  {
    name: "an exercise without an answer",
    text: `▸${NUMERIC('id="a"')}`,
    messages: ["`<Numeric>` needs the attribute `answer`."],
  },
  {
    name: "an exercise that asks nothing",
    text: `▸${NUMERIC('id="a" answer="1"', "\n- `2` :: No.\n")}`,
    messages: ["This exercise asks nothing: write the question before the wrong answers."],
  },
  {
    name: "two exercises with one id",
    text: NUMERIC('id="a" answer="1"') + NUMERIC('id="▸a" answer="1"'),
    messages: ["The exercise `a` is already there, on line 11."],
  },
  {
    name: "an answer that is no formula",
    text: NUMERIC('id="a" answer="2 * ▸"'),
    messages: ["This formula cannot be read: the formula stops where a value is expected."],
  },
  {
    name: "an answer with an unknown name",
    text: NUMERIC('id="a" params="x = 2" answer="x * ▸y"'),
    messages: ["This formula cannot be read: `y` has no value here; you can use x."],
  },
  {
    name: "a binding that cannot be read, and nothing else about its names",
    text: NUMERIC('id="a" params="x = 2; y = x ▸x" answer="x * y"', "\nHow much?\n\n- `y` :: No.\n"),
    messages: ["This formula cannot be read: an operator such as * is missing before `x`."],
  },
  {
    name: "an answer without end",
    text: NUMERIC('id="a" answer="▸1/0"'),
    messages: ["The answer comes out as Infinity, which nobody can type."],
  },
  {
    name: "a binding that is no number",
    text: NUMERIC('id="a" params="▸x = ln(-1)" answer="1"'),
    messages: ["In `params`, `x` comes out as NaN."],
  },
  {
    name: "a strange tolerance",
    text: NUMERIC('id="a" answer="1" tolerance="▸about 1"'),
    messages: [
      "`about 1` is no tolerance: write a part of the answer such as 0.1%, or a distance such as 0.001.",
    ],
  },
  {
    name: "an answer of zero with a relative tolerance",
    text: NUMERIC('id="a" answer="▸1 - 1"'),
    messages: ['The answer is 0, and a part of 0 is 0: give a distance, such as tolerance="0.001".'],
  },
  {
    name: "a list item without a reason",
    text: NUMERIC('id="a" answer="1"', "\nHow much?\n\n▸- `2`\n- `3` :: No.\n"),
    messages: ["This is no wrong answer: write - `formula` :: why it is wrong."],
  },
  {
    name: "an empty reason",
    text: NUMERIC('id="a" answer="1"', "\nHow much?\n\n- ▸`2` ::\n"),
    messages: ["Say why `2` is wrong, behind the `::`."],
  },
  {
    name: "a wrong answer that is no formula",
    text: NUMERIC('id="a" answer="1"', "\nHow much?\n\n- `2 ▸# 3` :: No.\n"),
    messages: ["This formula cannot be read: `#` has no meaning in a formula."],
  },
  {
    name: "a wrong answer without end",
    text: NUMERIC('id="a" answer="1"', "\nHow much?\n\n- ▸`exp(1000)` :: No.\n"),
    messages: ["This wrong answer comes out as Infinity, which nobody can type."],
  },
  {
    name: "a wrong answer that counts as right",
    text: NUMERIC('id="a" answer="1" tolerance="2%"', "\nHow much?\n\n- ▸`1.01` :: No.\n"),
    messages: [
      "`1.01` = 1.01 would count as right: the answer is 1. Make the tolerance smaller, or leave it out.",
    ],
  },
  {
    name: "a wrong answer that counts as right once it is rounded",
    text: NUMERIC('id="a" answer="10000" tolerance="0"', "\nHow much?\n\n- ▸`10001` :: No.\n"),
    messages: [
      "`10001` = 10001 would count as right: the answer is 10000. Make the tolerance smaller, or leave it out.",
    ],
  },
  {
    name: "two wrong answers with one value",
    text: NUMERIC('id="a" answer="1"', "\nHow much?\n\n- `2 * 3` :: No.\n- ▸`7 - 1` :: No.\n"),
    messages: ["`7 - 1` = 6 cannot be told from `2 * 3` above."],
  },
  {
    name: "two solutions",
    text: NUMERIC(
      'id="a" answer="1"',
      "\nHow much?\n\n<Solution>One.</Solution>\n\n▸<Solution>Two.</Solution>\n",
    ),
    messages: ["An exercise has one solution."],
  },
  {
    name: "two lists",
    text: NUMERIC('id="a" answer="1"', "\nHow much?\n\n- `2` :: No.\n\nWords.\n\n▸- `3` :: No.\n"),
    messages: ["An exercise has one list, that of its wrong answers: - `formula` :: why it is wrong."],
  },

  // Several at once.
  {
    name: "five mistakes of five kinds",
    text: "▸## One\n\nIf a ▸<5 and ▸{b}, then $▸\\nope$.\n\nSee ▸[x](#y).\n",
    messages: [
      "This heading has no anchor. End its line with one, the same in every language, such as [#one].",
      LESS_THAN,
      EXPRESSION,
      "KaTeX refuses this formula: Undefined control sequence: \\nope.",
      "There is no `#y` in this chapter.",
    ],
  },
];
