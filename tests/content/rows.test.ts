import { describe, expect, it } from "vitest";
import { chapterRows } from "@/lib/content";

const words = {
  exercise: (id: string) => `Exercise ${id}`,
  blank: "____",
  figure: (text: string) => `(${text})`,
};

describe("a chapter as Markdown and cells", () => {
  it("keeps prose and TeX as they were written, without anchors and tags", () => {
    const text = `---
title: T
---

Words with $x_1$ and **stress**.

## Section [#section]

$$
a = b
$$

\`\`\`ts cell id=first
1 + 1
\`\`\`

<Difference>

It is $c$
over two lines.

</Difference>

<Figure name="network" alt="words" caption="A picture" />

- one
- two

\`\`\`python title="PyTorch"
print(1)
\`\`\`
`;
    expect(chapterRows(text, words)).toEqual([
      { kind: "prose", markdown: "Words with $x_1$ and **stress**." },
      { kind: "prose", markdown: "## Section\n\n$$\na = b\n$$" },
      { kind: "cell", id: "first" },
      {
        kind: "prose",
        markdown:
          '> It is $c$\n> over two lines.\n\n(A picture)\n\n- one\n- two\n\n```python title="PyTorch"\nprint(1)\n```',
      },
    ]);
  });

  it("names exercises, and leaves gaps where the site has fields", () => {
    const text = `---
title: T
---

<Numeric id="one" params="w: 2..6" answer="w">

  From $w=[[w]]$?

  What is it?

  - \`2\` :: No.

  <Hint>Look.</Hint>
</Numeric>

A line with <Blank id="b" answer="9">- \`8\` :: No.</Blank> in it.

<Details summary="More">

  Inside.

  \`\`\`ts cell id=inner
  2
  \`\`\`

</Details>
`;
    expect(chapterRows(text, words)).toEqual([
      {
        kind: "prose",
        markdown:
          "> **Exercise one**\n>\n> What is it?\n\nA line with ____ in it.\n\n> **More**\n\n> Inside.",
      },
      { kind: "cell", id: "inner" },
    ]);
  });
});
