import type { Details, Explanation } from "../explanation";

/** Alternatives that are written as a sentence, not as code alone. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  "a PNG file as its src (data:image/png;base64,…)":
    "写在地址里的 PNG 文件，即 `src` 以 `data:image/png;base64,` 开头；外面的图片不会被载入",
  "the option tip: true of another mark": "别的图形的选项 `tip: true`",
};

/** What helpers want, as far as it is no code. */
const EXPECTED: Readonly<Record<string, string>> = {
  numbers: "数（数组或张量）",
  "a list of numbers": "一列数",
  "rows of numbers": "若干行数，每行一样长（二维数组或矩阵）",
  "a stack of matrices": "若干个同样大小的矩阵",
  "a list of numbers, or an object with a list under each name": "一列数，或者每个名字对应一列数的对象",
  "a function of two numbers": "接受两个数的函数",
  "rows of two numbers": "若干行，每行两个数",
  "a module or a function": "模块或函数",
  "a module": "模块（`nn.Module`）",
  "a module whose parameters have gradients: call backward() first":
    "参数已经有梯度的模块：先调用 `backward()`",
  "as many rows as points": "每个点一行输出",
};

/** What was given, in words. */
function given(value: string): string {
  return value
    .replace(/^a tensor of shape (.*)$/, "形状为 $1 的张量")
    .replace(/^an array of shape (.*)$/, "形状为 $1 的数组")
    .replace(/^an object$/, "一个对象");
}

/** What plots refuse. */
export const plots = {
  "plot-unsupported": ({ alternative = "" }: Details) =>
    `单元格里画不了 \`{option}\`。可以改用 ${ALTERNATIVES[alternative] ?? "`{alternative}`"}。`,
  "plot-too-many-elements":
    "图里的元素太多，一张图最多 {limit} 个。先把数据分组（`Plot.binX`、`Plot.bin`、`Plot.hexbin`），或者只画一部分，或者连成一条线来画。",
  "plot-too-large": "图太大了，画出来的内容最多 {limit} 个字符。少画几条线，或者用短一些的线和文字。",
  "plot-size": "图的 `{option}` 不能是 `{value}`：要大于 0，最多 {limit} 像素。",
  "plots-argument": ({ kind = "", got = "" }: Details) =>
    `\`{helper}\` 的 \`{argument}\` 要的是${EXPECTED[kind] ?? "：{kind}"}，现在得到的是${given(got)}。`,
  "live-option": "`livePlot` 的 `{option}` 不能是 `{value}`，可以写的是：{expected}。",
  "live-number": ({ axis }: Details) =>
    `\`livePlot\` 的 \`{axis}\` 不能是 \`{value}\`：要一个${axis === "x" ? "有限的" : ""}数，或者只有一个元素的张量。`,
  "live-too-many-series": "一张实时图最多画 {limit} 条曲线。再多就另建一个 `livePlot()`。",
} satisfies Record<string, Explanation>;
