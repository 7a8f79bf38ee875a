import type { ParameterName } from "@/lib/figures/network";
import type { Locale } from "@/lib/i18n";

interface PathsWords {
  title: string;
  caption: string;
  pick: string;
  parameter(name: ParameterName): string;
  through(output: string): string;
  product: string;
  sum: string;
  eta: string;
  update: string;
  updated(count: number): string;
  error: string;
  errorNext: string;
  onePath: string;
  step(step: number, last: number): string;
  describe(values: {
    name: string;
    paths: readonly string[];
    sum: string;
    before: string;
    after: string;
    error: string;
  }): string;
}

export const PATHS_WORDS: Readonly<Record<Locale, PathsWords>> = {
  zh: {
    title: "从误差回到一个权重的所有路径",
    caption:
      "选一个权重。误差沿每条路径传回来：同一条路径上的斜率相乘，不同路径的乘积相加。最后用得到的梯度更新。",
    pick: "权重或偏置",
    parameter: (name) => (name.startsWith("w") ? `权重${name}` : `${name.slice(1)}的偏置`),
    through: (output) => `经过$${output}$`,
    product: "乘积",
    sum: "两条路径相加",
    eta: "学习率 η",
    update: "更新全部 12 个参数",
    updated: (count) => `已更新 ${count} 次`,
    error: "现在的误差 $E$",
    errorNext: "更新一次后",
    onePath: "只有一条路径",
    step: (step, last) => (step === last ? "完成" : `第 ${step} 步，共 ${last} 步`),
    describe: ({ name, paths, sum, before, after, error }) =>
      `${name}到误差的路径：${paths.join("；")}。梯度是${sum}。更新后${name}从${before}变为${after}。误差现在是${error}。`,
  },
  en: {
    title: "All paths from the error back to one weight",
    caption:
      "Pick a weight. Along each path from the error back to it, slopes multiply; the products of the paths add up to its gradient. Then update.",
    pick: "Weight or bias",
    parameter: (name) => (name.startsWith("w") ? `weight ${name}` : `bias of ${name.slice(1)}`),
    through: (output) => `through $${output}$`,
    product: "product",
    sum: "the paths together",
    eta: "learning rate η",
    update: "Update all 12 parameters",
    updated: (count) => (count === 1 ? "1 update made" : `${count} updates made`),
    error: "error $E$ now",
    errorNext: "after one update",
    onePath: "a single path",
    step: (step, last) => (step === last ? "complete" : `step ${step} of ${last}`),
    describe: ({ name, paths, sum, before, after, error }) =>
      `Paths from the error back to the ${name}: ${paths.join("; ")}. Its gradient is ${sum}. The update takes it from ${before} to ${after}. The error is now ${error}.`,
  },
};
