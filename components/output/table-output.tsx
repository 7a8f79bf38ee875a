"use client";

import { useMemo, useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { TableData } from "@/lib/protocol";
import { FIRST_ROWS, TableGrid, tableNote } from "./table-grid";
import { nextOrder, sortRows, type TableOrder } from "./table-order";

/** Pixels from the end at which more rows are drawn. */
const NEAR = 200;

/** A table that sorts by a click on a column's name, and draws more rows as the reader comes to them. */
export function TableOutput({ data, words, locale }: { data: TableData; words: Messages; locale: string }) {
  const [order, setOrder] = useState<TableOrder | null>(null);
  const [drawn, setDrawn] = useState(FIRST_ROWS);
  const rows = useMemo(() => sortRows(data.rows, order, locale), [data, order, locale]);
  const left = rows.length - drawn;
  const note = tableNote(data, words);
  const showMore = () => setDrawn(drawn + FIRST_ROWS);
  return (
    <figure className="table-output">
      <section
        className="table-rows"
        aria-label={note}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to get there
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (left > 0 && scrollTop + clientHeight > scrollHeight - NEAR) showMore();
        }}
      >
        <TableGrid
          data={data}
          rows={rows.slice(0, drawn)}
          order={order}
          onSort={(column) => setOrder(nextOrder(order, column))}
        />
      </section>
      <figcaption className="output-note">
        {note}{" "}
        {left > 0 && (
          <button type="button" className="quiet-button" onClick={showMore}>
            {words.showMoreRows(Math.min(left, FIRST_ROWS))}
          </button>
        )}
      </figcaption>
    </figure>
  );
}
