import fc from "fast-check";
import type { CellRecord } from "@/lib/notebook";

export const CHAPTER = "chapter";

/** The author's cells of the chapter in these tests. */
export const AUTHOR = [
  { id: "one", code: 'import { torch } from "gradbook";\nconst a = torch.tensor(1);' },
  { id: "two", code: "a.item()" },
  { id: "three", code: "print('three');" },
] as const;

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "",
    "\n",
    "a\n\n",
    'import { nn } from "gradbook";',
    "await import('gradbook')",
    "<b>x</b>",
    "\u2028",
  ),
);
const rank = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(0.5));
const place = fc.record({
  anchor: fc.constantFrom(...AUTHOR.map(({ id }) => id)),
  side: fc.constantFrom("above", "below"),
  rank,
});
const common = {
  chapter: fc.constant(CHAPTER),
  revision: fc.integer({ min: 1, max: 99 }),
  savedAt: fc.nat(),
};

/** What a reader may have made of the chapter: a record a cell at most, as the page writes them. */
export const RECORDS: fc.Arbitrary<CellRecord[]> = fc
  .tuple(
    fc.subarray([...AUTHOR]).chain((cells) =>
      fc.tuple(
        ...cells.map(({ id, code }) =>
          fc
            .record(
              {
                ...common,
                cell: fc.constant(id),
                text: fc.oneof(text, fc.constant(code)),
                base: fc.constant(code),
                locale: fc.constantFrom("en", "zh"),
                place,
                removed: fc.constant(true),
              },
              { requiredKeys: ["chapter", "revision", "savedAt", "cell", "text", "base"] },
            )
            .map((record) => {
              const { place: where, removed, ...rest } = record;
              // The page keeps a place of a cell that is there, and nothing of one that is as it was written.
              if (removed) return { ...rest, removed };
              if (where) return { ...rest, place: where };
              return rest.text === code ? { ...rest, text: `${code} // mine` } : rest;
            }),
        ),
      ),
    ),
    fc.uniqueArray(fc.constantFrom("mine-1", "mine-2", "once-an-authors"), { maxLength: 3 }).chain((cells) =>
      fc.tuple(
        ...cells.map((cell) =>
          fc.record(
            {
              ...common,
              cell: fc.constant(cell),
              text,
              base: fc.constantFrom("", "once"),
              place,
              kind: fc.constant("markdown"),
            },
            { requiredKeys: ["chapter", "revision", "savedAt", "cell", "text", "base", "place"] },
          ),
        ),
      ),
    ),
  )
  .map(([authors, mine]) => [...authors, ...mine] as CellRecord[]);
