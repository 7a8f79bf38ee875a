import type { Details, Explanation } from "../explanation";

/** Alternatives that are written as a sentence, not as code alone. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  "Plot.dot or Plot.text": "`Plot.dot` 或 `Plot.text`",
  "Plot.contour, or Plot.cell and Plot.rect with fill":
    "`Plot.contour`，或者带 `fill` 的 `Plot.cell`、`Plot.rect`",
  "Plot.contour with fill, or Plot.cell or Plot.rect with fill":
    "`Plot.contour`、`Plot.cell` 或 `Plot.rect`，都带上 `fill`",
};

/** What plots refuse. */
export const plots = {
  "plot-unsupported": ({ alternative = "" }: Details) =>
    `单元格里画不了 \`{option}\`。可以改用 ${ALTERNATIVES[alternative] ?? "`{alternative}`"}。`,
  "plot-too-many-elements":
    "图里的元素太多，一张图最多 {limit} 个。先把数据分组（`Plot.binX`、`Plot.bin`、`Plot.hexbin`），或者只画一部分，或者连成一条线来画。",
  "plot-too-large": "图太大了，画出来的内容最多 {limit} 个字符。少画几条线，或者用短一些的线和文字。",
  "plot-size": "图的 `{option}` 不能是 `{value}`：要大于 0，最多 {limit} 像素。",
  "live-option": "`livePlot` 的 `{option}` 不能是 `{value}`，可以写的是：{expected}。",
  "live-number": ({ axis }: Details) =>
    `\`livePlot\` 的 \`{axis}\` 不能是 \`{value}\`：要一个${axis === "x" ? "有限的" : ""}数，或者只有一个元素的张量。`,
  "live-too-many-series": "一张实时图最多画 {limit} 条曲线。再多就另建一个 `livePlot()`。",
} satisfies Record<string, Explanation>;
