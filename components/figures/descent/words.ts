import type { CurveName } from "@/lib/figures/descent";
import type { Locale } from "@/lib/i18n";

interface DescentWords {
  ball: string;
  ballAt(x: string, value: string, slope: string): string;
  curve: string;
  curves: Readonly<Record<CurveName, string>>;
  eta: string;
  predicted: string;
  real: string;
  /** What a step will do, or why there is none to speak of. */
  step(x: string, next: string, predicted: string, real: string): string;
  flat: string;
  uphill: string;
}

export const DESCENT_WORDS: Readonly<Record<Locale, DescentWords>> = {
  zh: {
    ball: "小球",
    ballAt: (x, value, slope) => `x = ${x}，高度 f(x) = ${value}，斜率 ${slope}`,
    curve: "曲线",
    curves: { bowl: "一个谷", valleys: "两个谷", ripples: "许多谷" },
    eta: "学习率 η",
    predicted: "切线预言",
    real: "实际变化",
    step: (x, next, predicted, real) =>
      `下一步从 x = ${x} 到 ${next}：切线预言高度变化 ${predicted}，实际变化 ${real}。`,
    flat: "这里斜率为零，小球不再移动。",
    uphill: "这一步太大，小球反而到了更高处。",
  },
  en: {
    ball: "Ball",
    ballAt: (x, value, slope) => `x = ${x}, height f(x) = ${value}, slope ${slope}`,
    curve: "Curve",
    curves: { bowl: "one valley", valleys: "two valleys", ripples: "many valleys" },
    eta: "learning rate η",
    predicted: "the tangent predicts",
    real: "the curve gives",
    step: (x, next, predicted, real) =>
      `The next step goes from x = ${x} to ${next}: the tangent predicts a change of ${predicted}, the curve gives ${real}.`,
    flat: "The slope is zero here: the ball stays.",
    uphill: "The step is too long: the ball ends up higher than before.",
  },
};
