/** A stretch of a line, and whether the other text has it there too. */
export interface DiffPiece {
  text: string;
  changed: boolean;
}

/** A line of both texts, or of the one that is compared (`removed`), or of the one it became (`added`). */
export interface DiffLine {
  kind: "same" | "removed" | "added";
  pieces: DiffPiece[];
}

/** Lines that are the same in both texts, and too far from any change to be shown. */
export interface DiffGap {
  kind: "gap";
  count: number;
}

/** Beyond so many pairs nothing is compared: one text is taken for all new. */
const MOST_PAIRS = 1_000_000;
/** Two lines of which less is the same are two lines, not one that was changed. */
const ALIKE = 0.4;
const WORD = /[\p{L}\p{N}_$]+|\s+|./gsu;

/**
 * What became of a text, line by line, and within lines that were changed word by word: as few lines removed and added as
 * can be (a longest common subsequence), those removed first where lines were replaced.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const steps = diff(before.split("\n"), after.split("\n"));
  const lines: DiffLine[] = [];
  for (let at = 0; at < steps.length; ) {
    const block = (kind: Step["kind"]) => {
      const from = at;
      while (steps[at]?.kind === kind) at += 1;
      return steps.slice(from, at).map(({ item }) => item);
    };
    for (const text of block("same")) lines.push(line("same", [{ text, changed: false }]));
    lines.push(...replaced(block("removed"), block("added")));
  }
  return lines;
}

/**
 * Only the changes, with a few lines around them; what is left out between is counted.
 *
 * @param around how many lines
 */
export function hunks(lines: readonly DiffLine[], around = 2): (DiffLine | DiffGap)[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, at) => {
    if (kind !== "same") for (let by = -around; by <= around; by += 1) near.add(at + by);
  });
  const shown: (DiffLine | DiffGap)[] = [];
  lines.forEach((one, at) => {
    const last = shown.at(-1);
    if (near.has(at)) shown.push(one);
    else if (last?.kind === "gap") last.count += 1;
    else shown.push({ kind: "gap", count: 1 });
  });
  return shown;
}

function line(kind: DiffLine["kind"], pieces: DiffPiece[]): DiffLine {
  return { kind, pieces };
}

/** Lines in the place of others: each is compared with the one that stands as far down among the others. */
function replaced(removed: readonly string[], added: readonly string[]): DiffLine[] {
  const pairs = removed.map((text, place) => compared(text, added[place]));
  return [
    ...removed.map((text, place) => line("removed", pairs[place]?.[0] ?? whole(text))),
    ...added.map((text, place) => line("added", pairs[place]?.[1] ?? whole(text))),
  ];
}

/** A line without a counterpart has no part that is more changed than the rest. */
function whole(text: string): DiffPiece[] {
  return [{ text, changed: false }];
}

function compared(before: string, after: string | undefined): [DiffPiece[], DiffPiece[]] | null {
  if (after === undefined) return null;
  const steps = diff(before.match(WORD) ?? [], after.match(WORD) ?? []);
  const same = steps.reduce((sum, { kind, item }) => sum + (kind === "same" ? item.trim().length : 0), 0);
  if (same < ALIKE * Math.max(before.trim().length, after.trim().length)) return null;
  return [pieces(steps, "removed"), pieces(steps, "added")];
}

function pieces(steps: readonly Step[], kind: "removed" | "added"): DiffPiece[] {
  const all: DiffPiece[] = [];
  for (const { kind: is, item } of steps) {
    if (is !== "same" && is !== kind) continue;
    const last = all.at(-1);
    if (last && last.changed === (is === kind)) last.text += item;
    else all.push({ text: item, changed: is === kind });
  }
  return all;
}

interface Step {
  kind: "same" | "removed" | "added";
  item: string;
}

/** The fewest steps from one row to another; removals before additions. */
function diff(before: readonly string[], after: readonly string[]): Step[] {
  const step = (kind: Step["kind"]) => (item: string) => ({ kind, item });
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = changes(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...before.slice(0, start).map(step("same")),
    ...middle,
    ...before.slice(before.length - end).map(step("same")),
  ];
}

function changes(before: readonly string[], after: readonly string[]): Step[] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_PAIRS) {
    return [
      ...before.map((item) => ({ kind: "removed", item }) as const),
      ...after.map((item) => ({ kind: "added", item }) as const),
    ];
  }
  // How many items the rests of both rows have in common, from each place on.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const left = before[row];
    const right = after[column];
    if (left !== undefined && left === right) {
      steps.push({ kind: "same", item: left });
      row += 1;
      column += 1;
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ kind: "removed", item: left });
      row += 1;
    } else if (right !== undefined) {
      steps.push({ kind: "added", item: right });
      column += 1;
    }
  }
  return steps;
}
