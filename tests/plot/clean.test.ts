import { describe, expect, test } from "vitest";
import { cleanTree, MAX_DEPTH, MAX_ELEMENTS, MAX_SIZE } from "../../lib/plot";
import { elementsOf, textOf } from "../../lib/plot/tree";
import type { ElementNode, TreeNode } from "../../lib/protocol";

function node(tag: string, attributes: Record<string, unknown> = {}, children: unknown[] = []): ElementNode {
  return { tag, attributes: attributes as Record<string, string>, children: children as TreeNode[] };
}

/** A picture with one element in it. */
function svg(...children: unknown[]): ElementNode {
  return node("svg", { width: "10", height: "10" }, children);
}

function clean(untrusted: unknown): ElementNode {
  const tree = cleanTree(untrusted);
  if (!tree) throw new Error("refused");
  return tree;
}

function firstChild(tree: ElementNode): ElementNode | undefined {
  const [first] = tree.children;
  return typeof first === "object" ? first : undefined;
}

describe("elements", () => {
  test.each([
    ...["script", "style", "foreignObject", "iframe", "object", "embed", "a", "img", "use", "video", "audio"],
    ...[
      "animate",
      "animateTransform",
      "animateMotion",
      "set",
      "link",
      "meta",
      "base",
      "form",
      "input",
      "button",
    ],
    ...[
      "feImage",
      "filter",
      "mask",
      "switch",
      "symbol",
      "view",
      "handler",
      "math",
      "template",
      "slot",
      "h1",
      "SVG",
    ],
    ...["constructor", "__proto__", "toString", "", "svg:script", "SCRIPT", "x-custom", "textarea", "dialog"],
  ])("<%s> is left out with all it contains", (tag) => {
    const tree = clean(svg(node(tag, {}, [node("circle", { r: "1" }), "text"]), node("rect")));
    expect(tree.children).toEqual([node("rect")]);
  });

  test.each(["g", "path", "script", "span", "p", "text"])("<%s> is no picture", (tag) => {
    expect(cleanTree(node(tag))).toBeNull();
  });

  test.each([
    ...[
      null,
      undefined,
      1,
      "svg",
      [],
      () => {},
      { tag: "svg" },
      { tag: "svg", children: {} },
      { children: [] },
    ],
    ...[
      { tag: ["svg"], children: [] },
      { tag: { toString: () => "svg" }, children: [] },
    ],
  ])("%o is no picture", (untrusted) => {
    expect(cleanTree(untrusted)).toBeNull();
  });

  test("children that are no nodes are left out", () => {
    expect(clean(svg(1, null, undefined, true, { tag: "rect" }, "text", [node("rect")])).children).toEqual([
      "text",
    ]);
  });
});

