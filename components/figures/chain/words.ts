import type { ChainInput } from "@/lib/figures/chain";
import type { Locale } from "@/lib/i18n";

interface ChainWords {
  title: string;
  caption: string;
  setting: Readonly<Record<ChainInput, string>>;
  value: string;
  gradient: string;
  along: string;
  forward(step: number): string;
  seed: string;
  back(step: number): string;
  ready: string;
  values(all: readonly string[]): string;
  gradients(all: readonly string[]): string;
}

export const CHAIN_WORDS: Readonly<Record<Locale, ChainWords>> = {
  zh: {
    title: "链式法则，一步一步",
    caption:
      "σ(wx + b) 拆成六个简单步骤。向前走时，每一步算出一个值；往回走时，到达的梯度乘以箭头上的局部斜率，再传给前一步。",
    setting: { x: "输入x", w: "权重w", b: "偏置b" },
    value: "值",
    gradient: "梯度 ∂f/∂…",
    along: "局部斜率",
    forward: (step) => `前向，第 ${step} 步，共 6 步`,
    seed: "起点：∂f/∂f = 1",
    back: (step) => `反向，第 ${step} 步，共 6 步`,
    ready: "准备好了",
    values: (all) => `σ(wx + b) 的六个步骤，值：${all.join("，")}。`,
    gradients: (all) => `f 对它们的梯度：${all.join("，")}。`,
  },
  en: {
    title: "The chain rule, step by step",
    caption:
      "σ(wx + b) in six simple steps. Forward, each step makes one value. Backward, the gradient that arrives is multiplied by the slope along the arrow and handed on.",
    setting: { x: "Input x", w: "Weight w", b: "Bias b" },
    value: "value",
    gradient: "gradient ∂f/∂…",
    along: "slope along the arrow",
    forward: (step) => `forward, step ${step} of 6`,
    seed: "to begin with: ∂f/∂f = 1",
    back: (step) => `backward, step ${step} of 6`,
    ready: "ready",
    values: (all) => `The six steps of σ(wx + b). Values: ${all.join(", ")}.`,
    gradients: (all) => `Gradients of f: ${all.join(", ")}.`,
  },
};
