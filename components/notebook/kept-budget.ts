import { type Budget, budgetText, readBudget } from "@/lib/notebook";
import { STORAGE_NAME } from "../layout/site";

const KEY = `${STORAGE_NAME}:budget`;

/** How long this reader lets a run go on in silence. */
export function keptBudget(): Budget {
  try {
    return readBudget(localStorage.getItem(KEY));
  } catch {
    return readBudget(null);
  }
}

export function keepBudget(budget: Budget): void {
  try {
    localStorage.setItem(KEY, budgetText(budget));
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
