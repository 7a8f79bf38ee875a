import type { TableCell, TableData } from "../protocol";
import { isFurniture } from "./facts";
import { type Channel, indexOf, type PlacedMark } from "./record";

/** Rows of a plot's table. */
const MAX_ROWS = 1_000;
/** Columns of it. */
const MAX_COLUMNS = 20;
/** Characters of a cell. */
const MAX_CELL = 200;
/** Rules and frames of so few data are marks on the paper, not data. */
const FEW = 3;

/** Channels in the order of their columns. What else there is follows. */
const ORDER = [
  ...["fx", "fy", "x", "x1", "x2", "y", "y1", "y2", "z", "fill", "stroke", "symbol", "r", "length"],
  ...["rotate", "weight", "opacity", "fillOpacity", "strokeOpacity", "strokeWidth", "text", "title"],
];
const HIDDEN: ReadonlySet<string> = new Set(["geometry", "href", "src", "ariaLabel", "scales"]);

interface Column {
  label: string;
  channel: Channel;
}

/**
 * The numbers behind a plot, as marks were given them: a row for each datum, a column for each channel. Undefined if
 * there are none.
 *
 * @param labelOf the label that the plot's options give to a scale
 */
export function dataTable(
  marks: readonly PlacedMark[],
  labelOf: (scale: string) => unknown,
): TableData | undefined {
  const shown = withoutGuides(marks.filter(({ mark }) => !isFurniture(mark.ariaLabel ?? "")));
  const parts = shown
    .map((placed) => ({ placed, columns: columnsOf(placed, labelOf) }))
    .filter(({ columns }) => columns.length > 0);
  const labels = [...new Set(parts.flatMap(({ columns }) => columns.map(({ label }) => label)))];
  if (labels.length === 0) return undefined;
  // Marks of the same data, a line and its points say, are one table.
  const rows = new Map<string, TableCell[]>();
  const several = new Set(parts.map(({ placed }) => placed.mark.data)).size > 1;
  let rowCount = 0;
  for (const { placed, columns } of several ? parts : parts.slice(0, 1)) {
    for (const i of indexes(placed)) {
      rowCount += 1;
      if (rows.size >= MAX_ROWS) continue;
      const row = labels.map((label) => {
        const column = columns.find((one) => one.label === label);
        return column ? cellOf(column.channel.value[i]) : null;
      });
      if (several) row.unshift(placed.mark.ariaLabel ?? "");
      rows.set(String(rowCount), row);
    }
  }
  const used = several
    ? ["mark", ...labels]
    : labels.filter((label) => parts[0]?.columns.some((c) => c.label === label));
  const kept = used.slice(0, MAX_COLUMNS);
  const at = several ? kept.map((_, i) => i) : kept.map((label) => labels.indexOf(label));
  return {
    columns: kept,
    rows: [...rows.values()].map((row) => at.map((place) => row[place] ?? null)),
    rowCount,
    columnCount: used.length,
    indexed: several,
  };
}

/** All marks but rules and frames beside real data. */
function withoutGuides(marks: PlacedMark[]): PlacedMark[] {
  const data = marks.filter((placed) => {
    const { ariaLabel } = placed.mark;
    return ariaLabel !== "rule" || indexes(placed).length > FEW;
  });
  return data.length > 0 ? data : marks;
}

function indexes(placed: PlacedMark): number[] {
  const facets = placed.state.facets?.length ?? 0;
  return Array.from({ length: facets }, (_, facet) => Array.from(indexOf(placed, facet))).flat();
}

function columnsOf(placed: PlacedMark, labelOf: (scale: string) => unknown): Column[] {
  const { channels } = placed.state;
  const names = Object.keys(channels).filter((name) => !HIDDEN.has(name));
  names.sort((a, b) => rank(a) - rank(b));
  const sample = indexes(placed).slice(0, MAX_ROWS);
  const columns: Column[] = [];
  for (const name of names) {
    const channel = channels[name];
    if (!channel || typeof channel.value !== "object" || channel.value === null) continue;
    // Without a scale a colour is a colour, and no datum.
    if ((name === "fill" || name === "stroke") && channel.scale !== "color") continue;
    // A bar's foot.
    if (/^[xy]1$/.test(name) && sample.every((i) => channel.value[i] === 0)) continue;
    const same = columns.some(({ channel: { value } }) =>
      sample.every((i) => Object.is(value[i], channel.value[i])),
    );
    if (same && columns.length > 0) continue;
    const label = text(channel.scale && labelOf(channel.scale)) ?? text(channel.label) ?? name;
    columns.push({
      label: columns.some((one) => one.label === label) ? `${label} (${name})` : label,
      channel,
    });
  }
  return columns;
}

function rank(name: string): number {
  const at = ORDER.indexOf(name);
  return at < 0 ? ORDER.length : at;
}

function text(label: unknown): string | undefined {
  return typeof label === "string" && label !== "" ? label.slice(0, MAX_CELL) : undefined;
}

function cellOf(value: unknown): TableCell {
  if (typeof value === "number") return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return String(value).slice(0, MAX_CELL);
}
