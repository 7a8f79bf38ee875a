import type { Locale } from "@/lib/i18n";

interface BatchesWords {
  samples: string;
  size: string;
  epochs: string;
  dropLast: string;
  presets: string;
  perEpoch: string;
  last: string;
  left: string;
  iterations: string;
  /** One tile of the picture stands for so many batches. */
  tile(count: string): string;
  epochOf(epoch: string, epochs: string): string;
  batchOf(batch: string, batches: string): string;
  taken(from: string, to: string, count: string): string;
  updates(done: string, total: string): string;
  dealt: string;
  none: string;
  cut(samples: string, size: string, batches: string, last: string): string;
}

export const BATCHES_WORDS: Readonly<Record<Locale, BatchesWords>> = {
  zh: {
    samples: "样本数 N",
    size: "批大小 B",
    epochs: "轮数 E",
    dropLast: "丢弃不满的最后一批",
    presets: "例子",
    perEpoch: "每轮批数",
    last: "最后一批",
    left: "每轮丢弃",
    iterations: "迭代总数",
    tile: (count) => `一格 = ${count} 批`,
    epochOf: (epoch, epochs) => `第 ${epoch} 轮，共 ${epochs} 轮`,
    batchOf: (batch, batches) => `第 ${batch} 批，共 ${batches} 批`,
    taken: (from, to, count) => `本轮次序中第 ${from} 到第 ${to} 个样本（${count} 个）`,
    updates: (done, total) => `迭代 ${done} / ${total}`,
    dealt: "每轮重新洗牌：格中的数是样本的编号。",
    none: "没有一批是满的：一次迭代也没有。",
    cut: (samples, size, batches, last) =>
      `${samples} 个样本按批大小 ${size} 切成 ${batches} 批，最后一批 ${last} 个。`,
  },
  en: {
    samples: "samples N",
    size: "batch size B",
    epochs: "epochs E",
    dropLast: "drop an incomplete last batch",
    presets: "Examples",
    perEpoch: "batches an epoch",
    last: "in the last batch",
    left: "left out an epoch",
    iterations: "iterations in all",
    tile: (count) => `one tile = ${count} batches`,
    epochOf: (epoch, epochs) => `epoch ${epoch} of ${epochs}`,
    batchOf: (batch, batches) => `batch ${batch} of ${batches}`,
    taken: (from, to, count) => `samples ${from} to ${to} in this epoch's order (${count})`,
    updates: (done, total) => `iteration ${done} of ${total}`,
    dealt: "Dealt anew in each epoch: the numbers are the samples' own.",
    none: "No batch is full: there is no iteration at all.",
    cut: (samples, size, batches, last) =>
      `${samples} samples cut by batch size ${size} into ${batches} batches, ${last} in the last.`,
  },
};

const COUNTS: Readonly<Record<Locale, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat("zh"),
  en: new Intl.NumberFormat("en"),
};

/** A count with its thousands set apart. */
export function countText(count: number, locale: Locale): string {
  return COUNTS[locale].format(count);
}
