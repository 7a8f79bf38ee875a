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
    title: "数值向前，斜率向后",
    caption:
      "每个神经元像一只杯子，水位是它的值；输出杯上的红线是目标，两者之差就是误差。拖动目标，看误差的斜率怎样一层一层传回去。箭头越粗，传过的越多；虚线表示负数；δ 旁的箭头指出这个神经元该往哪边变。",
    target: { t1: "目标t1", t2: "目标t2" },
    says: (step, { miss, error, outputs, hidden }) =>
      [
        "输入已就位。按播放键。",
        "数值到达隐藏层：乘以权重，相加，经过sigmoid。",
        "再来一层，得到输出。",
        `输出与目标相差 ${miss[0]} 和 ${miss[1]}，合成误差 E = ${error}。`,
        `往回走。输出减目标，乘以sigmoid的斜率：δ = ${outputs[0]} 和 ${outputs[1]}。`,
        `乘以权重，在每个隐藏神经元处相加，再穿过它的sigmoid：δ = ${hidden[0]} 和 ${hidden[1]}。`,
        "每个权重的梯度：终点的 δ 乘以起点的值。",
      ][step] ?? "",
    forward: "向前：数值",
    backward: "向后：斜率",
    describe: ({ outputs, error, deltas, gradients }) =>
      `输出${outputs}，误差E = ${error}。${deltas === "" ? "" : `δ：${deltas}。`}${gradients === "" ? "" : `梯度：${gradients}。`}`,
  },
  en: {
    title: "Values forward, slopes back",
    caption:
      "Each neuron is a cup, filled to its value. The red line on an output is its target, and the gap between them is the error. Drag a target and watch the slopes of the error go back layer by layer. The thicker an arrow, the more goes along it; dashes are negative. The arrow beside a δ shows which way its neuron should move.",
    target: { t1: "Target t1", t2: "Target t2" },
    says: (step, { miss, error, outputs, hidden }) =>
      [
        "The inputs are in place. Press play.",
        "Values reach the hidden layer: times the weights, added up, through the sigmoid.",
        "Once more, and there are the outputs.",
        `The outputs miss their targets by ${miss[0]} and ${miss[1]}: together an error of E = ${error}.`,
        `Now back. Output minus target, times the slope of the sigmoid: δ = ${outputs[0]} and ${outputs[1]}.`,
        `Times the weights, added up at each hidden neuron, through its sigmoid: δ = ${hidden[0]} and ${hidden[1]}.`,
        "The gradient of each weight: δ at its end times the value at its start.",
      ][step] ?? "",
    forward: "forward: values",
    backward: "back: slopes",
    describe: ({ outputs, error, deltas, gradients }) =>
      `Outputs ${outputs}; error E = ${error}.${deltas === "" ? "" : ` δ: ${deltas}.`}${gradients === "" ? "" : ` Gradients: ${gradients}.`}`,
  },
};
