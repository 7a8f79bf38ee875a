/** Two small chapters, one in each language, that use everything a chapter may use. */
const CODE = ['```ts cell id=first title="A name"', "const x = { a: 1 };", "", "x.a < 2", "```"].join("\n");

const LISTING = ['```python title="PyTorch"', "loss.backward()", "```"].join("\n");

export const ENGLISH = `---
title: A small chapter
summary: It has everything.
minutes: 5
goals:
  - Use every tag.
  - Use them "right".
---

Words with **strong**, *emphasis*, \`code {x}\`, ~~old~~, $a_1$ and \\{ \\< signs.
See [below](#second), [the cell](#cell-first), [the question](#exercise-slope), [there](https://example.org) or [next](../chain-rule/#top).

## First $\\sigma$ part [#first]

$$
E = \\tfrac12 (t - o)^2
$$

$$ y = x^2 $$

<Aside>A note.</Aside>

<Difference>

The source says **less**.

</Difference>

<Beside>

${LISTING}

${CODE}

</Beside>

<Figure name="network" alt="Six dots" caption="The network" />

### Second [#second]

<Details summary="Why?">

Because of [this][ref].

</Details>

<Key>

Remember.

</Key>

| a | b |
| --- | ---: |
| 1 | 2 |

1. One
2. Two

![A picture](pictures/a.svg)

<Numeric id="slope" params="w = 3; h = 0.5" answer="2*w*h" tolerance="0.5%">
  What is $2wh$?
  - \`w*h\` :: The **factor** $2$ is missing.
  - \`-2*w*h\` :: The sign.
  <Hint>Multiply.</Hint>
  <Hint>

  Twice.

  </Hint>
  <Solution>$2 \\cdot 3 \\cdot 0.5 = 3$</Solution>
</Numeric>

[ref]: https://example.org/ref
`;

export const CHINESE = `---
title: 一个小章节
summary: 应有尽有。
minutes: 5
goals: [用遍所有标签。]
---

学习率**“太小”**会很慢，**（太大）**也不行。这一行
和这一行之间没有空格，但是 English
words 之间有。

## 第一部分 [#first]

<Aside>旁注。</Aside>

${CODE}

<Figure name="network" alt="六个点" caption="网络" />

### 第二部分 [#second]

<Numeric id="slope" params="w = 3; h = 0.5" answer="2*w*h" tolerance="0.5%">

$2wh$是多少？

- \`w*h\` ：：少了系数$2$。
- \`-2*w*h\` :: 符号反了。

<Hint>乘起来。</Hint>
<Hint>两倍。</Hint>
<Solution>$2 \\cdot 3 \\cdot 0.5 = 3$</Solution>

</Numeric>
`;
