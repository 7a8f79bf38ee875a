import * as Real from "@observablehq/plot";
import type { ReactElement } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { ElementTree } from "../../components/output/element-tree";
import { createPainter, drawPicture } from "../../components/output/picture";
import { wrapPlot } from "../../lib/plot/drawing";
import type { ElementNode } from "../../lib/protocol";

const Plot = wrapPlot(Real);
const DATA = [
  { x: 1, y: 2, kind: "a" },
  { x: 3, y: 1, kind: "b<c" },
];

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  // React says here what it does not like: unknown attributes, missing keys.
  expect(errors.mock.calls).toEqual([]);
  errors.mockRestore();
});

function markup(node: unknown): string {
  return renderToStaticMarkup(<ElementTree node={node as ElementNode} />);
}

describe("a picture that grows", () => {
  const { tree } = Plot.plot({
    title: "a < b",
    color: { legend: true },
    marks: [
      Plot.line(DATA, { x: "x", y: "y", stroke: "kind", title: "kind" }),
      Plot.dot(DATA, { x: "x", y: "y" }),
    ],
  });

  test("is the one that would be drawn at once", () => {
    const paint = createPainter("p-");
    expect(renderToStaticMarkup(paint(tree))).toBe(renderToStaticMarkup(drawPicture(tree, "p-")));
  });

  test("is drawn anew where it has changed, and nowhere else", () => {
    const paint = createPainter("p-");
    const grown = { ...tree, children: tree.children.with(0, structuredClone(tree.children[0] ?? "")) };
    const parts = (element: ReactElement) =>
      (element as ReactElement<{ children: ReactElement<{ children: unknown[] }> }>).props.children.props
        .children;
    const [before, after] = [parts(paint(tree)), parts(paint(grown))];
    expect(after).toHaveLength(before.length);
    expect(after.map((part, i) => part === before[i])).toEqual(before.map((_, i) => i > 0));
    expect(renderToStaticMarkup(paint(grown))).toBe(renderToStaticMarkup(paint(tree)));
  });

  test("is cleaned like any other", () => {
    const node = (tag: string, attributes: Record<string, string>, children: ElementNode[] = []) => ({
      tag,
      attributes,
      children,
    });
    const hostile = node("svg", { onclick: "hack()", width: "10" }, [
      node("script", {}),
      node("a", { href: "javascript:hack()" }, [node("path", { d: "M0,0" })]),
      node("path", { d: "M0,0L1,1", style: "position: fixed" }),
    ]);
    expect(renderToStaticMarkup(createPainter("p-")(hostile))).toBe(
      '<div class="plot-picture"><svg width="10"><path d="M0,0L1,1"></path></svg></div>',
    );
  });
});

describe("ElementTree", () => {
  test("draws a whole plot without a complaint of React's", () => {
    const { tree } = Plot.plot({
      title: "损失 < 1",
      caption: "Fig.",
      grid: true,
      color: { legend: true },
      style: { fontSize: "12px", backgroundColor: "transparent" },
      marks: [
        Plot.line(DATA, {
          x: "x",
          y: "y",
          marker: "arrow",
          clip: true,
          strokeDasharray: "2,3",
          mixBlendMode: "multiply",
        }),
        Plot.dot(DATA, { x: "x", y: "y", fill: "kind", title: "kind", ariaLabel: "kind" }),
        Plot.waffleY([3], { x: () => 2 }),
        Plot.frame(),
      ],
    });
    const html = markup(tree);
    expect(html).toMatch(/^<div class="plot-picture"><figure class="plot-figure"/);
    expect(html).toContain("损失 &lt; 1");
    expect(html).toContain("<title>b&lt;c</title>");
    expect(html).toContain('stroke-dasharray="2,3"');
    expect(html).toContain("font-size:12px");
    expect(html).toContain('viewBox="');
    expect(html.match(/<circle /g)).toHaveLength(DATA.length);
  });

  test("continuous legends", () => {
    const { tree } = Plot.legend({ color: { domain: [0, 1], label: "loss" } });
    expect(markup(tree)).toMatch(/<stop [^>]*stop-color="/);
  });

  test("two pictures on a page have ids of their own, and refer to them", () => {
    const { tree } = Plot.plot({ marks: [Plot.lineY([1, 2], { clip: true })] });
    const html = renderToString(
      <>
        <ElementTree node={tree} />
        <ElementTree node={tree} />
      </>,
    );
    const ids = [...html.matchAll(/<clipPath id="([^"]+)"/gi)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    const references = [...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(references).toEqual(ids);
  });

  test("cleans whatever it is given", () => {
    const attributes = {
      onload: "alert(1)",
      id: "main",
      fill: "red",
      style: "position: fixed; font-size: 9px",
    };
    const html = markup({
      tag: "svg",
      attributes,
      children: [{ tag: "script", attributes: {}, children: ["alert(1)"] }, "<img src=x onerror=alert(1)>"],
    });
    expect(html).not.toMatch(/onload|<script|<img|fixed|id="main"/);
    expect(html).toContain("font-size:9px");
  });

  test("draws nothing for what is no picture", () => {
    expect(markup({ tag: "iframe", attributes: {}, children: [] })).toBe("");
    expect(markup(null)).toBe("");
  });
});
