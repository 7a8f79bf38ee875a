import { notUnderstood } from "@/lib/figures";
import type { Locale } from "@/lib/i18n";
import { Still } from "../mdx/still";
import { FIGURE_DEFINITIONS } from "./definitions";
import { FigureShell } from "./kit/figure-shell";
import { FirstPicture } from "./kit/first-picture";
import { typeset } from "./kit/typeset";
import type { FigureName } from "./loaders";

/**
 * A figure to touch, with the picture of its first state in the HTML.
 *
 * @param still prefix of the picture's id, unique in the whole site
 * @param label what it is called on its page and in addresses, where there may be several of one kind
 * @param text the state that it starts with, as in an address: `x:1.5,curve:waves`
 * @param alt what the figure is for, to those who do not see it; what it shows now it says itself
 */
export function InteractiveFigure({
  name,
  label = name,
  locale,
  still,
  text = "",
  alt,
  caption,
}: {
  name: FigureName;
  label?: string;
  locale: Locale;
  still: string;
  text?: string;
  alt?: string;
  caption?: string;
}) {
  const definition = FIGURE_DEFINITIONS[name];
  const id = `figure-${label}`;
  const strange = notUnderstood(definition.fields, text);
  if (strange.length > 0)
    throw new Error(`The figure "${name}" cannot start with the state ${JSON.stringify(strange.join(","))}.`);
  const formulas = typeset(definition.formulas);
  const given = { id, label, locale, formulas, text };
  return (
    <figure className="figure wide" id={id} aria-labelledby={`${id}-title`}>
      {alt && <p className="visually-hidden">{alt}</p>}
      <FigureShell {...given} name={name}>
        {/* While an author writes, what is still comes through Next's data, which carries no handlers: no picture then. */}
        {process.env.NODE_ENV !== "development" && (
          <Still id={`${still}/${id}`}>
            <FirstPicture {...given} definition={definition} />
          </Still>
        )}
      </FigureShell>
      <figcaption>{caption ?? definition.caption[locale]}</figcaption>
    </figure>
  );
}
