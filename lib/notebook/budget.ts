/**
 * For how many seconds a run may go on without a pause and without output before it is ended: a loop that never ends
 * looks just so. Null: for ever.
 */
export type Budget = number | null;

/** What readers can choose from. */
export const BUDGETS: readonly Budget[] = [30, 60, 300, null];
export const DEFAULT_BUDGET: Budget = 60;

/** A run that puts something out may well know what it does: it has so many times longer. */
const TALKATIVE = 10;
/** The part of the budget after which the reader is told. */
const WARNING = 1 / 3;

/** How a run stands, in seconds. */
export interface Hold {
  /** Since the program last paused: it has awaited nothing that takes time, and has not ended. */
  unbroken: number;
  /** Since it last put something out. */
  quiet: number;
}

export type HoldJudgement = "fine" | "long" | "over";

/** Whether a run is to be left alone, to be spoken of, or to be ended. */
export function judgeHold({ unbroken, quiet }: Hold, budget: Budget): HoldJudgement {
  if (budget === null) return "fine";
  const spent = Math.max(Math.min(unbroken, quiet), unbroken / TALKATIVE);
  if (spent >= budget) return "over";
  return spent >= budget * WARNING ? "long" : "fine";
}

/** The budget that was written as a text; the default for anything else. */
export function readBudget(text: string | null): Budget {
  const found = BUDGETS.find((budget) => budgetText(budget) === text);
  return found === undefined ? DEFAULT_BUDGET : found;
}

export function budgetText(budget: Budget): string {
  return budget === null ? "never" : String(budget);
}
