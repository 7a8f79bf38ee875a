import type { Locale } from "@/lib/i18n";
import { Alive } from "../layout/alive";
import { courseWords } from "../layout/course";
import { asset } from "../layout/site";
import { FIGURE_DEFINITIONS } from "./definitions";
import { InteractiveFigure } from "./interactive-figure";
import type { FigureName } from "./loaders";

/** A figure alone: for a frame in another page, or a slide. */
export function FigurePage({ locale, name }: { locale: Locale; name: FigureName }) {
  return (
    <main className="figure-page">
      <h1 className="visually-hidden">{FIGURE_DEFINITIONS[name].title[locale]}</h1>
      <InteractiveFigure name={name} locale={locale} still={`${locale}/figure/${name}`} />
      <a className="brand" href={asset(`${locale}/`)} target="_top">
        {courseWords(locale).name}
      </a>
      <Alive />
    </main>
  );
}
