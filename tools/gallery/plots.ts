/**
 * The gallery of plots: one line of use each. The guide's chapter is written from this table (`write.ts`), and tests draw
 * each of them with the real Plot on a page as well.
 */
export interface GalleryPlot {
  /** Also the cell's id. */
  name: string;
  /** An expression. It may use what `PRELUDE` defines. */
  code: string;
  /** What it shows, as a caption. */
  zh: string;
  en: string;
}

export interface GallerySection {
  id: string;
  zh: string;
  en: string;
  plots: readonly GalleryPlot[];
}

/** Data for all of them: always the same, so that pictures can be compared. */
export const PRELUDE = `let seed = 7;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const normal = () => random() + random() + random() + random() - 2;
const cloud = Array.from({ length: 120 }, (_, i) => ({
  x: normal() + (i % 3),
  y: normal() + (i % 2),
  kind: "abc"[i % 3],
  size: 1 + (i % 7),
}));
const walk = Array.from({ length: 60 }, (_, step) => ({
  step,
  loss: 2 * Math.exp(-step / 15) + 0.1 * random(),
  run: step % 2 ? "B" : "A",
}));
const days = Array.from({ length: 48 }, (_, i) => ({
  date: new Date(Date.UTC(2024, i, 1)),
  value: 10 + 5 * Math.sin(i / 6) + random(),
}));
const fruit = [
  { name: "apple", year: "last", amount: 30 },
  { name: "pear", year: "last", amount: 18 },
  { name: "plum", year: "last", amount: 9 },
  { name: "apple", year: "this", amount: 24 },
  { name: "pear", year: "this", amount: 27 },
  { name: "plum", year: "this", amount: 14 },
];
const waves = (x, y) => Math.sin(x) * Math.cos(y);
const dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFklEQVR4nGOQj5/5f7OD1n8GEAHiAABH7ghlLv2/rgAAAABJRU5ErkJggg==";`;

const plot = (name: string, code: string, zh: string, en: string): GalleryPlot => ({ name, code, zh, en });

