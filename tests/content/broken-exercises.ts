import type { Broken } from "./broken";

const tag = (name: string, attributes: string, inside: string) =>
  `<${name} id="a"${attributes}>\n\nHow much?\n\n${inside}\n\n</${name}>\n`;
const CHECK = '```ts check\nequal(await call("f"), 1, "no");\n```';
const PROGRAMS = `\`\`\`ts starter\nconst f = () => 0;\n\`\`\`\n\n\`\`\`ts solution\nconst f = () => 1;\n\`\`\`\n\n${CHECK}`;
const STEPS = "1. One\n2. Two\n3. Three";
const SKETCH = 'x="0..4" y="0..10" xlabel="x" ylabel="y"';

/** Mistakes in exercises, one each. Each `▸` stands just before the place that a message names. */
export const BROKEN_EXERCISES: Broken[] = [
  // Parameters.
  {
    name: "the old word for parameters",
    text: '<Numeric id="a" ▸let="w = 2" answer="1">\n\nHow much?\n\n</Numeric>\n',
    messages: ["`<Numeric>` has no attribute `let`. It has: id, params, answer, tolerance."],
  },
  {
    name: "a parameter without values",
    text: tag("Numeric", ' params="w:▸ " answer="1"', ""),
    messages: [
      "This formula cannot be read: `` is no list of values: write numbers such as `0.1, 0.5`, or a range such as `2..6` or `0..1 step 0.25`.",
    ],
  },
  {
    name: "a misspelt tag in an exercise",
    text: tag("Numeric", ' answer="1"', "▸<Hnt>Words.</Hint>"),
    messages: ["There is no tag `<Hnt>`. Did you mean `Hint`?"],
  },
  {
    name: "a value twice",
    text: tag("Numeric", ' params="w:▸ 1, 1.0" answer="w"', ""),
    messages: ["This formula cannot be read: the value `1.0` is there twice."],
  },
  {
    name: "too many combinations",
    text: tag("Numeric", ' params="w: 1..100; ▸v: 1..100" answer="w"', ""),
    messages: ["This formula cannot be read: there are more than 5000 combinations of values."],
  },
  {
    name: "a value in the text that is no formula",
    text: '<Numeric id="a" params="w: 1..3" answer="w">\n\nFrom [[▸v]], how much?\n\n</Numeric>\n',
    messages: ["This formula cannot be read: `v` has no value here; you can use w."],
  },
  {
    name: "a value in a formula of the text",
    text: '<Numeric id="a" params="w: 1..3" answer="w">\n\nFrom $x = [[2*▸v]]$, how much?\n\n</Numeric>\n',
    messages: ["This formula cannot be read: `v` has no value here; you can use w."],
  },
  {
    name: "an answer without a value for some parameters",
    text: tag("Numeric", ' params="w: 0..2" answer="▸1/w"', ""),
    messages: ["The answer comes out as Infinity for w = 0, which nobody can type."],
  },
  {
    name: "a wrong answer that is right for some parameters",
    text: tag("Numeric", ' params="w: 1..3" answer="w^2"', "- ▸`2*w` :: No."),
    messages: [
      "`2*w` = 4 would count as right for w = 2: the answer is 4. Make the tolerance smaller, or leave it out.",
    ],
  },
  {
    name: "wrong answers that are one for some parameters",
    text: tag("Numeric", ' params="w: 1..3" answer="10"', "- `w + 2` :: No.\n- ▸`2*w` :: No."),
    messages: ["`2*w` = 4 cannot be told from `w + 2` above for w = 2."],
  },
  {
    name: "an answer of zero for some parameters",
    text: tag("Numeric", ' params="w: 1..3" answer="▸w - 2"', ""),
    messages: [
      'The answer is 0 for w = 2, and a part of 0 is 0: give a distance, such as tolerance="0.001".',
    ],
  },
  {
    name: "an answer behind all others",
    text: tag("Numeric", ' answer="1"', "- `2` :: No.\n- `*` :: No.\n- ▸`3` :: No."),
    messages: ["No answer gets here: `*` above is every other one. Put `*` last."],
  },
  {
    name: "a misspelt parameter",
    text: tag("Numeric", ' params="eta: 0.1, 0.2; width = 2" answer="2 * ▸etta"', "- `1 + ▸wdith` :: No."),
    messages: [
      "This formula cannot be read: `etta` has no value here; did you mean `eta`.",
      "This formula cannot be read: `wdith` has no value here; did you mean `width`.",
    ],
  },
  {
    name: "a misspelt function",
    text: tag("Numeric", ' answer="▸sqr(2)"', ""),
    messages: ["This formula cannot be read: there is no function `sqr`; did you mean `sqrt`."],
  },
  {
    name: "an empty formula",
    text: tag("Numeric", ' params="a =▸" answer="1"', ""),
    messages: ["This formula cannot be read: the formula is empty."],
  },
  {
    name: "an operator without what it works on",
    text: tag("Numeric", ' answer="2 * ▸/ 3"', ""),
    messages: ['This formula cannot be read: expected a number, a name or "(" before `/`.'],
  },
  {
    name: "a parenthesis that is not closed",
    text: tag("Numeric", ' answer="2 * ▸(3 + 4"', ""),
    messages: ['This formula cannot be read: a closing ")" is missing for this "(".'],
  },
  {
    name: "a function without arguments",
    text: tag("Numeric", ' answer="2 * ▸exp"', ""),
    messages: ["This formula cannot be read: `exp` is a function: write exp(…)."],
  },
  {
    name: "a function with too many arguments",
    text: tag("Numeric", ' answer="▸exp(1, 2)"', ""),
    messages: ["This formula cannot be read: `exp` cannot take 2 arguments."],
  },
  {
    name: "a parameter that is no name with a value",
    text: tag("Numeric", ' params="▸2 = w" answer="1"', ""),
    messages: [
      "This formula cannot be read: expected `name: values` or `name = formula`, separated by semicolons.",
    ],
  },
  {
    name: "a parameter called like a constant",
    text: tag("Numeric", ' params="▸pi = 3" answer="1"', ""),
    messages: ["This formula cannot be read: `pi` already has a meaning in formulas; choose another name."],
  },
  {
    name: "a parameter twice",
    text: tag("Numeric", ' params="w = 3; ▸w = 4" answer="1"', ""),
    messages: ["This formula cannot be read: `w` already has a value."],
  },
  {
    name: "a value in the text that Markdown has torn apart",
    text: '<Numeric id="a" params="w: 1..3" answer="w">\n\nFrom ▸[[2*w + 3*w]], how much?\n\n</Numeric>\n',
    messages: [
      "`[[` begins a value of the parameters and ends with `]]`, in one piece of text: write `·` for a product, not `*`.",
    ],
  },
  // Blanks.
  {
    name: "a blank that is no part of a sentence",
    text: '▸<Blank id="a" answer="1" />\n',
    messages: ["`<Blank>` stands within a sentence: put words before or behind it on its line."],
  },
  {
    name: "a blank with values that its sentence cannot show",
    text: 'So it is <Blank id="a" params="▸w: 1..3" answer="w" /> in all.\n',
    messages: ["The sentence around a blank cannot change: give its names one value each, `name = formula`."],
  },
  {
    name: "a blank without an answer",
    text: 'So it is ▸<Blank id="a" /> in all.\n',
    messages: ["`<Blank>` needs the attribute `answer`."],
  },
  {
    name: "a blank that counts a wrong answer as right",
    text: 'So it is <Blank id="a" answer="2" tolerance="10%">▸`2.1` :: No.</Blank> in all.\n',
    messages: [
      "`2.1` = 2.1 would count as right: the answer is 2. Make the tolerance smaller, or leave it out.",
    ],
  },
  // Formulas.
  {
    name: "a formula with a name that is not there",
    text: tag("Expr", ' names="a; b" answer="a*▸c"', ""),
    messages: ["This formula cannot be read: `c` has no value here; you can use a, b."],
  },
  {
    name: "a name that is none",
    text: tag("Expr", ' names="a; ▸2b" answer="a"', ""),
    messages: ["`2b` is no name with its values: write `name` or `name: from..to`, separated by semicolons."],
  },
  {
    name: "a wrong formula that is the right one",
    text: tag("Expr", ' names="a" answer="a - a^2"', "- ▸`a*(1 - a)` :: No."),
    messages: ["`a*(1 - a)` is the right answer `a - a^2` in another form."],
  },
  {
    name: "two wrong formulas that are one",
    text: tag("Expr", ' names="a" answer="a"', "- `2*a` :: No.\n- ▸`a + a` :: No."),
    messages: ["`a + a` is `2*a` above in another form."],
  },
  {
    name: "a formula without a value",
    text: tag("Expr", ' names="a: 1..2" answer="▸ln(-a)"', ""),
    messages: ["The answer has no value where its names are tried: give them others."],
  },
  // Choices.
  {
    name: "no right option",
    text: `▸${tag("Choice", "", "- [ ] One :: No.\n- [ ] Two :: No.")}`,
    messages: ["No option is right: mark one with `- [x]`."],
  },
  {
    name: "one option",
    text: `▸${tag("Choice", "", "- [x] One :: Yes.")}`,
    messages: ["A choice needs two options at least: - [x] text :: why, - [ ] text :: why."],
  },
  {
    name: "two equal options",
    text: tag("Choice", "", "- [x] One :: Yes.\n▸- [ ] One :: No."),
    messages: ["The option `One` is already there."],
  },
  {
    name: "an option without a box",
    text: tag("Choice", "", "- [x] One :: Yes.\n- [ ] Two :: No.\n▸- Three :: No."),
    messages: ["Say whether this option is right: begin it with `- [x]`, or with `- [ ]`."],
  },
  {
    name: "an option without a reason",
    text: tag("Choice", "", "- [x] One :: Yes.\n▸- [ ] Two"),
    messages: ["Say why `Two` is wrong, behind a `::`."],
  },
  {
    name: "an option of two paragraphs",
    text: tag("Choice", "", "- [x] One :: Yes.\n- [ ] Two :: No.\n▸- [ ] Three\n\n  and more :: No."),
    messages: ["An option is one line: write - [ ] text :: why, or - [x] for a right one."],
  },
  {
    name: "an option without words",
    text: tag("Choice", "", "- [x] One :: Yes.\n- [ ] Two :: No.\n▸- [ ] :: No."),
    messages: ["This option has no words before the `::`."],
  },
  // Orders.
  {
    name: "two orders in one",
    text: tag("Order", "", `${STEPS}\n\nThen\n\n▸1. Four\n2. Five`),
    messages: ["An order has one numbered list."],
  },
  {
    name: "an order of two steps",
    text: `▸${tag("Order", "", "1. One\n2. Two")}`,
    messages: ["An order needs three steps at least: a numbered list, in a right order."],
  },
  {
    name: "a need against the list",
    text: tag("Order", ' before="1<2, ▸3<2"', STEPS),
    messages: [
      "`3<2` is no pair of steps: write 1<2 where step 2 needs step 1; the list itself must be in a right order.",
    ],
  },
  {
    name: "a wrong order that is right",
    text: tag("Order", ' before="1<2, 1<3"', `${STEPS}\n\n- ▸\`3 < 2\` :: No.`),
    messages: ["`3 < 2` is not wrong: step 3 may stand before step 2."],
  },
  {
    name: "a wrong order of steps that are not there",
    text: tag("Order", "", `${STEPS}\n\n- ▸\`4 < 1\` :: No.`),
    messages: ["`4 < 1` names no two steps: write - `3 < 1` :: why step 3 cannot come before step 1."],
  },
  // Programs.
  {
    name: "a program without a check",
    text: `▸${tag("Code", "", PROGRAMS.replace(CHECK, ""))}`,
    messages: ["This exercise lacks its check, the questions to the program: write ```ts check."],
  },
  {
    name: "an unknown role",
    text: tag("Code", "", `${PROGRAMS}\n\n▸\`\`\`ts solutoin\nx;\n\`\`\``),
    messages: ["`solutoin` is no role of a program. Did you mean `solution`?"],
  },
  {
    name: "a wrong program without its feedback",
    text: tag("Code", "", `${PROGRAMS}\n\n▸\`\`\`ts wrong=sing\nx;\n\`\`\`\n\n- \`sign\` :: No.`),
    messages: ["There is no feedback `sing`. Did you mean `sign`?"],
  },
  {
    name: "a program in another language",
    text: tag("Code", "", `${PROGRAMS}\n\n▸\`\`\`python starter\nx\n\`\`\``),
    messages: ["The programs of an exercise are TypeScript: begin them with ```ts and their role."],
  },
  {
    name: "a solution twice",
    text: tag("Code", "", `${PROGRAMS}\n\n▸\`\`\`ts solution\nx;\n\`\`\``),
    messages: ["This exercise already has a `solution`."],
  },
  {
    name: "a wrong program that does not say what it earns",
    text: tag("Code", "", `${PROGRAMS}\n\n▸\`\`\`ts wrong\nx;\n\`\`\``),
    messages: ["Name the feedback that it earns: wrong=key."],
  },
  {
    name: "a role with a key that it has not",
    text: `▸${tag("Code", "", PROGRAMS.replace("```ts starter", "▸```ts starter=a"))}`,
    messages: [
      "This exercise lacks its starter, an empty function: write ```ts starter.",
      "`starter` stands alone.",
    ],
  },
  {
    name: "a time that is none",
    text: tag("Code", ' seconds="▸60"', PROGRAMS),
    messages: ["`seconds` is a number from 1 to 30."],
  },
  // Guesses.
  {
    name: "a guess about a cell that is not there",
    text: `\`\`\`ts cell id=walk\n1\n\`\`\`\n\n${tag("Predict", ' cell="▸wlak"', "- One\n- Two")}`,
    messages: ["There is no `#cell-wlak` in this chapter. Did you mean `cell-walk`?"],
  },
  // Sketches.
  {
    name: "a sketch of too many points",
    text: tag("Sketch", ` ${SKETCH} answer="x" points="▸100"`, ""),
    messages: ["`points` is a whole number from 3 to 25."],
  },
  {
    name: "an axis that is no range",
    text: tag("Sketch", ' x="▸4..0" y="0..10" xlabel="x" ylabel="y" answer="x"', ""),
    messages: ["`4..0` is no range: write from..to, such as 0..10."],
  },
  {
    name: "a sketch with a wide tolerance",
    text: tag("Sketch", ` ${SKETCH} answer="x" tolerance="▸90%"`, ""),
    messages: ["`90%` is no tolerance of a sketch: write a part of the picture's height from 1% to 30%."],
  },
  {
    name: "a wrong curve within the tolerance",
    text: tag("Sketch", ` ${SKETCH} answer="2*x"`, "- ▸`2*x + 0.1` :: No."),
    messages: ["The curve `2*x + 0.1` cannot be told from the right curve."],
  },
  {
    name: "a curve with gaps",
    text: tag("Sketch", ` ${SKETCH} answer="▸sqrt(x - 2)"`, ""),
    messages: ["The curve has gaps: it needs a value at every point."],
  },
  {
    name: "boxes in an ordinary list",
    text: "▸- [x] Done\n",
    messages: ["Lists have no check boxes: write `-` without `[ ]`."],
  },
];