describe("attributes", () => {
  const javascript = "javascript:alert(1)";
  test.each([
    ["onload", "alert(1)"],
    ["onclick", "alert(1)"],
    ["ONCLICK", "alert(1)"],
    ["onmouseover", "alert(1)"],
    ["href", javascript],
    ["href", "#other"],
    ["xlink:href", javascript],
    ["xlink:href", "https://example.com/x.svg"],
    ["src", "https://example.com/x.png"],
    ["filter", "url(https://example.com/x.svg#f)"],
    ["mask", "url(#x)"],
    ["cursor", "url(https://example.com/x.cur), auto"],
    ["data-action", "delete"],
    ["tabindex", "1"],
    ["role", "dialog"],
    ["contenteditable", "true"],
    ["is", "x-custom"],
    ["slot", "x"],
    ["name", "body"],
    ["requiredExtensions", "x"],
    ["fill", "url(https://example.com/x.svg#p)"],
    ["fill", "url( #p)"],
    ["fill", "url('#p')"],
    ["fill", "url(#p) url(https://example.com)"],
    ["fill", "red;background:url(https://example.com)"],
    ["fill", 'red" onload="alert(1)'],
    ["fill", "var(--x, url(https://example.com))"],
    ["fill", "rgb(url(https://example.com))"],
    ["fill", "rgb(u\\72l(https://example.com))"],
    ["fill", "image-set('x.png' 1x)"],
    ["clip-path", "url(data:image/svg+xml,x#p)"],
    ["clip-path", "inset(0)"],
    ["marker-end", "url(//example.com#m)"],
    ["d", "M0,0L1,1<script>"],
    ["d", "M0,0LNaN,1"],
    ["transform", "translate(1,2); scale(3)"],
    ["transform", "matrix3d(1,1,1)"],
    ["x", "calc(1px + 2px)"],
    ["x", "1e9999"],
    ["viewBox", "0 0 1"],
    ["viewBox", "0 0 NaN 1"],
    ["class", "overlay modal"],
    ["id", "a b"],
    ["id", "x'y"],
    ["font-family", "x; position: fixed"],
    ["font-size", "calc(100vw)"],
    ["text-anchor", "middle;position:fixed"],
    ["overflow", "visible"],
    ["pointer-events", "all"],
    ["position", "fixed"],
    ["__proto__", "x"],
    ["constructor", "x"],
    ["toString", "x"],
    ["innerHTML", "<img src=x onerror=alert(1)>"],
    ["dangerouslySetInnerHTML", "x"],
    ["ref", "x"],
    ["key", "x"],
    ["children", "x"],
    ["className", "overlay"],
  ])("%s = %s is left out", (name, value) => {
    const attributes = Object.fromEntries([[name, value]]);
    expect(firstChild(clean(svg(node("rect", attributes))))).toEqual(node("rect"));
  });

  test.each([
    ...[
      "position: fixed",
      "background: url(https://example.com)",
      "background-image: url(x)",
      "inset: 0",
      "z-index: 9",
    ],
    ...[
      "width: 100vw",
      "width: 99999px",
      "transform: scale(100)",
      "overflow: visible",
      "opacity: 0",
      "display: none",
    ],
    ...[
      "content: 'x'",
      "behavior: url(x)",
      "--series-1: red",
      "font-size: 9999px",
      "color: expression(alert(1))",
    ],
    ...[
      "font-family: x; } body { display: none",
      "cursor: url(x)",
      "animation: x 1s",
      "top: 0",
      "all: unset",
    ],
    ...[
      "background: red url(x)",
      "margin-left: -999px",
      "constructor: x",
      "__proto__: x",
      "mix-blend-mode: url(x)",
    ],
  ])("style “%s” is left out", (style) => {
    const kept = firstChild(clean(svg(node("rect", { style }))))?.attributes.style ?? "";
    expect(kept).not.toMatch(
      /url|fixed|expression|[{}]|vw|9{4}|inset|index|transform|overflow|opacity|display|--|content/,
    );
    for (const declaration of kept.split("; ").filter(Boolean)) expect(declaration).toBe("font-family: x");
  });

  test.each([
    ["fill", "none"],
    ["fill", "currentColor"],
    ["fill", "#1f5f99"],
    ["fill", "var(--series-1)"],
    ["stroke", "rgba(10, 20, 30, 0.5)"],
    ["stroke", "oklch(60% 0.1 20 / 50%)"],
    ["fill", "color-mix(in srgb, var(--ink) 20%, transparent)"],
    ["d", "M0,0L1.5e-3,-2A1,1,0,1,1,2,2Z"],
    ["transform", "translate(1,-2.5) rotate(-90)"],
    ["stroke-dasharray", "2,3"],
    ["stroke-width", "1.5"],
    ["font-variant", "tabular-nums"],
    ["font-family", "ui-monospace, monospace"],
    ["class", "plot-swatch"],
    ["style", "mix-blend-mode: multiply; font-size: 12px"],
    ["aria-label", "x < 1 & “y”"],
    ["dy", "0.32em"],
    ["width", "100%"],
  ])("%s = %s stays", (name, value) => {
    expect(firstChild(clean(svg(node("rect", { [name]: value }))))?.attributes).toEqual({ [name]: value });
  });

  test("values that are no text are left out, and nothing is called", () => {
    const trap = { toString: () => "1", valueOf: () => 1 };
    const attributes = { x: 1, y: null, r: trap, d: ["M0,0"], fill: { length: 1 } };
    expect(firstChild(clean(svg(node("circle", attributes))))).toEqual(node("circle"));
  });

  test("attributes that are no record", () => {
    const odd = { tag: "rect", attributes: ["x", "y"], children: [] };
    expect(firstChild(clean(svg(odd)))).toEqual(node("rect"));
  });

  test("keys of the prototype neither get in nor get through", () => {
    const json =
      '{"tag":"svg","attributes":{"__proto__":{"onload":"x"},"fill":"red"},"children":[],"__proto__":{"x":1}}';
    const tree = clean(JSON.parse(json));
    expect(Object.keys(tree.attributes)).toEqual(["fill"]);
    expect(Object.getPrototypeOf(tree.attributes)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).onload).toBeUndefined();
  });

  test("the result shares nothing with what was given", () => {
    const given = svg(node("rect", { x: "1" }));
    const tree = clean(given);
    expect(tree).toEqual(given);
    expect(tree).not.toBe(given);
    expect(tree.attributes).not.toBe(given.attributes);
    expect(tree.children[0]).not.toBe(given.children[0]);
  });
});

