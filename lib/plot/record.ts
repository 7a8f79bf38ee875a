import type { PlotDocument } from "./document";

/** A channel of a mark: its values before they are scaled. */
export interface Channel {
  value: ArrayLike<unknown>;
  scale?: string | null;
  label?: string | null;
}

/** The data of one facet, as far as it is to be drawn. */
export type Index = ArrayLike<number> & Iterable<number> & { fx?: unknown; fy?: unknown; fi?: number };

/** What Plot knows of a mark while it draws. */
export interface MarkState {
  channels: Record<string, Channel>;
  facets?: Index[];
}

/** A mark of Plot's, as far as it is looked at here. */
export interface PlotMark {
  ariaLabel?: string;
  data: unknown;
  tip?: unknown;
  filter(index: Index, channels: MarkState["channels"], values: Values): Index;
}

export type Values = Record<string, ArrayLike<unknown> | undefined>;
type ScaleFunction = ((value: unknown) => number) & { bandwidth?(): number };
export type Scales = Record<string, ScaleFunction | undefined>;

export interface Dimensions {
  width: number;
  height: number;
  marginLeft: number;
  marginTop: number;
}

export interface Context {
  document: PlotDocument;
  getMarkState(mark: PlotMark): MarkState;
}

/** A mark that has been given its places, in the order of drawing. */
export interface PlacedMark {
  mark: PlotMark;
  state: MarkState;
  values: Values;
}

/** A tip that waits for a pointer, in one facet. */
export interface WaitingTip extends PlacedMark {
  /** No data: what the pointer has found so far. Of the facet it says which. */
  index: Index;
  scales: Scales;
  dimensions: Dimensions;
  context: Context;
  render: TipRender;
}

type TipRender = (
  this: unknown,
  index: Index,
  scales: Scales,
  values: Values,
  dimensions: Dimensions,
  context: Context,
) => unknown;

interface Recording {
  marks: PlacedMark[];
  tips: WaitingTip[];
}

let current: Recording | null = null;

/** What Plot's classes are changed in: where all marks get their places, and where tips are drawn. */
export interface RecordedClasses {
  Mark: {
    prototype: {
      scale(this: PlotMark, channels: MarkState["channels"], scales: Scales, context: Context): Values;
    };
  };
  Tip: { prototype: { render: TipRender } };
}

/** Makes the marks of a module tell what they draw while something is recorded. */
export function listenToMarks({ Mark, Tip }: RecordedClasses): void {
  const { scale } = Mark.prototype;
  Mark.prototype.scale = function (channels, scales, context) {
    const values = scale.call(this, channels, scales, context);
    current?.marks.push({ mark: this, state: context.getMarkState(this), values });
    return values;
  };
  const { render } = Tip.prototype;
  Tip.prototype.render = function (index, scales, values, dimensions, context) {
    // Without a datum a tip is drawn only because it waits for a pointer.
    if (index.length === 0 && current) {
      const mark = this as PlotMark;
      const state = context.getMarkState(mark);
      current.tips.push({ mark, state, values, index, scales, dimensions, context, render });
    }
    return render.call(this, index, scales, values, dimensions, context);
  };
}

/** Draws, and says what has been drawn. */
export function record<Result>(draw: () => Result): { result: Result; recording: Recording } {
  const before = current;
  const recording: Recording = { marks: [], tips: [] };
  current = recording;
  try {
    return { result: draw(), recording };
  } finally {
    current = before;
  }
}

/** The data that a mark draws in a facet; all of it if the mark has one index for all facets. */
export function indexOf({ mark, state, values }: PlacedMark, facet = 0): Index {
  const index = state.facets?.[facet] ?? state.facets?.[0] ?? [];
  // A facet's own channels have no places.
  const placed = Object.entries(state.channels).filter(([name]) => values[name] !== undefined);
  return mark.filter(index, Object.fromEntries(placed), values);
}
