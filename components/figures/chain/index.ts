import type { FigureDefinition } from "../kit/definition";
import { CHAIN_FORMULAS } from "./formulas";
import { CHAIN_FIELDS, CHAIN_PLAYBACK, type ChainState } from "./state";
import { ChainView, describeChain } from "./view";
import { CHAIN_WORDS } from "./words";

/** One neuron, taken apart into six steps: forward the values, back the gradients. */
export const chain: FigureDefinition<ChainState> = {
  title: { zh: CHAIN_WORDS.zh.title, en: CHAIN_WORDS.en.title },
  caption: { zh: CHAIN_WORDS.zh.caption, en: CHAIN_WORDS.en.caption },
  fields: CHAIN_FIELDS,
  formulas: CHAIN_FORMULAS,
  playback: CHAIN_PLAYBACK,
  view: ChainView,
  describe: describeChain,
};
