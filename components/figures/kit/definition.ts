import type { ReactNode } from "react";
import { type Fields, type FigureState, readState } from "@/lib/figures";
import type { Locale } from "@/lib/i18n";
import type { Formulas } from "./formula-tree";

/** Side by side on a wide page, one below the other on a narrow one. */
export type Layout = "across" | "down";

/** What a figure's drawing is given. */
export interface ViewProps<State extends FigureState> {
  /** Unique on the page: prefix of names and ids in the drawing. */
  id: string;
  locale: Locale;
  state: State;
  formulas: Formulas;
  player: Player;
  /** How the page's styles lay the figure out, once that is known: what they hide need not follow. */
  layout?: Layout | undefined;
  /** The reader changes something; what is not named stays. */
  set(change: Partial<State>): void;
}

/** How a figure goes from one step to the next. Steps are counted from 0; between them it is on its way. */
export interface Playback<State extends FigureState> {
  /** The last step. */
  length(state: State): number;
  position(state: State): number;
  at(state: State, position: number): State;
  /** Seconds that a step takes while it plays. */
  pace(state: State): number;
}

/** What a figure's stepper is given. */
export interface Player {
  playing: boolean;
  position: number;
  length: number;
  /** Plays to the end, from the beginning if it stands there; or pauses. */
  toggle(): void;
  /** Moves on to the next step. */
  step(): void;
  back(): void;
  /** Goes there at once. */
  seek(position: number): void;
}

/** The state that a text stands for, as the figure can show it; a text may come from anywhere. */
export function stateOf<State extends FigureState>(
  { fields, settle, playback }: FigureDefinition<State>,
  text: string,
): State {
  const read = readState(fields, text);
  const state = settle ? settle(read) : read;
  if (!playback) return state;
  const length = playback.length(state);
  return playback.position(state) > length ? playback.at(state, length) : state;
}

/** A figure to touch. Everything in it follows from its state, by plain functions without hooks. */
export interface FigureDefinition<State extends FigureState = FigureState> {
  title: Readonly<Record<Locale, string>>;
  /** What to do with it and what to see, in a sentence or two, where no chapter says it. */
  caption: Readonly<Record<Locale, string>>;
  fields: Fields<State>;
  /** The nearest state that it can show, where values that are right each for itself do not go together. */
  settle?(state: State): State;
  /** TeX by name. `\text{@name}` is a place for a number. */
  formulas: Readonly<Record<string, string>>;
  playback?: Playback<State>;
  view(props: ViewProps<State>): ReactNode;
  /** What can be seen now, in words. */
  describe(state: State, locale: Locale): string;
}
