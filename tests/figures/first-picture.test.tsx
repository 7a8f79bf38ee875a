import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FIGURES } from "@/lib/content";
import { LOCALES } from "@/lib/i18n";
import { FIGURE_DEFINITIONS } from "../../components/figures/definitions";
import { FirstPicture } from "../../components/figures/kit/first-picture";
import { typeset } from "../../components/figures/kit/typeset";
import { isFigureName } from "../../components/figures/loaders";

const names = Object.keys(FIGURE_DEFINITIONS).filter(isFigureName);

describe.each(names.flatMap((name) => LOCALES.map((locale) => [name, locale] as const)))(
  "the first picture of %s in %s",
  (name, locale) => {
    const definition = FIGURE_DEFINITIONS[name];
    const formulas = typeset(definition.formulas);
    const draw = (text: string) =>
      renderToStaticMarkup(
        <FirstPicture id="figure" definition={definition} locale={locale} formulas={formulas} text={text} />,
      );

    test("has a drawing, its title and a description, and nothing to press yet", () => {
      const html = draw("");
      expect(html).toContain(definition.title[locale]);
      expect(html).toMatch(/<svg[^>]* aria-hidden="true"/);
      expect(html).toMatch(/data-figure-description="">[^<]{20,}</);
      expect(html).toContain('<div class="fig-view" inert="">');
    });

    test("has a number in every place of its formulas", () => {
      const html = draw("");
      // A place without a number would stand there empty.
      expect(html).not.toMatch(/<span class="fig-number"><\/span>/);
      expect(html).not.toMatch(/>@\w+</);
    });

    test("has finite lengths alone", () => {
      for (const [, path] of draw("").matchAll(/ (?:d|style|x|y|width|height|transform)="([^"]*)"/g))
        expect(path).not.toMatch(/NaN|Infinity|undefined/);
    });
  },
);

test("every figure to touch can stand in a chapter", () => {
  expect(FIGURES).toEqual(expect.arrayContaining(names));
});
