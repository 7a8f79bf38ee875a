import type { FigureDefinition } from "../kit/definition";
import { FORWARD_FORMULAS } from "./formulas";
import { FORWARD_FIELDS, type ForwardState } from "./state";
import { describeForward, ForwardView } from "./view";
import { FORWARD_WORDS } from "./words";

/** The 2-2-2 network going forward. */
export const forward: FigureDefinition<ForwardState> = {
  title: { zh: FORWARD_WORDS.zh.title, en: FORWARD_WORDS.en.title },
  caption: { zh: FORWARD_WORDS.zh.caption, en: FORWARD_WORDS.en.caption },
  fields: FORWARD_FIELDS,
  formulas: FORWARD_FORMULAS,
  view: ForwardView,
  describe: describeForward,
};
