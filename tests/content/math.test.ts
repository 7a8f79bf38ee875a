import type { ElementContent } from "hast";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { fromMarkup } from "../../lib/content/math/markup";
import { renderMath } from "../../lib/content/math/render";

/** Written out again as KaTeX writes. */
function markupOf(nodes: readonly ElementContent[]): string {
  const escaped = (text: string) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#x27;");
  return nodes
    .map((node) => {
      if (node.type !== "element") return node.type === "text" ? escaped(node.value) : "";
      const names: Record<string, string> = { className: "class", ariaHidden: "aria-hidden" };
      const attributes = Object.entries(node.properties).map(
        ([name, value]) =>
          ` ${names[name] ?? name}="${escaped(Array.isArray(value) ? value.join(" ") : String(value))}"`,
      );
      return `<${node.tagName}${attributes.join("")}>${markupOf(node.children)}</${node.tagName}>`;
    })
    .join("");
}

const FORMULAS = [
  "a < b \\& c > \\text{\"d\" 'e'}",
  "\\frac{\\partial E}{\\partial w_5} = \\delta_{o1} h_1",
  "\\sqrt{x^2 + y^2} \\cdot \\overbrace{a+b}^{n}",
  "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}",
  "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
  "\\widehat{xyz} \\xrightarrow{f} \\cancel{q} \\vec{v}",
  "\\text{误差} \\left\\lfloor \\tfrac12 \\right\\rfloor \\sum_{i=1}^n \\int_0^1",
  "\\color{red}{x} \\boxed{y} \\underline{z} \\not= w",
  "\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}",
];

describe("KaTeX's markup becomes hast without loss", () => {
  test.each(FORMULAS)("%s", (tex) => {
    for (const displayMode of [false, true]) {
      const markup = katex.renderToString(tex, { displayMode });
      const uniform = markup
        .replace(/='([^']*)'/g, '="$1"')
        .replace(/<([\w-]+)((?:\s[^<>]*?)?)\s*\/>/g, "<$1$2></$1>")
        // A list of classes has no blanks at its ends.
        .replace(
          /class="\s*([^"]*?)\s*"/g,
          (_, classes: string) => `class="${classes.replace(/\s+/g, " ")}"`,
        );
      expect(markupOf(fromMarkup(markup))).toBe(uniform);
    }
  });

  test.each(["<p", "a < b", "<p>", "</p>", "<p></q>", "<p x=y></p>", "<!-- x -->", "<p x></p>"])(
    "refuses %s",
    (markup) => {
      expect(() => fromMarkup(markup)).toThrow();
    },
  );
});

describe("formulas from strangers", () => {
  test.each([
    "\\url{https://example.org}",
    "\\href{javascript:alert(1)}{x}",
    "\\includegraphics{https://example.org/a.png}",
  ])("%s is refused by name", (tex) => {
    const command = tex.slice(0, tex.indexOf("{"));
    const message = `\`${command}\` is not allowed in a chapter`;
    expect(renderMath(`x + ${tex}`, false)).toEqual({ kind: "refused", message, index: 4 });
  });

  test.each([
    "\\htmlStyle{position: fixed}{x}",
    "\\htmlId{main}{x}",
    "\\htmlClass{a}{x}",
    "\\htmlData{a=b}{x}",
  ])("%s is refused", (tex) => {
    expect(renderMath(tex, false).kind).toBe("refused");
  });

  test("endless macros end", () => {
    expect(renderMath("\\def\\a{\\a\\a}\\a", false)).toMatchObject({ kind: "refused" });
  });

  test("deep nesting ends", () => {
    const deep = 20_000;
    expect(renderMath("{".repeat(deep) + "}".repeat(deep), false)).toMatchObject({ kind: "refused" });
  });

  test("huge boxes shrink", () => {
    const rendered = renderMath("\\rule{99999em}{99999em}", false);
    expect(JSON.stringify(rendered)).toContain("20em");
    expect(JSON.stringify(rendered)).not.toMatch(/99999em;|:99999|"99999em"/);
  });

  test("markup in text stays text", () => {
    const rendered = renderMath("\\text{<script>}", false);
    expect(JSON.stringify(rendered)).not.toContain('"tagName":"script"');
    expect(rendered.kind).toBe("rendered");
  });
});
