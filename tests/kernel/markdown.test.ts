import { describe, expect, it } from "vitest";
import { createDisplay, Markdown, markdownForm, markdownTag } from "@/lib/kernel/display";

const md = markdownTag((value) => (typeof value === "string" ? value : JSON.stringify(value)));

describe("md", () => {
  it("leaves TeX's backslashes alone, and frees what a template has to guard", () => {
    expect(md`$\frac{1}{2} \theta$ and \`code\``.source).toBe("$\\frac{1}{2} \\theta$ and `code`");
    expect(md`costs \${x}`.source).toBe("costs ${x}");
  });

  it("puts values in as Markdown, items one after the other, and nothing for nothing", () => {
    expect(md`**${1.5}** ${"*a*"}${["b", "c"]}${null}${undefined}${false}${0}`.source).toBe("**1.5** *a*bc0");
    expect(md`(${md`*inner*`})`.source).toBe("(*inner*)");
  });

  it("takes the program's own indentation away", () => {
    const text = md`
      # A title

      - one
        - two
      ${"three"}
    `;
    expect(text.source).toBe("# A title\n\n- one\n  - two\nthree");
  });

  it("is shown as Markdown, and as its text elsewhere", () => {
    const display = createDisplay(
      (value) => (value instanceof Markdown ? value.source : undefined),
      [markdownForm],
    );
    expect(display.bundle(md`**x**`)).toEqual({ "text/plain": "**x**", "text/markdown": "**x**" });
    expect(markdownForm("**x**")).toBeUndefined();
  });
});
