import { cellOf, type Session, type StaleReason, type Validity, validity } from "./session";

/** A cell as it stands in the notebook now. */
export interface NotebookCell {
  id: string;
  text: string;
  /** What the build knows of the author's text. */
  author: { text: string; declares: readonly string[]; uses: readonly string[] } | null;
}

/** Something about a cell's names that the reader should know, whether it has run or not. */
export type Notice =
  /** It uses a name that only a cell below defines. */
  | { kind: "below"; name: string; cell: string }
  /** Another cell defines the same name; the one that `wins` ran last, if any has run. */
  | { kind: "twice"; name: string; cell: string; wins: string | null };

/** What can be said of a cell's output, and of its names. */
export interface Truth {
  validity: Validity;
  reason?: StaleReason;
  /** The name through which it is no longer true, and the cell that defines or defined it. */
  name?: string;
  cell?: string;
  notices: readonly Notice[];
}

/**
 * Is each cell's output still what its text and all that it depends on say? Computed from what is known of each
 * cell's names: from its last run; for the author's text that has not run, from the build's.
 *
 * @param cells in the notebook's order
 */
export function truthOf(session: Session, cells: readonly NotebookCell[]): ReadonlyMap<string, Truth> {
  const owners = ownersOf(session, cells);
  const done = new Map<string, Omit<Truth, "notices">>();
  const open = new Set<string>();

  const judge = (cell: NotebookCell): Omit<Truth, "notices"> => {
    const known = done.get(cell.id);
    if (known) return known;
    open.add(cell.id);
    const verdict = judgeAnew(cell);
    open.delete(cell.id);
    done.set(cell.id, verdict);
    return verdict;
  };
  const judgeAnew = (cell: NotebookCell): Omit<Truth, "notices"> => {
    const [own, reason] = validity(session, cell.id, cell.text);
    if (own !== "evaluated") return reason ? { validity: own, reason } : { validity: own };
    const facts = cellOf(session, cell.id);
    for (const name of facts.uses) {
      const owner = owners.get(name);
      if (owner === undefined) {
        const before = session.names[name];
        if (before !== undefined && before !== cell.id && !facts.declares.includes(name))
          return { validity: "stale", reason: "gone", name, cell: before };
        continue;
      }
      if (owner.id === cell.id) continue;
      const newer = cellOf(session, owner.id).ranAt > facts.ranAt;
      // Of two cells that need each other, nothing more can be said than which ran last.
      if (newer || (!open.has(owner.id) && judge(owner).validity === "stale"))
        return { validity: "stale", reason: "upstream", name, cell: owner.id };
    }
    return { validity: "evaluated" };
  };

  const notices = noticesOf(session, cells, owners);
  return new Map(cells.map((cell) => [cell.id, { ...judge(cell), notices: notices.get(cell.id) ?? [] }]));
}

/** The cells whose output is no longer true, in the notebook's order: run in this order they are true again. */
export function staleCells(truth: ReadonlyMap<string, Truth>): string[] {
  return [...truth].filter(([, { validity: is }]) => is === "stale" || is === "aborted").map(([id]) => id);
}

/** The cell whose value each name has now: of those that define it, the one that ran last. */
function ownersOf(session: Session, cells: readonly NotebookCell[]): Map<string, NotebookCell> {
  const owners = new Map<string, NotebookCell>();
  for (const cell of cells) {
    const facts = cellOf(session, cell.id);
    if (facts.ranGeneration !== session.generation) continue;
    for (const name of facts.declares) {
      const other = owners.get(name);
      if (!other || cellOf(session, other.id).ranAt < facts.ranAt) owners.set(name, cell);
    }
  }
  return owners;
}

interface Names {
  declares: readonly string[];
  uses: readonly string[];
}

/** What a cell defines and uses, as far as it is known. */
function namesOf(session: Session, { id, text, author }: NotebookCell): Names {
  const facts = cellOf(session, id);
  if (facts.ranCode === text && facts.ended !== null) return facts;
  if (author?.text === text) return author;
  return facts.ranCode === null ? { declares: [], uses: [] } : facts;
}

function noticesOf(
  session: Session,
  cells: readonly NotebookCell[],
  owners: ReadonlyMap<string, NotebookCell>,
): Map<string, Notice[]> {
  const names = cells.map((cell) => namesOf(session, cell));
  const definers = new Map<string, number[]>();
  names.forEach(({ declares }, place) => {
    for (const name of declares) definers.set(name, [...(definers.get(name) ?? []), place]);
  });
  const idAt = (place: number) => cells[place]?.id ?? "";
  return new Map(
    cells.map(({ id }, place) => {
      const { declares = [], uses = [] } = names[place] ?? {};
      const below = uses.flatMap((name): Notice[] => {
        const places = definers.get(name) ?? [];
        const first = places[0];
        const only = first !== undefined && places.every((one) => one > place);
        return only ? [{ kind: "below", name, cell: idAt(first) }] : [];
      });
      const twice = declares.flatMap((name): Notice[] => {
        const other = definers.get(name)?.find((one) => one !== place);
        if (other === undefined) return [];
        return [{ kind: "twice", name, cell: idAt(other), wins: owners.get(name)?.id ?? null }];
      });
      return [id, [...below, ...twice]];
    }),
  );
}
