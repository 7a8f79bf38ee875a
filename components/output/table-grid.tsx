import type { Messages } from "@/lib/i18n";
import type { TableCell, TableData } from "@/lib/protocol";
import { numberText } from "./numbers";
import type { TableOrder } from "./table-order";

/** Rows that are drawn before the reader asks for more. */
export const FIRST_ROWS = 50;

/** A table's rows under the names of its columns. Without `onSort` it stays as it is. */
export function TableGrid({
  data,
  rows,
  order,
  onSort,
}: {
  data: TableData;
  rows: readonly (readonly TableCell[])[];
  order?: TableOrder | null;
  onSort?(column: number): void;
}) {
  return (
    <table className="output-table">
      <thead>
        <tr>
          {data.columns.map((name, column) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              key={column}
              scope="col"
              aria-sort={order?.column === column ? order.direction : undefined}
            >
              {onSort ? (
                <button type="button" onClick={() => onSort(column)}>
                  {name}
                </button>
              ) : (
                name
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no state
          <tr key={place}>
            {row.map((cell, column) =>
              data.indexed && column === 0 ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  key={column}
                  cell={cell}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell }: { cell: TableCell }) {
  if (typeof cell !== "number") return <td>{cell}</td>;
  const text = numberText(cell);
  return (
    <td className="number" title={text === String(cell) ? undefined : String(cell)}>
      {text}
    </td>
  );
}

/** How much of the table there is to see. */
export function tableNote(data: TableData, words: Messages): string {
  const { rows, rowCount, columns, columnCount } = data;
  const note =
    rows.length === rowCount ? words.tableRows(rowCount) : words.tableFirstRows(rows.length, rowCount);
  return columns.length < columnCount ? `${note} · ${words.tableColumns(columns.length, columnCount)}` : note;
}
