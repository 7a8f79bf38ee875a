import type { PlotLocale } from "../describe";

/** What helpers write on their axes where the program says nothing. */
const WORDS = {
  en: {
    update: "updates",
    loss: "loss",
    rate: "learning rate",
    finalLoss: "final loss",
    value: "value",
    count: "count",
    layer: "layer",
    predicted: "predicted",
    actual: "actual",
    row: "row",
    column: "column",
    diverged: "diverged",
    start: "start",
    class: "class",
  },
  zh: {
    update: "更新次数",
    loss: "损失",
    rate: "学习率",
    finalLoss: "最终损失",
    value: "数值",
    count: "个数",
    layer: "层",
    predicted: "预测",
    actual: "实际",
    row: "行",
    column: "列",
    diverged: "发散",
    start: "起点",
    class: "类别",
  },
} as const;

export type Words = Record<keyof (typeof WORDS)["en"], string>;

export function wordsFor(locale: PlotLocale): Words {
  return WORDS[locale];
}
