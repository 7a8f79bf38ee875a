import type { Regime, SurfaceName } from "@/lib/figures/learning-rate";
import type { Locale } from "@/lib/i18n";

interface LearningRateWords {
  surface: string;
  surfaces: Readonly<Record<SurfaceName, string>>;
  eta: string;
  start: string;
  startAt(place: string): string;
  loss: string;
  steps: string;
  regimes: Readonly<Record<Regime, string>>;
  /** In the ravine, where the steep direction alone is done in one step. */
  exactInRavine: string;
  infinite(step: number): string;
  nan(step: number): string;
  now(step: number, place: string, loss: string): string;
}

export const LEARNING_RATE_WORDS: Readonly<Record<Locale, LearningRateWords>> = {
  zh: {
    surface: "损失的形状",
    surfaces: { bowl: "碗", ravine: "狭谷" },
    eta: "学习率 η",
    start: "起点",
    startAt: (place) => `起点 ${place}`,
    loss: "损失 $L$（对数）",
    steps: "步",
    regimes: {
      crawling: "太小：几乎不动",
      monotone: "始终在同一侧，稳稳下降",
      exact: "一步到底",
      oscillating: "来回跳，但一次比一次近",
      endless: "来回跳，永不停止",
      diverging: "发散：一次比一次远",
    },
    exactInRavine: "陡的方向一步到底，缓的方向还在慢慢走",
    infinite: (step) => `第 ${step} 步：损失溢出为 ∞`,
    nan: (step) => `第 ${step} 步：NaN`,
    now: (step, place, loss) => `第 ${step} 步：${place}，损失 ${loss}。`,
  },
  en: {
    surface: "Shape of the loss",
    surfaces: { bowl: "bowl", ravine: "ravine" },
    eta: "learning rate η",
    start: "Start",
    startAt: (place) => `start at ${place}`,
    loss: "loss $L$ (logarithmic)",
    steps: "steps",
    regimes: {
      crawling: "Too small: it hardly moves",
      monotone: "Always on one side, steadily down",
      exact: "One step to the bottom",
      oscillating: "Across and back, closer each time",
      endless: "Across and back, for ever",
      diverging: "Diverging: farther each time",
    },
    exactInRavine: "The steep direction is done in one step; the flat one still creeps",
    infinite: (step) => `step ${step}: the loss overflows to ∞`,
    nan: (step) => `step ${step}: NaN`,
    now: (step, place, loss) => `Step ${step}: ${place}, loss ${loss}.`,
  },
};
