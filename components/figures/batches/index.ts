import { batchAt } from "@/lib/figures/batches";
import type { FigureDefinition, Playback } from "../kit";
import { BATCHES_FIELDS, type BatchesState, cutOf, totalOf } from "./state";
import { BatchesView } from "./view";
import { BATCHES_WORDS, countText } from "./words";

/** Seconds that an epoch takes to watch, and a batch at most. */
const EPOCH = 5;
const BATCH = 0.7;

const playback: Playback<BatchesState> = {
  length: totalOf,
  position: (state) => Math.min(state.n, totalOf(state)),
  at: (state, n) => ({ ...state, n }),
  pace: (state) => Math.min(BATCH, EPOCH / Math.max(1, cutOf(state).batches)),
};

/** N samples cut into batches of B: how many batches make an epoch, how many iterations a training. */
export const batches: FigureDefinition<BatchesState> = {
  title: { zh: "样本、批、迭代、轮", en: "Samples, batches, iterations, epochs" },
  caption: {
    zh: "一格是一批。每用完一批就更新一次参数，这叫一次迭代；所有批都用过一遍，是一轮。",
    en: "A tile is a batch. Each batch used is one update of the parameters, one iteration; all batches used once are one epoch.",
  },
  fields: BATCHES_FIELDS,
  formulas: {
    keeping: String.raw`\left\lceil \tfrac{N}{B} \right\rceil = \left\lceil \tfrac{\text{@N}}{\text{@B}} \right\rceil = \text{@batches}\qquad \text{@batches}\times\text{@E} = \text{@total}`,
    dropping: String.raw`\left\lfloor \tfrac{N}{B} \right\rfloor = \left\lfloor \tfrac{\text{@N}}{\text{@B}} \right\rfloor = \text{@batches}\qquad \text{@batches}\times\text{@E} = \text{@total}`,
  },
  playback,
  view: BatchesView,
  describe(state, locale) {
    const words = BATCHES_WORDS[locale];
    const count = (value: number) => countText(value, locale);
    const cut = cutOf(state);
    const total = totalOf(state);
    if (total === 0) return words.none;
    const done = Math.min(Math.floor(state.n), total);
    const { epoch, batch } = batchAt(Math.min(done, total - 1), state.samples, state.size, cut);
    const parts = words.cut(count(state.samples), count(state.size), count(cut.batches), count(cut.last));
    const place = `${words.epochOf(count(epoch + 1), count(state.epochs))}, ${words.batchOf(count(batch + 1), count(cut.batches))}`;
    return `${parts} ${words.updates(count(done), count(total))}: ${place}.`;
  },
};
