/** A chapter whose programs do something wrong. Each `▸` stands just before the place that a message names. */
export interface BrokenProgram {
  name: string;
  text: string;
  messages: string[];
}

const cell = (id: string, code: string) => `\`\`\`ts cell id=${id}\n${code}\n\`\`\`\n`;

interface Parts {
  starter?: string;
  solution?: string;
  check?: string;
  wrong?: string;
  seconds?: number;
  /** Which program the message is about. */
  at?: "starter" | "solution" | "wrong";
}

const SOLUTION = "const twice = (x: number) => 2 * x;";
const CHECK = `when((await call("twice", 3)) === 0, "todo");
when((await call("twice", 3)) === 9, "square");
equal(await call("twice", 3), 6);`;

/** An exercise that is sound but for what is given. */
function code({ at, seconds = 5, ...parts }: Parts): string {
  const fence = (role: string, text: string) =>
    `${role.startsWith(at ?? "-") ? "  ▸" : "  "}\`\`\`ts ${role}\n${text.replace(/^/gm, "  ")}\n  \`\`\`\n`;
  return `<Code id="twice" seconds="${seconds}">

  Write \`twice(x)\`.

${fence("starter", parts.starter ?? "const twice = (x: number) => 0; // here")}
${fence("solution", parts.solution ?? SOLUTION)}
${fence("check", parts.check ?? CHECK)}
${fence("wrong=square", parts.wrong ?? "const twice = (x: number) => x * x;")}
  - \`todo\` :: It is still to be written.
  - \`square\` :: That is the square.

</Code>
`;
}

export const SOUND_PROGRAMS = `${cell("a", "const one = 1;\none")}\n${cell("b", "one + 1")}\n${code({})}`;

const CORRECT = "Correct the solution, or what the check expects.";