export const GALLERY: readonly GallerySection[] = [
  {
    id: "marks",
    zh: "图形",
    en: "Marks",
    plots: [
      plot("dot", `Plot.dot(cloud, { x: "x", y: "y", fill: "kind" }).plot()`, "散点", "Points"),
      plot(
        "dot-symbols",
        `Plot.dot(cloud, { x: "x", y: "y", r: "size", symbol: "kind" }).plot({ symbol: { legend: true } })`,
        "形状和大小也能表示数据",
        "Shapes and sizes say something too",
      ),
      plot("line", `Plot.lineY(walk, { x: "step", y: "loss" }).plot({ grid: true })`, "折线", "A line"),
      plot(
        "lines",
        `Plot.lineY(walk, { x: "step", y: "loss", stroke: "run", marker: "circle" }).plot({ color: { legend: true } })`,
        "几条带标记的线",
        "Several lines with markers",
      ),
      plot(
        "line-curve",
        `Plot.lineY(walk, { x: "step", y: "loss", curve: "catmull-rom", strokeDasharray: "4,3" }).plot()`,
        "平滑的虚线",
        "A smooth dashed line",
      ),
      plot(
        "area",
        `Plot.areaY(days, { x: "date", y: "value", fillOpacity: 0.3 }).plot({ y: { zero: true } })`,
        "面积",
        "An area",
      ),
      plot(
        "area-stack",
        `Plot.areaY(fruit, { x: "year", y: "amount", fill: "name" }).plot({ x: { type: "point" }, color: { legend: true } })`,
        "堆叠的面积",
        "Areas on top of each other",
      ),
      plot(
        "bar",
        `Plot.barY(fruit, { x: "name", y: "amount", fill: "year" }).plot({ color: { legend: true } })`,
        "堆叠的柱",
        "Stacked bars",
      ),
      plot(
        "bar-x",
        `Plot.barX(fruit, { x: "amount", y: "name", fx: "year" }).plot({ marginLeft: 60 })`,
        "横着的柱，每年一格",
        "Bars to the right, a panel a year",
      ),
      plot(
        "rect",
        `Plot.rect(fruit, { x1: 0, x2: "amount", y1: (d, i) => i, y2: (d, i) => i + 0.8, fill: "name" }).plot()`,
        "矩形",
        "Rectangles",
      ),
      plot(
        "cell",
        `Plot.cell(fruit, { x: "year", y: "name", fill: "amount" }).plot({ color: { scheme: "blues" }, marginLeft: 60 })`,
        "格子",
        "Cells",
      ),
      plot(
        "rule-tick",
        `Plot.plot({ marks: [Plot.ruleX(walk, { x: "step", y: "loss" }), Plot.tickX(cloud.slice(0, 30), { x: (d) => 20 + 8 * d.x, stroke: "kind" })] })`,
        "标线和刻线",
        "Rules and ticks",
      ),
      plot(
        "text",
        `Plot.text(fruit, { x: "year", y: "amount", text: "name", fontWeight: 600 }).plot({ x: { type: "point" }, inset: 16 })`,
        "文字",
        "Texts",
      ),
      plot(
        "vector",
        `Plot.vector(cloud, { x: "x", y: "y", rotate: (d) => 60 * d.x, length: (d) => 4 + d.size, stroke: "kind" }).plot()`,
        "向量",
        "Vectors",
      ),
      plot(
        "arrow",
        `Plot.arrow(fruit.slice(0, 3), { x1: "amount", y1: 0, x2: 20, y2: (d, i) => i + 1, bend: true }).plot({ inset: 20 })`,
        "弯箭头",
        "Bent arrows",
      ),
      plot(
        "link",
        `Plot.link(cloud.slice(0, 20), { x1: 0, y1: 0, x2: "x", y2: "y", stroke: "kind" }).plot()`,
        "连线",
        "Links",
      ),
      plot("box", `Plot.boxX(cloud, { x: "x", y: "kind" }).plot()`, "箱线图", "Boxes with whiskers"),
      plot(
        "contour",
        `Plot.contour({ fill: waves, x1: -3, x2: 3, y1: -3, y2: 3, stroke: "currentColor" }).plot({ color: { type: "linear", scheme: "rdbu" } })`,
        "函数的等高线",
        "Contour lines of a function",
      ),
      plot("density", `Plot.density(cloud, { x: "x", y: "y", stroke: "kind" }).plot()`, "密度", "Densities"),
      plot(
        "regression",
        `Plot.plot({ marks: [Plot.dot(cloud, { x: "x", y: "y" }), Plot.linearRegressionY(cloud, { x: "x", y: "y", stroke: "kind" })] })`,
        "回归线和它的误差带",
        "Regression lines and their bands",
      ),
      plot(
        "hull",
        `Plot.plot({ marks: [Plot.hull(cloud, { x: "x", y: "y", fill: "kind", fillOpacity: 0.2 }), Plot.voronoiMesh(cloud, { x: "x", y: "y", strokeOpacity: 0.2 })] })`,
        "凸包和泰森多边形",
        "Hulls and Voronoi cells",
      ),
      plot(
        "delaunay",
        `Plot.plot({ marks: [Plot.delaunayMesh(cloud, { x: "x", y: "y", strokeOpacity: 0.3 }), Plot.dot(cloud, { x: "x", y: "y", r: 2, fill: "kind" })] })`,
        "德劳内三角网",
        "A Delaunay mesh",
      ),
      plot(
        "spike",
        `Plot.spike(fruit.slice(0, 3), { x: "name", y: 0, length: "amount" }).plot({ y: { axis: null }, height: 160, marginTop: 90, length: { range: [0, 90] } })`,
        "尖峰",
        "Spikes",
      ),
      plot(
        "bollinger",
        `Plot.bollingerY(walk, { x: "step", y: "loss", n: 9, k: 2 }).plot()`,
        "滑动平均和它的波动带",
        "A moving average with its band",
      ),
      plot(
        "auto",
        `Plot.auto(cloud, { x: "x", y: "y", color: "kind" }).plot()`,
        "让 Plot 自己选图形",
        "Plot chooses the mark",
      ),
      plot(
        "tree",
        `Plot.tree(["net/linear1", "net/tanh", "net/linear2/weight", "net/linear2/bias"], { textStroke: "var(--paper)" }).plot({ axis: null, margin: 20, marginLeft: 40, marginRight: 120 })`,
        "树",
        "A tree",
      ),
      plot(
        "waffle",
        `Plot.waffleY(fruit, { x: "name", y: "amount", fill: "year" }).plot()`,
        "华夫图",
        "Waffles",
      ),
      plot(
        "difference",
        `Plot.differenceY(days, { x: "date", y1: 10, y2: "value" }).plot()`,
        "差异",
        "Differences",
      ),
      plot(
        "frame-axis",
        `Plot.plot({ inset: 8, x: { domain: [0, 10] }, y: { domain: [0, 1] }, marks: [Plot.frame(), Plot.gridX({ strokeDasharray: "2,2" }), Plot.axisX({ ticks: 4 }), Plot.axisY({ label: "part" })] })`,
        "边框、网格和坐标轴",
        "Frames, grids and axes",
      ),
    ],
  },
  {
    id: "transforms",
    zh: "变换",
    en: "Transforms",
    plots: [
      plot(
        "histogram",
        `Plot.rectY(cloud, Plot.binX({ y: "count" }, { x: "x", fill: "kind" })).plot()`,
        "直方图",
        "A histogram",
      ),
      plot(
        "group",
        `Plot.barY(cloud, Plot.groupX({ y: "mean" }, { x: "kind", y: "size" })).plot()`,
        "分组求平均",
        "Means of groups",
      ),
      plot(
        "bin-two",
        `Plot.rect(cloud, Plot.bin({ fill: "count" }, { x: "x", y: "y" })).plot({ color: { scheme: "greens" } })`,
        "二维直方图",
        "A histogram of two numbers",
      ),
      plot(
        "hexbin",
        `Plot.plot({ marks: [Plot.hexgrid({ binWidth: 24 }), Plot.dot(cloud, Plot.hexbin({ r: "count" }, { x: "x", y: "y", binWidth: 24, fill: "currentColor" }))] })`,
        "六边形分箱",
        "Hexagonal bins",
      ),
      plot(
        "window",
        `Plot.plot({ marks: [Plot.lineY(walk, { x: "step", y: "loss", strokeOpacity: 0.3 }), Plot.lineY(walk, Plot.windowY(9, { x: "step", y: "loss" }))] })`,
        "滑动平均",
        "A moving average",
      ),
      plot(
        "stack",
        `Plot.barX(fruit, Plot.stackX({ x: "amount", fill: "name", offset: "normalize", y: "year" })).plot({ x: { percent: true }, marginLeft: 60 })`,
        "按比例堆叠",
        "Shares",
      ),
      plot(
        "dodge",
        `Plot.dotX(cloud, Plot.dodgeY({ x: "x", fill: "kind", r: 4 })).plot({ height: 160 })`,
        "互相让开的点",
        "Points that make room for each other",
      ),
      plot(
        "select",
        `Plot.plot({ marks: [Plot.lineY(days, { x: "date", y: "value" }), Plot.text(days, Plot.selectLast({ x: "date", y: "value", text: (d) => d.value.toFixed(1), dy: -9 }))] })`,
        "只标最后一个点",
        "A label at the last point only",
      ),
      plot(
        "map",
        `Plot.lineY(walk, Plot.mapY("cumsum", { x: "step", y: "loss" })).plot()`,
        "累加",
        "Running sums",
      ),
      plot(
        "normalize",
        `Plot.lineY(days, Plot.normalizeY("first", { x: "date", y: "value" })).plot()`,
        "与第一个值相比",
        "Compared with the first",
      ),
      plot(
        "shift",
        `Plot.differenceY(days, Plot.shiftX("+1 year", { x: "date", y: "value" })).plot()`,
        "与一年前相比",
        "Compared with a year before",
      ),
      plot(
        "sort",
        `Plot.barX(fruit.slice(0, 3), { x: "amount", y: "name", sort: { y: "x", reverse: true } }).plot({ marginLeft: 60 })`,
        "排序",
        "Sorted",
      ),
    ],
  },
  {
    id: "scales",
    zh: "分面、比例尺和图例",
    en: "Facets, scales and legends",
    plots: [
      plot(
        "facets",
        `Plot.plot({ grid: true, marks: [Plot.frame(), Plot.dot(cloud, { x: "x", y: "y", fx: "kind" })] })`,
        "分面",
        "Facets",
      ),
      plot(
        "facets-grid",
        `Plot.plot({ facet: { data: cloud, x: "kind", y: (d) => d.size > 3, marginRight: 60 }, marks: [Plot.frame(), Plot.dot(cloud, { x: "x", y: "y", r: 2 })] })`,
        "两个方向的分面",
        "Facets in both directions",
      ),
      plot(
        "log",
        `Plot.lineY(walk, { x: (d) => d.step + 1, y: "loss" }).plot({ x: { type: "log" }, y: { type: "log", tickFormat: "~g" } })`,
        "对数坐标",
        "Logarithmic axes",
      ),
      plot(
        "time",
        `Plot.lineY(days, { x: "date", y: "value" }).plot({ x: { label: "year" } })`,
        "时间",
        "Time",
      ),
      plot(
        "symlog",
        `Plot.dot([-1000, -10, 0, 10, 1000], { x: (d) => d, y: (d, i) => i }).plot({ x: { type: "symlog", ticks: [-1000, -10, 0, 10, 1000] } })`,
        "正负都有的对数坐标",
        "Logarithms of both signs",
      ),
      plot(
        "reverse",
        `Plot.dot(cloud, { x: "x", y: "y" }).plot({ y: { reverse: true, ticks: 4, tickFormat: "+.1f" }, x: { nice: true, grid: true } })`,
        "反向、取整和刻度格式",
        "Reversed, round, with a format of its own",
      ),
      plot(
        "legend-ramp",
        `Plot.cell(cloud.slice(0, 36), { x: (d, i) => i % 12, y: (d, i) => Math.floor(i / 12), fill: "x" }).plot({ color: { legend: true, scheme: "viridis", label: "x" } })`,
        "连续的图例",
        "A continuous legend",
      ),
      plot(
        "legend-diverging",
        `Plot.dot(cloud, { x: "x", y: "y", fill: "y" }).plot({ color: { type: "diverging", scheme: "prgn", legend: true } })`,
        "发散的颜色",
        "Diverging colours",
      ),
      plot(
        "legend-threshold",
        `Plot.dot(cloud, { x: "x", y: "y", fill: "x" }).plot({ color: { type: "threshold", domain: [0, 1, 2], scheme: "reds", legend: true } })`,
        "分段的颜色",
        "Colours by thresholds",
      ),
      plot(
        "legend-opacity",
        `Plot.dot(cloud, { x: "x", y: "y", fill: "steelblue", fillOpacity: "size" }).plot({ opacity: { legend: true, color: "steelblue" } })`,
        "不透明度的图例",
        "A legend of opacities",
      ),
      plot(
        "titles",
        `Plot.lineY(walk, { x: "step", y: "loss" }).plot({ title: "Loss", subtitle: "of one run", caption: "Sixty steps." })`,
        "标题和说明",
        "Titles and a caption",
      ),
    ],
  },
  {
    id: "tips",
    zh: "提示、位图和图片",
    en: "Tips, rasters and images",
    plots: [
      plot(
        "tip",
        `Plot.dot(cloud, { x: "x", y: "y", fill: "kind", tip: true }).plot()`,
        "把指针放到点上，或者用方向键",
        "Point at it, or use the arrow keys",
      ),
      plot(
        "tip-x",
        `Plot.lineY(walk, { x: "step", y: "loss", stroke: "run", tip: "x" }).plot()`,
        "沿曲线读数",
        "Reading off a curve",
      ),
      plot(
        "tip-shown",
        `Plot.plot({ marks: [Plot.lineY(walk, { x: "step", y: "loss" }), Plot.tip(walk, Plot.selectFirst({ x: "step", y: "loss", anchor: "left" }))] })`,
        "一直显示的提示",
        "A tip that is always there",
      ),
      plot(
        "title-channel",
        `Plot.dot(cloud.slice(0, 10), { x: "x", y: "y", title: (d) => \`kind \${d.kind}\` }).plot()`,
        "浏览器自己的提示",
        "The browser's own tips",
      ),
      plot(
        "raster",
        `Plot.raster({ fill: waves, x1: -3, x2: 3, y1: -3, y2: 3, pixelSize: 4 }).plot({ color: { scheme: "rdbu", legend: true } })`,
        "位图：每个像素一个函数值",
        "A raster: a function at every pixel",
      ),
      plot(
        "raster-samples",
        `Plot.raster(cloud, { x: "x", y: "y", fill: "size", interpolate: "nearest", pixelSize: 3 }).plot()`,
        "由样本插值的位图",
        "A raster between samples",
      ),
      plot(
        "image",
        `Plot.image(cloud.slice(0, 8), { x: "x", y: "y", src: () => dot, width: 18, imageRendering: "pixelated" }).plot({ inset: 12 })`,
        "图片（写在地址里的 PNG）",
        "Images (PNG files in their own addresses)",
      ),
      plot(
        "geo",
        `Plot.plot({ projection: "equirectangular", inset: 2, marks: [Plot.graticule(), Plot.sphere()] })`,
        "地图投影",
        "Projections of the globe",
      ),
    ],
  },
];

