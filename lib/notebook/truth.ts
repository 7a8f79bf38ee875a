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

/** Of what is known of a cell, that on which the truth depends. */
const FACTS = ["ranCode", "ranGeneration", "ranAt", "ended", "declares", "uses"] as const;

/** Whether `truthOf` says the same of two sessions with the same cells: what is put out changes nothing of it. */
export function isAsTrue(before: Session, after: Session): boolean {
  if (before.generation !== after.generation || before.names !== after.names) return false;
  if (before.cells === after.cells) return true;
  const ids = Object.keys(after.cells);
  if (ids.length !== Object.keys(before.cells).length) return false;
  return ids.every((id) => {
    const [one, other] = [before.cells[id], after.cells[id]];
    return one === other || (one && other && FACTS.every((fact) => one[fact] === other[fact]));
  });
}

/** The newer truth, in which what is said of a cell is the older's very object wherever it says the same. */
export function keepTruth(
  older: ReadonlyMap<string, Truth>,
  newer: ReadonlyMap<string, Truth>,
): ReadonlyMap<string, Truth> {
  return new Map(
    [...newer].map(([id, truth]) => {
      const before = older.get(id);
      return [id, before && saysTheSame(before, truth) ? before : truth];
    }),
  );
}

function saysTheSame(a: Truth, b: Truth): boolean {
  return (
    a.validity === b.validity &&
    a.reason === b.reason &&
    a.name === b.name &&
    a.cell === b.cell &&
    a.notices.length === b.notices.length &&
    a.notices.every((notice, place) => JSON.stringify(notice) === JSON.stringify(b.notices[place]))
  );
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
  const known = new Map<number, Set<string>>();
  const importsAt = (place: number) => {
    const before = known.get(place);
    if (before) return before;
    const names = importsOf(cells[place]?.text ?? "");
    known.set(place, names);
    return names;
  };
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
        // The same thing from a library, twice.
        if (other === undefined || (importsAt(place).has(name) && importsAt(other).has(name))) return [];
        return [{ kind: "twice", name, cell: idAt(other), wins: owners.get(name)?.id ?? null }];
      });
      return [id, [...below, ...twice]];
    }),
  );
}

/** The names that a text imports, as far as they can be seen without parsing it. */
function importsOf(text: string): Set<string> {
  const lists = [...text.matchAll(/^\s*import\s[^"'{]*\{([^}]*)\}/gm)].map(([, list = ""]) => list);
  return new Set(
    lists.flatMap((list) => list.split(",").map((part) => part.trim().split(/\s+/).at(-1) ?? "")),
  );
}
