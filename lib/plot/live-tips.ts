import type { LiveData, TipGroup } from "../protocol";
import { fraction, isDrawable } from "./live-axis";
import { visiblePoints } from "./live-curve";
import type { LiveLayout } from "./live-layout";
import { SERIES_COLORS } from "./theme";
import { MAX_TIPS } from "./tips";

/** What can be read off the curves of a live plot: each point that is drawn, or evenly spaced ones of many. */
export function liveTips(data: LiveData, layout: LiveLayout): TipGroup[] {
  const { options, series } = data;
  const { frame, x, y, named } = layout;
  const group: TipGroup = {
    pointer: "x",
    labels: [options.x?.label ?? "x", options.y?.label ?? "y"],
    x: [],
    y: [],
    values: [],
  };
  const colors: string[] = [];
  const curves: number[] = [];
  if (named) group.labels.unshift("");
  const most = Math.max(2, Math.floor(MAX_TIPS / Math.max(1, series.length)));
  for (const [curve, one] of series.entries()) {
    const points = visiblePoints(one, data, layout.width);
    const drawn = points.y
      .map((_, i) => i)
      .filter(
        (i) => isDrawable(points.x[i] ?? Number.NaN, x.type) && isDrawable(points.y[i] ?? Number.NaN, y.type),
      );
    const step = Math.ceil(drawn.length / most);
    for (const i of drawn.filter((_, at) => at % step === 0 || at === drawn.length - 1)) {
      const [abscissa = 0, ordinate = 0] = [points.x[i], points.y[i]];
      group.x.push(frame.left + fraction(abscissa, x) * (frame.right - frame.left));
      group.y.push(frame.bottom - fraction(ordinate, y) * (frame.bottom - frame.top));
      const texts = [String(abscissa), String(Number(ordinate.toPrecision(6)))];
      group.values.push(named ? [one.name, ...texts] : texts);
      colors.push(SERIES_COLORS[curve % SERIES_COLORS.length] ?? "");
      curves.push(curve);
    }
  }
  if (group.x.length === 0) return [];
  return [{ ...group, colors, series: curves }];
}
