import type { Locale } from "@/lib/i18n";
import { type FigureDefinition, stateOf } from "./definition";
import type { Formulas } from "./formula-tree";
import { Frame } from "./frame";
import { stillPlayer } from "./player-at-rest";

const nothing = () => undefined;

/** A figure in the state that it starts with, for the HTML: the same drawing, which nothing moves yet. */
export function FirstPicture({
  definition,
  id,
  locale,
  formulas,
  text,
}: {
  definition: FigureDefinition;
  id: string;
  locale: Locale;
  formulas: Formulas;
  text: string;
}) {
  const state = stateOf(definition, text);
  return (
    <Frame
      id={id}
      title={definition.title[locale]}
      locale={locale}
      description={definition.describe(state, locale)}
      live={false}
      onReset={nothing}
      onCopy={nothing}
    >
      {definition.view({
        id,
        locale,
        state,
        formulas,
        player: stillPlayer(definition.playback, state),
        set: nothing,
      })}
    </Frame>
  );
}
