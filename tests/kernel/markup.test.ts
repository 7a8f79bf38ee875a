import { describe, expect, it } from "vitest";
import { Fragment, fragmentForms, fragmentTag } from "@/lib/kernel/display";
import { parseMarkup } from "@/lib/kernel/display/markup";
import { cleanTree } from "@/lib/plot";
import type { TreeNode } from "@/lib/protocol";

/** A tree as markup again, without anything left to guess. */
function written(node: TreeNode): string {
  if (typeof node === "string") return JSON.stringify(node);
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}=${JSON.stringify(value)}`,
  );
  return `<${node.tag}${attributes.join("")}>${node.children.map(written).join("")}</${node.tag}>`;
}

/** What browsers read, for markup as people write it. */
const READ: [markup: string, tree: string][] = [
  ["<p>a <b>b</b></p>", '<p>"a "<b>"b"</b></p>'],
  ["<P CLASS=x>a", '<p CLASS="x">"a"</p>'],
  ["<br><hr/>a", '<br></br><hr></hr>"a"'],
  ["<ul> <li>a<li>b </ul>", '<ul><li>"a"</li><li>"b "</li></ul>'],
  ["<td title='a > \"b\"'>x", '<td title="a > \\"b\\"">"x"</td>'],
  ["a &lt; b &amp;&amp; c&#8594;&#x3b8; &unknown; &", '"a < b && c→θ &unknown; &"'],
  ["1 < 2", '"1 < 2"'],
  ["<!-- <b> -->x<!doctype html>", '"x"'],
  ["a</b></p>b", '"ab"'],
  ["<i><b>a</i>b", '<i><b>"a"</b></i>"b"'],
  ["<script>if (a < b) alert('</p>')</script>x", '<script></script>"x"'],
  [
    "<svg viewBox='0 0 1 1'><linearGradient/><g/></svg>",
    '<svg viewBox="0 0 1 1"><linearGradient></linearGradient><g></g></svg>',
  ],
];

describe("parseMarkup", () => {
  for (const [markup, tree] of READ)
    it(markup, () => expect(parseMarkup(markup, "html").map(written).join("")).toBe(tree));

  it("takes deep and endless markup in its stride", () => {
    expect(parseMarkup("<b>".repeat(100_000), "html")).toHaveLength(1);
    expect(parseMarkup(`<a ${"x='".repeat(20_000)}`, "html").length).toBeGreaterThan(0);
    expect(parseMarkup("<".repeat(50_000), "html")).toEqual(["<".repeat(50_000)]);
  });
});

const html = fragmentTag("html", String);
const svg = fragmentTag("svg", String);
const drawn = (fragment: Fragment) => {
  const forms = fragmentForms(fragment, "nameless") ?? {};
  return written(cleanTree(forms["application/vnd.gradbook.html+json"], { kind: "html" }) ?? "refused");
};

describe("html and svg", () => {
  it("take what is put in as text, fragments as what they are, and arrays item by item", () => {
    const rows = ["<b>", 2].map((cell) => html`<li>${cell}</li>`);
    expect(drawn(html`<ul title="${'"><script>'}">${rows}${null}${false}</ul>`)).toBe(
      '<div><ul title="\\"><script>"><li>"<b>"</li><li>"2"</li></ul></div>',
    );
  });

  it("lose everything that could run, load, link or ask", () => {
    const harmful = html`<p onclick="alert(1)" style="position:fixed;color:red;background:url(//evil.invalid)">a</p>
      <a href="javascript:alert(1)">b</a><img src=x onerror=alert(1)><iframe srcdoc="x"></iframe>
      <form action="//evil.invalid"><input><button>c</button></form><style>p{}</style><script>alert(1)</script>
      <svg><a xlink:href="x">d</a><foreignObject>e</foreignObject><use href="//evil.invalid"/><circle r="1" onload="x"/></svg>
      <math><mi>f</mi></math><object data="x"></object><meta http-equiv="refresh"><link rel=stylesheet href=x><base href=x>`;
    const tree = drawn(harmful).replaceAll(/"(?: |\\n)+"/g, "");
    expect(tree).toBe(
      '<div><p style="color: red">"a"</p><span>"b"</span><svg><span>"d"</span><circle r="1"></circle></svg></div>',
    );
  });

  it("keep the page's outline: headings become titles", () => {
    expect(drawn(html`<h2>Title</h2>`)).toBe('<div><p class="plot-title">"Title"</p></div>');
  });

  it("name a picture by its title", () => {
    const name = (fragment: Fragment) =>
      fragmentForms(fragment, "nameless")?.["application/vnd.gradbook.plot+json"]?.description;
    expect(name(svg`<svg width="10"><title>A dot</title><circle r="3" /></svg>`)).toBe("A dot");
    expect(name(svg`<svg aria-label="${"Two"}"></svg>`)).toBe("Two");
    expect(name(svg`<svg></svg>`)).toBe("nameless");
    expect(() => name(svg`<circle r="3" />`)).toThrowError(expect.objectContaining({ code: "svg-root" }));
    expect(fragmentForms("<svg></svg>", "nameless")).toBeUndefined();
    expect(new Fragment("html", "<b>x</b>").toString()).toBe("<b>x</b>");
  });
});
