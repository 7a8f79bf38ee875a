import type { FigureDefinition } from "../kit/definition";
import { PATHS_FIELDS, PATHS_PLAYBACK, type PathsState } from "./state";
import { describePaths, PathsView } from "./view";
import { PATHS_WORDS } from "./words";

/** The 2-2-2 network going back to one parameter. */
export const paths: FigureDefinition<PathsState> = {
  title: { zh: PATHS_WORDS.zh.title, en: PATHS_WORDS.en.title },
  caption: { zh: PATHS_WORDS.zh.caption, en: PATHS_WORDS.en.caption },
  fields: PATHS_FIELDS,
  formulas: {},
  playback: PATHS_PLAYBACK,
  view: PathsView,
  describe: describePaths,
};
