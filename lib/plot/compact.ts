import type { ElementNode } from "../protocol";

/** Pixels by which a line may leave the points that it was drawn through; nobody sees so little. */
const TOLERANCE = 0.12;

/** Attributes that place things. */
const PLACES: ReadonlySet<string> = new Set([
  ...["transform", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"],
]);

const MARKERS = ["marker-start", "marker-mid", "marker-end"];

type Point = readonly [x: number, y: number];

/**
 * The same picture in fewer characters, for a page's HTML: places to a tenth of a pixel, and lines without the points that
 * lie on them anyway.
 */
export function compactTree(tree: ElementNode, marked = false): ElementNode {
  const markers = marked || MARKERS.some((name) => tree.attributes[name] !== undefined);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(tree.attributes))
    attributes[name] = PLACES.has(name)
      ? tenths(name === "d" && !markers ? straightened(value) : value)
      : value;
  return {
    tag: tree.tag,
    attributes,
    children: tree.children.map((child) => (typeof child === "string" ? child : compactTree(child, markers))),
  };
}

/** Small numbers keep their digits: a scale of 0.02 is no place. */
function tenths(value: string): string {
  return value.replace(/-?\d+\.\d{2,}(?![\de])/g, (number) =>
    Math.abs(Number(number)) < 2 ? number : String(Math.round(Number(number) * 10) / 10),
  );
}

/** A path of straight lines by absolute places, as Plot writes it; any other is left alone. */
function straightened(data: string): string {
  if (!/^(?:[ML]-?[\d.]+,-?[\d.]+|Z)+$/.test(data)) return data;
  return data.replace(/M[^M]+/g, (run) => {
    const points = [...run.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
      ([, x, y]): Point => [Number(x), Number(y)],
    );
    const drawn = kept(points).map(([x, y]) => `${x},${y}`);
    return `M${drawn.join("L")}${run.endsWith("Z") ? "Z" : ""}`;
  });
}

/** The points without which a line would leave its way; Ramer, Douglas and Peucker's. */
function kept(points: readonly Point[]): Point[] {
  const needed = new Set([0, points.length - 1]);
  const stretches: [number, number][] = [[0, points.length - 1]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let farthest = -1;
    let most = TOLERANCE;
    for (let i = from + 1; i < to; i++) {
      const off = distance(points[i] as Point, points[from] as Point, points[to] as Point);
      if (off > most) [farthest, most] = [i, off];
    }
    if (farthest < 0) continue;
    needed.add(farthest);
    stretches.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => needed.has(i));
}

/** How far a point lies from the stretch between two others. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}
