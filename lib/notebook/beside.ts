import type { CellRecord } from "./record";

/**
 * Another's cells as they can be taken into a reader's own chapter without taking anything's place: where the reader has
 * a text of the cell already, or one of that name, the other's text comes as a new cell below it.
 *
 * @param own what the reader has in the chapter
 * @param others the cells to be taken in
 * @param author the author's cells, in their order
 * @param now milliseconds since 1970
 * @returns the records to be written; none of them has the name of one of the reader's own
 */
export function besideOwn(
  own: readonly CellRecord[],
  others: readonly CellRecord[],
  author: readonly string[],
  now: number,
): CellRecord[] {
  const taken = new Map(own.map((record) => [record.cell, record]));
  const names = new Set([...taken.keys(), ...others.map(({ cell }) => cell)]);
  let number = 0;
  const newName = () => {
    do number += 1;
    while (names.has(`mine-${number}`));
    return `mine-${number}`;
  };
  return others.flatMap((record, index): CellRecord[] => {
    const mine = taken.get(record.cell);
    if (!mine) return [{ ...record, savedAt: now, revision: 1 }];
    // The reader's row of cells stays the reader's; and what both have is there.
    if (record.removed || record.text === mine.text) return [];
    const anchor = author.includes(record.cell) ? record.cell : (record.place?.anchor ?? author.at(-1));
    if (anchor === undefined) return [];
    const { chapter, text, kind } = record;
    const place = { anchor, side: "below" as const, rank: index };
    const copy: CellRecord = { chapter, cell: newName(), text, base: "", place, revision: 1, savedAt: now };
    return [kind === undefined ? copy : { ...copy, kind }];
  });
}
