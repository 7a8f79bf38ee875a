import { EXAMPLE, runNetwork } from "@/lib/figures/network";
import type { Locale } from "@/lib/i18n";
import { NetworkDiagram } from "./network-diagram";

const CAPTION = {
  zh: {
    before: "一遍向前，",
    values: "数值",
    middle: "从左到右算出误差；一遍向后，",
    slopes: "斜率",
    after: "从右到左告诉每个权重该往哪边走。图上每个数都由本站的自动求导库算出。",
  },
  en: {
    before: "One pass forward: ",
    values: "values",
    middle: " run from left to right and end in an error. One pass back: ",
    slopes: "slopes",
    after:
      " run from right to left and tell each weight which way to move. Every number here was computed by the library behind this site.",
  },
} as const;

/** The whole idea in one picture: values forward, slopes back. */
export function ForwardBackward({ locale }: { locale: Locale }) {
  const caption = CAPTION[locale];
  return (
    <figure className="figure">
      <NetworkDiagram run={runNetwork(EXAMPLE)} show="passes" />
      <figcaption>
        {caption.before}
        <strong className="ink-forward">{caption.values}</strong>
        {caption.middle}
        <strong className="ink-backward">{caption.slopes}</strong>
        {caption.after}
      </figcaption>
    </figure>
  );
}
