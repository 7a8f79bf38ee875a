/**
 * Writes the gallery of plots as a chapter of the author's guide, in both languages, from the table in `plots.ts`:
 *
 *   npx tsx tools/gallery/write.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GALLERY, type GalleryPlot, HELPER_PRELUDE, HELPERS, PRELUDE } from "./plots";
import { wrapped } from "./wrapped";

type Locale = "zh" | "en";

const WORDS = {
  zh: {
    title: "图库：Plot 的图形和我们的小工具",
    summary: "单元格里能画的图，每种一行代码。复制过去，换上自己的数据就行。",
    goals: ["给自己的数据找到合适的图。", "把一行用法改成自己要的样子。"],
    data: "数据",
    dataText: "下面的图都用这个单元格里的数据。先运行它，再改图。",
    helpers: "训练和网络的小工具",
    helpersText:
      "`plots` 里的每个函数都只要一行，数组和张量都可以给它。下面这个单元格先训练一个小网络，边训练边画损失曲线。",
    reading:
      "运行过的图可以逐点读数：把指针放上去，或者按 Tab 选中图，再用方向键。图的右上角可以把数据显示成表格，也可以保存为 SVG 或 PNG。",
  },
  en: {
    title: "Gallery: Plot's marks and our helpers",
    summary: "What a cell can draw, a line of code each. Take one, and put in your own data.",
    goals: ["Find the plot that fits your data.", "Make one line of use your own."],
    data: "Data",
    dataText: "All plots below draw what this cell defines. Run it first, then change them.",
    helpers: "Helpers for training and networks",
    helpersText:
      "Each function of `plots` takes a single line, and arrays as well as tensors. The next cell first trains a small network, and draws its loss as it goes.",
    reading:
      "A plot that you have run can be read point by point: with the pointer, or by Tab and the arrow keys. In its upper right corner it gives its numbers as a table, and itself as an SVG or PNG file.",
  },
} as const;

function cell(id: string, code: string): string {
  return `\`\`\`ts cell id=${id}\n${code}\n\`\`\``;
}

function shown(plot: GalleryPlot, locale: Locale): string {
  const end = locale === "zh" ? "：" : ":";
  return `${plot[locale]}${end}\n\n${cell(plot.name, wrapped(plot.code))}`;
}

/** The chapter's text. */
export function galleryChapter(locale: Locale): string {
  const words = WORDS[locale];
  const front = [
    "---",
    `title: "${words.title}"`,
    `summary: "${words.summary}"`,
    "minutes: 20",
    "goals:",
    ...words.goals.map((goal) => `  - ${goal}`),
    "---",
  ].join("\n");
  const sections = GALLERY.map(
    ({ id, plots, ...titles }) =>
      `## ${titles[locale]} [#${id}]\n\n${plots.map((plot) => shown(plot, locale)).join("\n\n")}`,
  );
  return `${[
    front,
    `## ${words.data} [#data]`,
    words.dataText,
    cell("data", PRELUDE),
    words.reading,
    ...sections,
    `## ${words.helpers} [#helpers]`,
    words.helpersText,
    cell("train-first", HELPER_PRELUDE),
    ...HELPERS.map((plot) => shown(plot, locale)),
  ].join("\n\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const locale of ["zh", "en"] as const) {
    const file = fileURLToPath(new URL(`../../content/${locale}/plot-gallery.mdx`, import.meta.url));
    writeFileSync(file, galleryChapter(locale));
    console.log(file);
  }
}
