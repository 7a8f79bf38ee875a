import type { Element, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { blockSizes, MARKDOWN_BOUNDS, type MarkdownLinks, renderMarkdown } from "@/lib/content/markdown";

const html = (text: string, links: MarkdownLinks = "followed") =>
  toHtml({ type: "root", children: renderMarkdown(text, links) }).replaceAll("\n", "");

function elements(nodes: readonly RootContent[]): Element[] {
  return nodes.flatMap((node) => (node.type === "element" ? [node, ...elements(node.children)] : []));
}

describe("readers' Markdown", () => {
  it("has CommonMark's and GFM's forms", () => {
    expect(html("**a** *b* `c` ~~d~~")).toBe(
      "<p><strong>a</strong> <em>b</em> <code>c</code> <del>d</del></p>",
    );
    expect(html("- [x] a\n- [ ] b")).toBe('<ul><li class="task">☑ a</li><li class="task">☐ b</li></ul>');
    expect(html("|a|b|\n|-|-:|\n|1|2|")).toBe(
      '<div class="table-scroll"><table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table></div>',
    );
    expect(html("```ts\na < b\n```")).toBe('<pre class="markdown-code"><code>a &#x3C; b</code></pre>');
  });

  it("keeps below the page's own headings", () => {
    expect(html("# a\n## b\n###### c")).toBe("<h3>a</h3><h4>b</h4><h6>c</h6>");
  });

  it("stresses Chinese words and joins their lines", () => {
    expect(html("**“太小”**会\n慢")).toBe("<p><strong>“太小”</strong>会慢</p>");
  });

  it("draws formulas, and shows what is none as it was written", () => {
    const [paragraph] = renderMarkdown("$\\frac{1}{2}$", "followed");
    const all = elements(paragraph ? [paragraph] : []);
    expect(all.some(({ tagName }) => tagName === "mfrac")).toBe(true);
    expect(html("$$\nx\n$$")).toContain('<div class="math-display">');
    expect(html("$学习率$")).toContain("学习率");
    expect(html("a $\\frac{$ b")).toMatch(
      /a <code class="math-refused" title="[^"]+">\$\\frac\{\$<\/code> b/,
    );
    expect(html("$\\href{https://example.org}{x}$")).toContain('<code class="math-refused"');
  });

  it("has no HTML", () => {
    expect(html("<b>a</b>")).toBe("<p>&#x3C;b>a&#x3C;/b></p>");
    const hostile = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<iframe src=//example.org>";
    expect(elements(renderMarkdown(hostile, "followed")).map(({ tagName }) => tagName)).toEqual([
      "p",
      "p",
      "p",
    ]);
  });

  it("links where links may lead", () => {
    const rel = 'rel="noopener noreferrer nofollow"';
    expect(html("[a](https://example.org/?q=1)")).toBe(
      `<p><a href="https://example.org/?q=1" ${rel}>a</a></p>`,
    );
    expect(html("[a](#slope) [b](../chain-rule/#x)")).toBe(
      '<p><a href="#slope">a</a> <a href="../chain-rule/#x">b</a></p>',
    );
    for (const url of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "//example.org",
      "/x",
      "file:///x",
    ])
      expect(html(`[a](<${url}>)`), url).toBe("<p>a</p>");
    expect(html("[a][1]\n\n[1]: javascript:alert(1)")).toBe("<p>a</p>");
  });

  it("lets a program's links be read, not followed", () => {
    expect(html("[a](https://example.org/?q=secret)", "written")).toBe(
      "<p>a (https://example.org/?q=secret)</p>",
    );
    expect(html("https://example.org/", "written")).toBe("<p>https://example.org/</p>");
    expect(html("[a](#slope)", "written")).toBe('<p><a href="#slope">a</a></p>');
  });

  it("draws only pictures that came with the text", () => {
    const dot = "data:image/png;base64,iVBORw0KGgo=";
    expect(html(`![a dot](${dot})`)).toBe(`<p><img src="${dot}" alt="a dot"></p>`);
    for (const url of ["https://example.org/x.png", "x.png", "data:image/svg+xml;base64,PHN2Zz4="])
      expect(html(`![what it shows](${url})`), url).toBe("<p>what it shows</p>");
  });

  it("takes deeper nesting than anybody means for plain text", () => {
    for (const deep of [`${"> ".repeat(20_000)}x`, `a\n\n${"- ".repeat(20_000)}x`])
      expect(renderMarkdown(deep, "followed")).toMatchObject([{ tagName: "pre" }]);
    expect(html(`${"-".repeat(100)}`)).toBe("<hr>");
    expect(html("> > - 1. x")).toBe(
      "<blockquote><blockquote><ul><li><ol><li>x</li></ol></li></ul></blockquote></blockquote>",
    );
  });

  it("says how much there is to draw, and when it is more than a page should", () => {
    const sizes = (text: string) => blockSizes(renderMarkdown(text, "followed"));
    // A paragraph and its text; the space between blocks; an item in its list, with its text and the spaces around it.
    expect(sizes("a\n\n- b")).toEqual([2, 1, 5]);
    const { block, all, depth } = MARKDOWN_BOUNDS;
    const text: RootContent = { type: "text", value: "x" };
    const within = (tagName: string, children: Element["children"]): Element => ({
      type: "element",
      tagName,
      properties: {},
      children,
    });
    const items = (count: number) => within("ul", Array<typeof text>(count).fill(text));
    expect(blockSizes([items(block - 1)])).toEqual([block]);
    expect(blockSizes([items(block)])).toBeNull();
    expect(blockSizes(Array<RootContent>(all).fill(text))).toHaveLength(all);
    expect(blockSizes(Array<RootContent>(all + 1).fill(text))).toBeNull();
    let deep: Element = within("span", []);
    for (let level = 1; level <= depth; level += 1) deep = within("span", [deep]);
    expect(blockSizes([deep])).toEqual([depth + 1]);
    expect(blockSizes([within("span", [deep])])).toBeNull();
    // A few hundred characters that stand for ten thousand glyphs.
    expect(sizes(`$\\def\\a{${"x".repeat(100)}}${"\\a".repeat(100)}$`)).toBeNull();
  });
});
