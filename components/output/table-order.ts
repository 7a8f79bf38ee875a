import type { TableCell } from "@/lib/protocol";

/** By which column a table is sorted, and which way. */
export interface TableOrder {
  column: number;
  direction: "ascending" | "descending";
}

/** The order that a click on a column's name asks for: up, down, and as it came. */
export function nextOrder(order: TableOrder | null, column: number): TableOrder | null {
  if (order?.column !== column) return { column, direction: "ascending" };
  return order.direction === "ascending" ? { column, direction: "descending" } : null;
}

/** The rows in order. Numbers stand before texts, NaN behind all numbers, and what is missing last, either way. */
export function sortRows(
  rows: readonly (readonly TableCell[])[],
  order: TableOrder | null,
  locale: string,
): readonly (readonly TableCell[])[] {
  if (!order) return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = order.direction === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const one = a[order.column] ?? null;
    const other = b[order.column] ?? null;
    const rank = rankOf(one) - rankOf(other);
    if (rank !== 0) return rank;
    if (typeof one === "number" && typeof other === "number")
      return Number.isNaN(one) ? 0 : sign * (one - other);
    return sign * compare(String(one ?? ""), String(other ?? ""));
  });
}

function rankOf(cell: TableCell): number {
  if (cell === null) return 3;
  if (typeof cell === "string") return 2;
  return Number.isNaN(cell) ? 1 : 0;
}