describe("ids", () => {
  test("get a prefix, and references follow", () => {
    const tree = cleanTree(
      svg(node("clipPath", { id: "body" }), node("g", { "clip-path": "url(#body)", fill: "url(#location)" })),
      { prefix: "r1-" },
    );
    const [clip, group] = (tree?.children ?? []) as ElementNode[];
    expect(clip?.attributes.id).toBe("r1-body");
    expect(group?.attributes).toEqual({ "clip-path": "url(#r1-body)", fill: "url(#r1-location)" });
  });

  test("cannot be those of the page, even without a prefix of one's own", () => {
    expect(clean(svg(node("g", { id: "main" }))).children).toEqual([node("g", { id: "plot-main" })]);
  });

  test("a prefix is a name", () => {
    const tree = cleanTree(svg(node("g", { id: "a" })), { prefix: '") evil ' });
    expect(tree && firstChild(tree)?.attributes.id).toBe("evila");
  });
});

describe("limits", () => {
  test("300,000 marks", () => {
    expect(
      cleanTree(
        node(
          "svg",
          {},
          Array.from({ length: 300_000 }, () => node("circle")),
        ),
      ),
    ).toBeNull();
  });

  test("an array that only says it is long", () => {
    const sparse: unknown[] = [];
    sparse.length = 4e9;
    expect(cleanTree(node("svg", {}, sparse))).toBeNull();
  });

  test("nodes are counted over all levels", () => {
    const groups = Array.from({ length: 300 }, () =>
      node(
        "g",
        {},
        Array.from({ length: 300 }, () => node("circle")),
      ),
    );
    expect(cleanTree(svg(...groups))).toBeNull();
  });

  test("as many as a plot may have", () => {
    const tree = clean(svg(...Array.from({ length: MAX_ELEMENTS - 1 }, () => node("circle", { r: "1" }))));
    expect([...elementsOf(tree)]).toHaveLength(MAX_ELEMENTS);
  });

  test("depth", () => {
    const nested = (depth: number): ElementNode => {
      let inner = node("g");
      for (let i = 0; i < depth; i++) inner = node("g", {}, [inner]);
      return svg(inner);
    };
    expect(cleanTree(nested(MAX_DEPTH - 2))).not.toBeNull();
    expect(cleanTree(nested(MAX_DEPTH))).toBeNull();
    expect(cleanTree(nested(1e5))).toBeNull();
  });

  test("a tree that contains itself", () => {
    const loop = svg();
    loop.children.push(loop);
    expect(cleanTree(loop)).toBeNull();
  });

  test("length of texts, and of all together", () => {
    const tree = clean(svg(node("title", {}, ["x".repeat(1e5)])));
    expect(textOf(tree).length).toBeLessThan(1e4);
    expect(cleanTree(svg(node("path", { d: `M${"0,".repeat(5e6)}` })))).toBeNull();
    expect(cleanTree(svg(node("path", { ["x".repeat(1e7)]: "1" })))).toBeNull();
  });

  test("size of pictures", () => {
    const sized = (width: string) => clean(node("svg", { width, height: "10" })).attributes.width;
    expect(sized(String(MAX_SIZE))).toBe(String(MAX_SIZE));
    expect(sized(String(MAX_SIZE + 1))).toBeUndefined();
    expect(sized("1e5")).toBeUndefined();
    expect(sized("200%")).toBeUndefined();
    expect(sized("100vw")).toBeUndefined();
  });

  test("values that make bad patterns slow are judged at once", () => {
    const hostile = [
      `translate(${"1".repeat(1e5)}`,
      `rgb(${"(".repeat(1e5)}`,
      `${"a-".repeat(1e5)}!`,
      `${"1 ".repeat(1e5)}x`,
    ];
    for (const value of hostile) {
      const attributes = {
        transform: value,
        fill: value,
        "text-anchor": value,
        d: value,
        "stroke-dasharray": value,
      };
      expect(firstChild(clean(svg(node("rect", attributes))))).toEqual(node("rect"));
    }
  });
});
