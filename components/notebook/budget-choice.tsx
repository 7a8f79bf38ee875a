"use client";

import type { Messages } from "@/lib/i18n";
import { BUDGETS, type Budget, budgetText, readBudget } from "@/lib/notebook";
import { useNotebook, useNotebookState } from "./notebook";

/** How long a run may go on without a pause and without output: the reader's choice. */
export function BudgetChoice() {
  const { controller, words } = useNotebook();
  const budget = useNotebookState((state) => state.budget);
  return (
    <label className="budget-choice" title={words.budgetHint}>
      {words.budget}
      <select
        value={budgetText(budget)}
        onChange={({ target }) => controller.setBudget(readBudget(target.value))}
      >
        {BUDGETS.map((one) => (
          <option key={budgetText(one)} value={budgetText(one)}>
            {budgetWords(words, one)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function budgetWords(words: Messages, budget: Budget): string {
  if (budget === null) return words.budgetNever;
  return budget < 60 ? words.budgetSeconds(budget) : words.budgetMinutes(budget / 60);
}
