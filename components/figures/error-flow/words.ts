import type { Locale } from "@/lib/i18n";

interface FlowWords {
  title: string;
  caption: string;
  target: Readonly<Record<"t1" | "t2", string>>;
  /** What has just happened, by step from 0 to 6. */
  says(
    step: number,
    numbers: {
      miss: readonly [string, string];
      error: string;
      outputs: readonly [string, string];
      hidden: readonly [string, string];
    },
  ): string;
  forward: string;
  backward: string;
  describe(values: { outputs: string; error: string; deltas: string; gradients: string }): string;
}

export const FLOW_WORDS: Readonly<Record<Locale, FlowWords>> = {
  zh: {
    title: "数值向前，误差向后",
    caption:
      "每个神经元像一只杯子，水位是它的值；输出杯上的红线是目标，两者之差就是误差。拖动目标，看误差怎样一层一层传回去。箭头越粗，传过的越多；虚线表示负数。",
    target: { t1: "目标t1", t2: "目标t2" },
    says: (step, { miss, error, outputs, hidden }) =>
      [
        "输入已就位。按播放键。",
        "数值到达隐藏层：乘以权重，相加，经过sigmoid。",
        "再来一层，得到输出。",
        `输出与目标相差 ${miss[0]} 和 ${miss[1]}，合成误差 E = ${error}。`,
        `误差回到输出层：乘以sigmoid的斜率，得到 δ = ${outputs[0]} 和 ${outputs[1]}。`,
        `再沿权重往回走，在每个隐藏神经元处相加：δ = ${hidden[0]} 和 ${hidden[1]}。`,
        "每个权重的梯度：终点的 δ 乘以起点的值。",
      ][step] ?? "",
    forward: "向前：数值",
    backward: "向后：斜率",
    describe: ({ outputs, error, deltas, gradients }) =>
      `输出${outputs}，误差E = ${error}。${deltas === "" ? "" : `δ：${deltas}。`}${gradients === "" ? "" : `梯度：${gradients}。`}`,
  },
  en: {
    title: "Values forward, errors back",
    caption:
      "Each neuron is a cup, filled to its value. The red line on an output is its target, and the gap between them is the error. Drag a target and watch the error go back layer by layer. The thicker an arrow, the more goes along it; dashes are negative.",
    target: { t1: "Target t1", t2: "Target t2" },
    says: (step, { miss, error, outputs, hidden }) =>
      [
        "The inputs are in place. Press play.",
        "Values reach the hidden layer: times the weights, added up, through the sigmoid.",
        "Once more, and there are the outputs.",
        `The outputs miss their targets by ${miss[0]} and ${miss[1]}: together an error of E = ${error}.`,
        `The error goes back to the outputs. Times the sigmoid's slope, it is δ = ${outputs[0]} and ${outputs[1]}.`,
        `On along the weights, added up at each hidden neuron: δ = ${hidden[0]} and ${hidden[1]}.`,
        "The gradient of each weight: δ at its end times the value at its start.",
      ][step] ?? "",
    forward: "forward: values",
    backward: "back: slopes",
    describe: ({ outputs, error, deltas, gradients }) =>
      `Outputs ${outputs}; error E = ${error}.${deltas === "" ? "" : ` δ: ${deltas}.`}${gradients === "" ? "" : ` Gradients: ${gradients}.`}`,
  },
};
