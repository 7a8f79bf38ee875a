import { useCallback, useEffect, useRef, useState } from "react";
import { type FigureState, writeState } from "@/lib/figures";
import type { Locale } from "@/lib/i18n";
import { useSlowly } from "../../output/live-hooks";
import { type FigureDefinition, stateOf } from "./definition";
import type { Formulas } from "./formula-tree";
import { Frame } from "./frame";
import { usePlayer } from "./player";
import { useLayout } from "./use-layout";
import { KIT_WORDS } from "./words";

/** Milliseconds between two descriptions while something moves: a screen reader must be able to end its sentence. */
const PATIENCE = 1200;
/** Milliseconds that a notice is shown. */
const NOTICE = 2500;

/** A figure that can be touched. */
export function LiveFigure({
  definition,
  label,
  id,
  locale,
  formulas,
  text,
}: {
  definition: FigureDefinition;
  /** What its state is called in the page's address. */
  label: string;
  id: string;
  locale: Locale;
  formulas: Formulas;
  /** The state that the chapter gives it. */
  text: string;
}) {
  const [state, setState] = useState(() =>
    stateOf(definition, new URLSearchParams(location.search).get(label) ?? text),
  );
  // Events may come faster than the page is drawn: each goes on from what the one before has left.
  const current = useRef(state);
  const show = useCallback((next: FigureState) => {
    current.current = next;
    setState(next);
  }, []);
  const player = usePlayer(definition.playback, current, show);
  const view = useRef<HTMLDivElement>(null);
  const layout = useLayout(view);
  const [notice, setNotice] = useState("");
  useEffect(() => {
    if (notice === "") return;
    const timer = setTimeout(() => setNotice(""), NOTICE);
    return () => clearTimeout(timer);
  }, [notice]);

  const description = useSlowly(definition.describe(state, locale), PATIENCE);
  const words = KIT_WORDS[locale];
  return (
    <Frame
      id={id}
      title={definition.title[locale]}
      locale={locale}
      description={description}
      notice={notice}
      live
      view={view}
      onReset={() => {
        player.pause();
        show(stateOf(definition, text));
      }}
      onCopy={async () => {
        const link = linkTo(label, id, writeState(definition.fields, current.current));
        history.replaceState(history.state, "", link);
        const copied = await navigator.clipboard?.writeText(link).then(
          () => true,
          () => false,
        );
        setNotice(copied ? words.copied : words.inAddressBar);
      }}
    >
      {definition.view({
        id,
        locale,
        state,
        formulas,
        player,
        layout,
        set(change) {
          player.pause();
          show(Object.assign({}, current.current, change));
        },
      })}
    </Frame>
  );
}

/** This page with a figure in a state. */
function linkTo(label: string, id: string, text: string): string {
  const url = new URL(location.href);
  url.searchParams.delete(label);
  // Written by hand: what stands in it needs no escape and is read by people.
  const query = [...url.searchParams].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  if (text !== "") query.push(`${label}=${text}`);
  url.search = query.join("&");
  url.hash = id;
  return url.href;
}
