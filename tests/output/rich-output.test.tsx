import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { messages } from "@/lib/i18n";
import type { ElementNode, MimeBundle, TableData, TreeNode, ValueNode } from "@/lib/protocol";
import { HtmlOutput } from "../../components/output/html-output";
import { progressFigures } from "../../components/output/progress-output";
import RichOutput from "../../components/output/rich-output";
import { SavedOutputs } from "../../components/output/saved-outputs";

const words = messages("en");
let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  // React says here what it does not like: unknown attributes, missing keys.
  expect(errors.mock.calls).toEqual([]);
  errors.mockRestore();
});

function markup(forms: Omit<MimeBundle, "text/plain">): string {
  const data = { "text/plain": "plain", ...forms };
  return renderToStaticMarkup(<RichOutput data={data} words={words} locale="en" />);
}

function saved(forms: Omit<MimeBundle, "text/plain">): string {
  const data = { "text/plain": "plain", ...forms };
  return renderToStaticMarkup(
    <SavedOutputs id="x" outputs={[{ type: "display_data", data }]} words={words} />,
  );
}

const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0;

describe("a value's tree", () => {
  const leaf: ValueNode = { kind: "number", text: "1" };
  const tree: ValueNode = {
    kind: "object",
    text: "Object",
    preview: "{ … }",
    entries: [
      {
        label: "inner",
        value: {
          kind: "object",
          text: "Array(2)",
          preview: "[1, 1]",
          entries: [{ label: "0", value: leaf }],
          more: 1,
        },
      },
      { label: "<b>", value: { kind: "string", text: '"<script>"' } },
    ],
    more: 7,
  };

  test("opens its first level, and says what is closed and what is left out", () => {
    const html = markup({ "application/vnd.gradbook.value+json": tree });
    expect(html).toMatch(/<button[^>]* aria-expanded="true" aria-controls="([^"]+)".*<ul id="\1">/);
    expect(html).toMatch(/<button[^>]* aria-expanded="false".*inner: .*Array\(2\).*\[1, 1\]/);
    expect(count(html, /<ul/g)).toBe(1);
    expect(html).toContain("… 7 more");
    expect(html).toContain("&quot;&lt;script&gt;&quot;");
  });

  test("is its text where no script runs", () => {
    expect(saved({ "application/vnd.gradbook.value+json": tree })).toMatch(/<pre[^>]*>plain<\/pre>/);
  });
});

describe("a table", () => {
  const table: TableData = {
    columns: ["name", "loss"],
    rows: Array.from({ length: 120 }, (_, i) => [`row ${i}`, i / 3]),
    rowCount: 5_000,
    columnCount: 2,
    indexed: true,
  };

  test("draws its first fifty rows, and says how many there are", () => {
    const html = markup({ "application/vnd.gradbook.table+json": table });
    expect(count(html, /<tr>/g)).toBe(51);
    expect(count(html, /<th scope="col"><button type="button">/g)).toBe(2);
    expect(count(html, /<th scope="row">/g)).toBe(50);
    expect(html).toContain("the first 120 of 5000 rows");
    expect(html).toContain(`title="${1 / 3}">0.333333<`);
    expect(html).toContain('tabindex="0"');
  });

  test("has no buttons where no script runs", () => {
    const html = saved({ "application/vnd.gradbook.table+json": table });
    expect(html).not.toContain("<button");
    expect(count(html, /<tr>/g)).toBe(51);
  });
});

describe("a tensor", () => {
  const tensor = { shape: [2, 2], dtype: "float32", gradFn: "MulBackward" };

  test("says its shape, its dtype and where it comes from", () => {
    const html = markup({ "application/vnd.gradbook.tensor+json": tensor });
    expect(html).toContain("shape [2, 2] · dtype float32 · gradFn MulBackward");
    expect(html).toContain(">plain</pre>");
    expect(html).not.toContain("<button");
    expect(saved({ "application/vnd.gradbook.tensor+json": tensor })).toContain("shape [2, 2]");
  });

  test("offers its numbers as colours", () => {
    const heat = { rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, 4) };
    const html = markup({ "application/vnd.gradbook.tensor+json": { ...tensor, heat } });
    expect(html).toMatch(/<button[^>]* aria-pressed="false">Heat map</);
  });
});

describe("progress", () => {
  const bar = (data: NonNullable<MimeBundle["application/vnd.gradbook.progress+json"]>) =>
    markup({ "application/vnd.gradbook.progress+json": data });

  test("is a progress bar, with figures in words", () => {
    const html = bar({ done: 3, total: 12, label: "epochs", elapsed: 1_500, state: "running" });
    expect(html).toMatch(
      /role="progressbar" aria-label="epochs" aria-valuemin="0" aria-valuemax="12" aria-valuenow="3"/,
    );
    expect(html).toContain("width:25%");
    // Nine more at two a second.
    expect(html).toContain("3 of 12 · 25% · 2 a second · 4.5 s left");
  });

  test("without an end has no share", () => {
    const html = bar({ done: 3, elapsed: 1_000, state: "running" });
    expect(html).not.toContain("aria-valuenow");
    expect(html).not.toContain("%<");
  });

  test("says how it ended", () => {
    const figures = (state: "done" | "stopped", done: number) =>
      progressFigures({ done, total: 4, elapsed: 20_000, state }, words);
    expect(figures("done", 4)).toBe("4 of 4 · 100% · 0.2 a second · took 20 s");
    expect(figures("stopped", 0)).toBe("0 of 4 · 0% · stopped · took 20 s");
  });
});

describe("HTML", () => {
  test("is cleaned whatever it is given", () => {
    const node = (
      tag: string,
      attributes: Record<string, string>,
      children: TreeNode[] = [],
    ): ElementNode => ({
      tag,
      attributes,
      children,
    });
    const cell = node("td", { colspan: "2", onclick: "x" }, ["a"]);
    const children = [
      node("img", { src: "x", onerror: "alert(1)" }),
      node("table", {}, [node("tbody", {}, [node("tr", {}, [cell])])]),
      node("br", {}, ["x"]),
    ];
    const html = renderToStaticMarkup(
      <HtmlOutput tree={{ tag: "div", attributes: { onload: "x" }, children }} />,
    );
    expect(html).toBe(
      '<div class="output-html"><div class="plot-picture"><div><table><tbody><tr><td colSpan="2">a</td></tr></tbody></table><br/></div></div></div>',
    );
  });
});

describe("Markdown that the build's run put out", () => {
  test("is in the page as it is meant", () => {
    const html = saved({ "text/markdown": "| a |\n|--:|\n| $x^2$ |\n\n**b** [c](https://example.org/)" });
    expect(html).toContain('<div class="table-scroll"><table><thead><tr><th style="text-align:right">a</th>');
    expect(html).toContain("<strong>b</strong> c (https://example.org/)");
    expect(html).toContain('<span class="katex-html" aria-hidden="true">');
    expect(html).toContain("<msup><mi>x</mi><mn>2</mn></msup>");
  });
});