/** All of them in their order. */
export const GALLERY_PLOTS: readonly GalleryPlot[] = GALLERY.flatMap(({ plots }) => plots);

/** The helpers, and live plots: a line each, after what they are given. */
export const HELPERS: readonly GalleryPlot[] = [
  plot(
    "helper-losses",
    `plots.losses({ SGD: walk.map((d) => d.loss), Adam: walk.map((d) => d.loss ** 2 / 2) })`,
    "几次训练的损失曲线",
    "Loss curves of several runs",
  ),
  plot(
    "helper-diverged",
    `plots.losses({ calm: [4, 2, 1, 0.5, 0.3], wild: [4, 9, 80, 6000, NaN] })`,
    "发散的地方会标出来",
    "A run that diverged is marked where it did",
  ),
  plot(
    "helper-rate-curves",
    `plots.rateCurves(Object.fromEntries([0.01, 0.1, 0.5, 1.05].map((rate) => [rate, descend(rate)])))`,
    "不同学习率的小图",
    "Small pictures, one for each learning rate",
  ),
  plot(
    "helper-rate-finals",
    `plots.rateFinals(Object.fromEntries([0.01, 0.03, 0.1, 0.3, 0.9, 1.05].map((rate) => [rate, descend(rate)])))`,
    "最终损失与学习率",
    "The final loss against the learning rate",
  ),
  plot(
    "helper-descent",
    `plots.descent((x, y) => x * x + 6 * y * y, { "η = 0.05": slope(0.05), "η = 0.15": slope(0.15) })`,
    "等高线和下降的路径",
    "Contours with the paths of descent",
  ),
  plot(
    "helper-decision",
    `plots.decision(classifier, moons)`,
    "模型在平面上的判断，和训练它的数据",
    "What a model says of the plane, with its data",
  ),
  plot(
    "helper-histograms",
    `plots.histograms({ x: cloud.map((d) => d.x), y: cloud.map((d) => d.y) })`,
    "一组组数的分布",
    "How lists of numbers are spread",
  ),
  plot(
    "helper-activations",
    `plots.activations(classifier, moons.x)`,
    "每一层输出的分布",
    "What each layer puts out",
  ),
  plot(
    "helper-gradients",
    `plots.gradients(classifier)`,
    "每个参数的梯度分布",
    "The gradients of each parameter",
  ),
  plot("helper-heat-map", `plots.heatMap(classifier.parameters()[0])`, "权重热图", "Weights as a heat map"),
  plot(
    "helper-confusion",
    `plots.confusion(moons.y, classifier(moons.x).squeeze().gt(0).long(), { classes: ["upper", "lower"] })`,
    "混淆矩阵",
    "A confusion matrix",
  ),
  plot(
    "helper-images",
    `plots.images(data.digits({ samples: 20, seed: 1 }).x, { labels: [..."01234567890123456789"] })`,
    "图片网格",
    "A grid of pictures",
  ),
];

/** What the helpers are shown with. */
export const HELPER_PRELUDE = `import { torch, nn, optim, data } from "gradbook";

const descend = (rate) => {
  const losses = [];
  for (let w = 4, i = 0; i < 60; i++) losses.push((w -= rate * 2 * w) ** 2 + 0.01);
  return losses;
};
const slope = (rate) => {
  const path = [[-4, 1.5]];
  for (let i = 0; i < 30; i++) path.push([path[i][0] * (1 - 2 * rate), path[i][1] * (1 - 12 * rate)]);
  return path;
};
torch.manualSeed(1);
const moons = data.moons({ samples: 150, noise: 0.15, seed: 2 });
const classifier = new nn.Sequential(new nn.Linear(2, 12), new nn.Tanh(), new nn.Linear(12, 1));
const adam = new optim.Adam(classifier.parameters(), { lr: 0.03 });
const live = livePlot({ title: "Training, live", x: { label: "updates" }, y: { label: "loss", type: "log" } });
for (let i = 1; i <= 300; i++) {
  adam.zeroGrad();
  const loss = nn.functional.binaryCrossEntropyWithLogits(classifier(moons.x).squeeze(), moons.y.double());
  loss.backward();
  adam.step();
  live.add(i, loss);
}`;
