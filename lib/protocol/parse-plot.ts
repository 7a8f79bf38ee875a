import { isNumber, isRecord, isString, isWhole } from "./checks";
import type { PlotData, TipGroup } from "./output";
import type { CleanTree } from "./parse-bundle";
import { parseTable } from "./parse-table";

/** Places, groups, lines and characters of tips: a kernel sends no more. */
const MAX_PLACES = 5_000;
const MAX_GROUPS = 200;
const MAX_LINES = 30;
const MAX_TEXT = 400;

/** Colours that are nothing but colours. */
const COLOR = /^(?:[a-z]{1,30}|#[\da-f]{3,8}|(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\)|var\(--series-[1-8]\))$/i;

/** A plot, checked; null if its picture is none. Readings that are not as they should be are left out. */
export function parsePlot(data: unknown, clean: CleanTree): PlotData | null {
  if (!isRecord(data)) return null;
  const tree = clean(data.tree);
  if (!tree) return null;
  const plot: PlotData = { tree, description: isString(data.description) ? data.description : "" };
  const tips = parseTips(data.tips);
  if (tips.length > 0) plot.tips = tips;
  const table = parseTable(data.table);
  if (table) plot.table = table;
  return plot;
}

function parseTips(data: unknown): TipGroup[] {
  if (!Array.isArray(data)) return [];
  const groups: TipGroup[] = [];
  let places = 0;
  for (const untrusted of data.slice(0, MAX_GROUPS) as unknown[]) {
    const group = parseGroup(untrusted);
    if (!group) continue;
    places += group.x.length;
    if (places > MAX_PLACES) break;
    groups.push(group);
  }
  return groups;
}

function parseGroup(data: unknown): TipGroup | null {
  if (!isRecord(data)) return null;
  const { pointer, x, y, labels, values, colors, series } = data;
  if (pointer !== "x" && pointer !== "y" && pointer !== "xy") return null;
  if (!Array.isArray(x) || !Array.isArray(y) || !Array.isArray(labels) || !Array.isArray(values)) return null;
  const count = x.length;
  if (count > MAX_PLACES || y.length !== count || values.length !== count) return null;
  if (!x.every(isNumber) || !y.every(isNumber) || labels.length > MAX_LINES) return null;
  const group: TipGroup = {
    pointer,
    x: [...x],
    y: [...y],
    labels: labels.map(parseText),
    values: values.map((line: unknown) =>
      labels.map((_, i) => parseText(Array.isArray(line) ? line[i] : "")),
    ),
  };
  if (Array.isArray(colors))
    group.colors = x.map((_, i) => {
      const color: unknown = colors[i];
      return isString(color) && COLOR.test(color) ? color : "";
    });
  if (Array.isArray(series) && series.length === count && series.every(isWhole)) group.series = [...series];
  return group;
}

function parseText(data: unknown): string {
  return isString(data) ? data.slice(0, MAX_TEXT) : "";
}
