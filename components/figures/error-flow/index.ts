import type { FigureDefinition } from "../kit/definition";
import { FLOW_FIELDS, FLOW_PLAYBACK, type FlowState } from "./state";
import { describeFlow, FlowView } from "./view";
import { FLOW_WORDS } from "./words";

/** The whole idea: values forward, the error back. */
export const errorFlow: FigureDefinition<FlowState> = {
  title: { zh: FLOW_WORDS.zh.title, en: FLOW_WORDS.en.title },
  caption: { zh: FLOW_WORDS.zh.caption, en: FLOW_WORDS.en.caption },
  fields: FLOW_FIELDS,
  formulas: {},
  playback: FLOW_PLAYBACK,
  view: FlowView,
  describe: describeFlow,
};
