import { describe, expect, it } from "vitest";
import { BUDGETS, budgetText, DEFAULT_BUDGET, judgeHold, readBudget } from "@/lib/notebook";

/** A loop that puts nothing out. */
const silent = (seconds: number) => ({ unbroken: seconds, quiet: seconds });

describe("a run's budget", () => {
  it("lets every silent run of ten seconds end, and says nothing of it", () => {
    for (const budget of BUDGETS) expect(judgeHold(silent(9.5), budget)).toBe("fine");
  });

  it("is spoken of before it is spent", () => {
    expect(judgeHold(silent(20), 60)).toBe("long");
    expect(judgeHold(silent(59.5), 60)).toBe("long");
    expect(judgeHold(silent(60), 60)).toBe("over");
  });

  it("is not spent by a run that pauses, however long it waits", () => {
    expect(judgeHold({ unbroken: 0.5, quiet: 10_000 }, 30)).toBe("fine");
  });

  it("is larger for a run that puts something out, and ends all the same", () => {
    expect(judgeHold({ unbroken: 120, quiet: 0.5 }, 60)).toBe("fine");
    expect(judgeHold({ unbroken: 300, quiet: 0.5 }, 60)).toBe("long");
    expect(judgeHold({ unbroken: 600, quiet: 0.5 }, 60)).toBe("over");
  });

  it("may be without end", () => {
    expect(judgeHold(silent(1e6), null)).toBe("fine");
  });

  it("is kept as a text; what is none of the choices is the default", () => {
    for (const budget of BUDGETS) expect(readBudget(budgetText(budget))).toBe(budget);
    for (const text of [null, "", "0", "1e9", "-60", "Infinity"])
      expect(readBudget(text)).toBe(DEFAULT_BUDGET);
  });
});
