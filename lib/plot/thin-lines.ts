import { type LineChannels, THIN_FROM, thinIndex } from "./thin-index";

/** A mark's render function, as far as it is wrapped here. */
export type Render = (
  this: unknown,
  index: FacetIndex | null,
  scales: unknown,
  values: Channels,
  ...rest: unknown[]
) => unknown;

/** The data of one facet that a mark draws. */
type FacetIndex = ArrayLike<number> & { fx?: unknown; fy?: unknown; fi?: unknown };

/** A mark's channels, scaled. */
type Channels = Record<string, ArrayLike<unknown> | undefined>;

/** Points that lines and areas have been asked to run through since the last count began. */
let points = 0;

/** Counts the points of the lines and areas that are drawn meanwhile. */
export function countPoints<T>(draw: () => T): { result: T; points: number } {
  points = 0;
  const result = draw();
  return { result, points };
}

/** Makes every line of a module draw no more points than can be seen. */
export function thinLines(line: { render: Render }, area: { render: Render }): void {
  wrapRender(line, ({ x, y }) => (x && y ? { along: x, across: [y] } : undefined));
  wrapRender(area, ({ x1, y1, x2, y2 }) => {
    if (x1 && !x2 && y1) return { along: x1, across: y2 ? [y1, y2] : [y1] };
    if (y1 && !y2 && x1) return { along: y1, across: x2 ? [x1, x2] : [x1] };
    return undefined;
  });
}

type Sides = Pick<LineChannels, "along" | "across">;

function wrapRender(prototype: { render: Render }, sides: (values: Channels) => Sides | undefined): void {
  const render = prototype.render;
  prototype.render = function (index, scales, values, ...rest) {
    points += index?.length ?? 0;
    return render.call(this, index && thinFacet(index, values, sides(values)), scales, values, ...rest);
  };
}

function thinFacet(index: FacetIndex, values: Channels, sides: Sides | undefined): FacetIndex {
  if (!sides || index.length < THIN_FROM) return index;
  const { fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, title } = values;
  const looks = [fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, title].filter(
    (look) => look !== undefined,
  );
  const kept = thinIndex(index, { ...sides, looks, ...(values.z && { z: values.z }) });
  return Object.assign(kept, { fx: index.fx, fy: index.fy, fi: index.fi });
}
