import type { ElementNode, LiveData, PlotData } from "../protocol";
import { describePlot } from "./describe";
import type { PlotModule } from "./library";
import { curvePath } from "./live-curve";
import { type Divergence, divergencesOf, endLabels, type LiveLayout, layoutLive } from "./live-layout";
import { drawLive, type LivePictureOptions, liveFacts } from "./live-picture";
import { liveTips } from "./live-tips";
import { elementsOf } from "./tree";

/** A picture that Plot has drawn, and what of it moves while the curves grow. */
interface Frame extends LivePictureOptions {
  layout: LiveLayout;
  names: string;
  picture: PlotData;
  /** The picture that was made of it last, and what had moved in it. */
  last?: { moved: string; picture: PlotData };
  /** The path of each series. */
  curves: ElementNode[];
  /** The group of each label, in the order of `layout.labels`, and the place at which Plot put it. */
  labels: { group: ElementNode; left: number; top: number }[];
}

/**
 * Draws a plot that grows, many times a second. Plot itself draws only when something other than the curves
 * changes: the axes leave room for what is to come, and within it nothing but the curves' paths and
 * the places of their names is made anew. What has not changed is the same object as in the picture before.
 */
export class LiveDrawing {
  #frame: Frame | null = null;

  constructor(private readonly Plot: PlotModule) {}

  /** The picture while points are coming. */
  growing(data: LiveData, options: LivePictureOptions): PlotData {
    const frame = this.#frame;
    const grown =
      frame && frame.width === options.width && frame.locale === options.locale && grow(frame, data);
    if (grown) return grown;
    const layout = layoutLive(data, options.width, true);
    const picture = this.#draw(data, layout, options);
    this.#frame = frameOf(data, layout, picture, options);
    return picture;
  }

  /** The picture of a plot that rests: its axes end where its curves do, and its points can be read off. */
  settled(data: LiveData, options: LivePictureOptions): PlotData {
    this.#frame = null;
    const layout = layoutLive(data, options.width);
    return { ...this.#draw(data, layout, options), tips: liveTips(data, layout) };
  }

  #draw(data: LiveData, layout: LiveLayout, { locale }: LivePictureOptions): PlotData {
    return {
      tree: drawLive(this.Plot, data, layout),
      description: describePlot(liveFacts(data, layout), locale),
    };
  }
}

/** Null if something cannot be found again: then Plot draws the next picture too. */
function frameOf(
  data: LiveData,
  layout: LiveLayout,
  picture: PlotData,
  options: LivePictureOptions,
): Frame | null {
  const curves = groups(picture.tree, "line").flatMap(({ children }) =>
    children.filter((child) => typeof child !== "string"),
  );
  if (curves.length !== data.series.length) return null;
  // Divergences have texts too, which stand before those of the labels.
  const texts = layout.labels?.length ? groups(picture.tree, "text").slice(-layout.labels.length) : [];
  const labels = texts.flatMap((group) => {
    const [, left, top] = /^translate\(([-.\d]+),([-.\d]+)\)$/.exec(group.attributes.transform ?? "") ?? [];
    return left === undefined ? [] : [{ group, left: Number(left), top: Number(top) }];
  });
  if (labels.length !== (layout.labels?.length ?? 0)) return null;
  return { ...options, layout, names: namesOf(data), picture, curves, labels };
}

function groups(tree: ElementNode, label: string): ElementNode[] {
  return [...elementsOf(tree)].filter(
    ({ tag, attributes }) => tag === "g" && attributes["aria-label"] === label,
  );
}

function namesOf({ series }: LiveData): string {
  return JSON.stringify(series.map(({ name }) => name));
}

/** The frame's picture with the curves as they are now; null if they no longer fit into it. */
function grow(frame: Frame, data: LiveData): PlotData | null {
  const { layout, picture } = frame;
  if (frame.names !== namesOf(data)) return null;
  const divergences = divergencesOf(data.series, layout.x, layout.y);
  if (!sameDivergences(divergences, layout.divergences)) return null;
  const changed = new Map<ElementNode, Record<string, string>>();
  for (const [i, series] of data.series.entries()) {
    const d = curvePath(series, data, layout);
    const curve = frame.curves[i];
    if (d === null || !curve) return null;
    changed.set(curve, { d });
  }
  if (layout.labels) {
    const { x, y } = layout;
    const labels = endLabels(data.series, { x, y, divergences, bottom: layout.frame.bottom });
    if (!labels || labels.length !== frame.labels.length) return null;
    for (const [i, { group, left, top }] of frame.labels.entries()) {
      const before = layout.labels[i];
      const now = labels.find(({ series }) => series === before?.series);
      if (!before || !now) return null;
      changed.set(group, {
        transform: `translate(${left},${Math.round((top + now.y - before.y) * 1e3) / 1e3})`,
      });
    }
  }
  const moved = JSON.stringify([...changed.values()]);
  if (frame.last?.moved !== moved)
    frame.last = { moved, picture: { ...picture, tree: withAttributes(picture.tree, changed) } };
  return frame.last.picture;
}

function sameDivergences(one: Divergence[], other: Divergence[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ series, x, value }, i) => {
      const same = other[i];
      return same?.series === series && same.x === x && Object.is(same.value, value);
    })
  );
}

/** The tree with some attributes changed: new along the way to them, shared elsewhere. */
function withAttributes(
  node: ElementNode,
  changed: ReadonlyMap<ElementNode, Record<string, string>>,
): ElementNode {
  const own = changed.get(node);
  let children: ElementNode["children"] | undefined;
  for (const [i, child] of node.children.entries()) {
    if (typeof child === "string") continue;
    const newer = withAttributes(child, changed);
    if (newer === child) continue;
    children ??= node.children.slice();
    children[i] = newer;
  }
  if (!own && !children) return node;
  return { ...node, attributes: { ...node.attributes, ...own }, children: children ?? node.children };
}
