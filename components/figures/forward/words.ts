import type { SettingName } from "@/lib/figures/network";
import type { Locale } from "@/lib/i18n";

interface ForwardWords {
  title: string;
  caption: string;
  /** A number that can be set, for screen readers. */
  setting(name: SettingName): string;
  node(name: string, value: string): string;
  error(value: string): string;
  description(values: {
    inputs: readonly string[];
    hidden: readonly string[];
    outputs: readonly string[];
    targets: readonly string[];
    error: string;
  }): string;
  sum(name: string, terms: string, sum: string, out: string): string;
}

export const FORWARD_WORDS: Readonly<Record<Locale, ForwardWords>> = {
  zh: {
    title: "前向传播",
    caption: "左右拖动任意一个数，看变化传到哪里。指向一个神经元，看它是怎样算出来的。",
    setting: (name) => {
      if (name.startsWith("i")) return `输入${name}`;
      if (name.startsWith("t")) return `目标${name}`;
      return name.startsWith("w") ? `权重${name}` : `${name.slice(1)}的偏置`;
    },
    node: (name, value) => `${name} = ${value}，看它怎样算出`,
    error: (value) => `误差E = ${value}，看它怎样算出`,
    description: ({ inputs, hidden, outputs, targets, error }) =>
      `2-2-2网络的前向传播。输入${inputs.join("、")}，隐藏神经元${hidden.join("、")}，输出${outputs.join("、")}，目标${targets.join("、")}，误差E = ${error}。`,
    sum: (name, terms, sum, out) => `${name}的加权和是${terms} = ${sum}，经过sigmoid得到${out}。`,
  },
  en: {
    title: "The forward pass",
    caption:
      "Drag any number sideways and see how far the change travels. Point at a neuron to see how it was computed.",
    setting: (name) => {
      if (name.startsWith("i")) return `Input ${name}`;
      if (name.startsWith("t")) return `Target ${name}`;
      return name.startsWith("w") ? `Weight ${name}` : `Bias of ${name.slice(1)}`;
    },
    node: (name, value) => `${name} = ${value}: show how it is computed`,
    error: (value) => `Error E = ${value}: show how it is computed`,
    description: ({ inputs, hidden, outputs, targets, error }) =>
      `The 2-2-2 network, forward. Inputs ${inputs.join(", ")}; hidden neurons ${hidden.join(", ")}; outputs ${outputs.join(", ")}; targets ${targets.join(", ")}; error E = ${error}.`,
    sum: (name, terms, sum, out) =>
      `The weighted sum of ${name} is ${terms} = ${sum}, and the sigmoid makes it ${out}.`,
  },
};