export const BROKEN_PROGRAMS: BrokenProgram[] = [
  // Cells.
  {
    name: "a cell that throws",
    text: cell("a", 'const list = [1];\nthrow ▸new RangeError("too far");'),
    messages: ["This cell throws RangeError: too far"],
  },
  {
    name: "a cell that is no program",
    text: cell("a", "const x = ▸;"),
    messages: ["This cell is no program: ';' is not expected here."],
  },
  {
    name: "a name that no cell above defines",
    text: cell("a", "const rate = 0.1;") + cell("b", "1 + ▸rat * 2"),
    messages: ["No cell above defines `rat`. Did you mean `rate`?"],
  },
  {
    name: "a name that the same cell writes differently",
    text: cell("a", "const double = (x: number) => 2 * x;\n▸duoble(21)"),
    messages: ["No cell above defines `duoble`. Did you mean `double`?"],
  },
  {
    name: "a name that a cell below defines",
    text: cell("a", "▸later + 1") + cell("b", "const later = 2;"),
    messages: ["No cell above defines `later`. Define it in a cell above `a`."],
  },
  {
    name: "a name that only a function uses which is not called",
    text: cell("a", "const f = () => ▸nowhere;"),
    messages: ["No cell above defines `nowhere`. Define it in a cell above `a`."],
  },
  {
    name: "a cell that throws, and one that only lacks what it would have defined",
    text: cell("a", "null.▸x;\nconst made = 1;") + cell("b", "made + 1"),
    messages: ["This cell throws TypeError: Cannot read properties of null (reading 'x')"],
  },
  {
    name: "a cell without end",
    text: cell("a", "▸while (true) {}") + cell("b", "1"),
    messages: ["This cell did not end within 2 seconds: let it compute less."],
  },
  {
    name: "a cell that waits for what never comes",
    text: cell("a", "▸await new Promise(() => {});"),
    messages: ["This cell did not end within 2 seconds: let it compute less."],
  },
  {
    name: "a cell that prints without measure",
    text: cell("a", "▸for (let i = 0; i < 600; i++) display(i);"),
    messages: ["This cell puts out more than the page takes: let it print less."],
  },
  {
    name: "two cells with a mistake each",
    text: cell("a", "null.▸x") + cell("b", "1 + ▸nowhere"),
    messages: [
      "This cell throws TypeError: Cannot read properties of null (reading 'x')",
      "No cell above defines `nowhere`. Define it in a cell above `b`.",
    ],
  },
  {
    name: "a mistake in a cell within a tag",
    text: `<Beside>\n\n  \`\`\`python\n  1\n  \`\`\`\n\n  \`\`\`ts cell id=a\n  null.▸x\n  \`\`\`\n\n</Beside>\n`,
    messages: ["This cell throws TypeError: Cannot read properties of null (reading 'x')"],
  },

  // Program exercises.
  {
    name: "a solution that fails",
    text: code({ at: "solution", solution: "const twice = (x: number) => 3 * x;" }),
    messages: [
      "The solution does not pass: it earns `square`. Correct the solution, or what the check expects.",
    ],
  },
  {
    name: "a solution that is not what is expected",
    text: code({ at: "solution", solution: "const twice = (x: number) => 5;" }),
    messages: [`The solution does not pass: \`twice(3)\` is \`5\` and should be \`6\`. ${CORRECT}`],
  },
  {
    name: "a solution that throws",
    text: code({ at: "solution", solution: 'function twice() { throw new Error("not yet"); }' }),
    messages: [`The solution does not pass: \`twice(3)\` throws Error: not yet. ${CORRECT}`],
  },
  {
    name: "a solution that does not run",
    text: code({ at: "solution", solution: "const twice = (x) =>\n\n;" }),
    messages: [
      `The solution does not pass: it does not run: SyntaxError: ';' is not expected here (its line 3). ${CORRECT}`,
    ],
  },
  {
    name: "a solution under another name",
    text: code({ at: "solution", solution: "const twize = (x: number) => 2 * x;" }),
    messages: [`The solution does not pass: it defines no \`twice\`. ${CORRECT}`],
  },
  {
    name: "a solution without end",
    text: code({ at: "solution", seconds: 1, solution: "function twice() { while (true) {} }" }),
    messages: [`The solution does not pass: it does not end within 1 seconds. ${CORRECT}`],
  },
  {
    name: "a starter that passes",
    text: code({ at: "starter", starter: "const twice = (x: number) => x + x;" }),
    messages: [
      "The starter passes: there is nothing left to do. Take the answer out of it, or let the check ask for more.",
    ],
  },
  {
    name: "a starter that nobody helps on",
    text: code({ at: "starter", starter: "const twice = (x: number) => 1;" }),
    messages: [
      'No feedback tells where to begin: with the starter, `twice(3)` is `1` and should be `6`. Begin the check with when(…, "todo"), and write - `todo` :: what is still to be done.',
    ],
  },
  {
    name: "a wrong program that earns another message",
    text: code({ at: "wrong", wrong: "const twice = (x: number) => 0 * x;" }),
    messages: [
      'This wrong program should earn `square`, but it earns `todo`. Correct the program, or the check\'s when(…, "square").',
    ],
  },
  {
    name: "a wrong program that earns none",
    text: code({ at: "wrong", wrong: "const twice = (x: number) => 7;" }),
    messages: [
      'This wrong program should earn `square`, but `twice(3)` is `7` and should be `6`. Correct the program, or the check\'s when(…, "square").',
    ],
  },
  {
    name: "a wrong program that passes",
    text: code({ at: "wrong", wrong: "const twice = (x: number) => x * 2;" }),
    messages: [
      'This wrong program should earn `square`, but it passes. Correct the program, or the check\'s when(…, "square").',
    ],
  },
  {
    name: "a check that is no program",
    text: code({ check: 'equal(await call("twice", 3), 6);\nwhen(▸;' }),
    messages: ['This check is no TypeScript: Unexpected ";".'],
  },
  {
    name: "a check that is no program, on its first line",
    text: code({ check: "equal(▸;" }),
    messages: ['This check is no TypeScript: Unexpected ";".'],
  },
  {
    name: "a check with a name that it has not",
    text: code({ check: '▸equals(await call("twice", 3), 6);' }),
    messages: [
      "With the solution, the check itself throws ReferenceError: equals is not defined. Did you mean `equal`?",
    ],
  },
];
