import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import {
  cell,
  cellIds,
  ended,
  evaluated,
  openNotebookMenu,
  printed,
  runAll,
  runButton,
  write,
  writeAndRun,
} from "./notebook";

const CHAPTER = "en/backpropagation/";
const words = messages("en");

const mark = (page: Page, id: string) => cell(page, id).locator(".cell-status .cell-mark");
const panel = (page: Page) => page.locator(".rail.only-wide");

/** The cells that the page calls out of date, in their order. */
async function staleCells(page: Page): Promise<string[]> {
  return page
    .locator('[data-cell][data-validity="stale"]')
    .evaluateAll((cells) => cells.map((one) => (one as HTMLElement).dataset.cell ?? ""));
}

test("an edit makes stale what depends on it and nothing else; running what is stale mends it", async ({
  page,
}) => {
  await page.goto(CHAPTER);
  await runAll(page, words);
  expect(await staleCells(page)).toEqual([]);
  const code = (await cell(page, "forward").locator("code").textContent()) ?? "";
  await write(page, "forward", code.replace("[0.05, 0.1]", "[0.5, 0.1]"));
  // The library's twin of the network has its own numbers; only these use the cell's names.
  await expect.poll(() => staleCells(page)).toEqual(["forward", "nudge", "by-hand", "order-matters"]);
  await expect(mark(page, "forward")).toHaveText(words.staleEdited);
  await expect(mark(page, "nudge")).toHaveText(/from cell forward has changed/);
  const before = await printed(page, "nudge");
  await panel(page)
    .getByRole("button", { name: words.runStale(4) })
    .click();
  await expect.poll(() => staleCells(page)).toEqual([]);
  await ended(page, "order-matters");
  expect(await printed(page, "nudge")).not.toBe(before);
});

test("a definition that is gone leaves no ghost", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(page, "forward", "const width = 3;");
  await writeAndRun(page, "nudge", "width * 2");
  expect(await printed(page, "nudge")).toBe("6");
  await writeAndRun(page, "forward", "const height = 4;");
  await expect(mark(page, "nudge")).toHaveText(words.staleGone("width", "forward"));
  await runButton(page, "nudge").click();
  await expect(cell(page, "nudge").locator(".error-title")).toContainText("width is not defined");
});

test("names that are defined twice, or only further down, are said", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(page, "nudge", "const width = 1;");
  await writeAndRun(page, "by-hand", "const width = 2;");
  await expect(cell(page, "nudge").locator(".cell-notices")).toHaveText(
    `${words.definedTwice("width", "by-hand")} ${words.definedWins("by-hand")}`,
  );
  await writeAndRun(page, "nudge", "0");
  await expect(cell(page, "nudge").locator(".cell-notices")).toHaveCount(0);
  await writeAndRun(page, "forward", "width");
  expect(await printed(page, "forward")).toBe("2");
  await expect(cell(page, "forward").locator(".cell-notices")).toHaveText(
    words.definedBelow("width", "by-hand"),
  );
});

test("after a stop, what had run is run again, and what takes too long is named", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(page, "forward", "let runs = 1;\nruns");
  // Waits on the clock, so that it takes as long on any machine.
  await writeAndRun(page, "nudge", "await new Promise((done) => setTimeout(done, 3500));\nconst slow = 1;");
  await write(page, "by-hand", "while (true) {}");
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "by-hand")).toHaveAttribute("data-activity", "running");
  await runButton(page, "by-hand").click();
  await evaluated(page, "forward");
  await expect(panel(page).locator(".kernel-notice")).toHaveText(
    `${words.aborted} ${words.notRestored("nudge")} ${words.restoredOthers}`,
  );
  await expect(cell(page, "nudge")).toHaveAttribute("data-validity", "stale");
  await writeAndRun(page, "exact", "runs + 1");
  expect(await printed(page, "exact")).toBe("2");
  await expect(panel(page).locator(".kernel-notice")).toHaveCount(0);
});

test("above, from here on, and everything anew: by the cell's menu and the panel", async ({ page }) => {
  await page.goto(CHAPTER);
  const [first = "", second = "", third = ""] = await cellIds(page);
  const menu = async (id: string, command: string) => {
    await cell(page, id).locator(".command-menu summary").click();
    await cell(page, id).getByRole("button", { name: command }).click();
  };
  await menu(third, words.runAboveAll);
  await evaluated(page, second);
  await evaluated(page, first);
  await expect(cell(page, third)).toHaveAttribute("data-validity", "fresh");
  await openNotebookMenu(page);
  await panel(page).getByRole("button", { name: words.restartAndRunAll }).click();
  const ids = await cellIds(page);
  for (const [place, id] of ids.entries()) {
    await evaluated(page, id);
    // A new kernel counts from one.
    await expect(cell(page, id).locator(".cell-count")).toHaveText(`[${place + 1}]`);
  }
});

test("keys move between cells, run, stop, and are listed", async ({ page }) => {
  await page.goto(CHAPTER);
  const ids = await cellIds(page);
  const focused = (id = "") => expect(cell(page, id).locator("[data-code]")).toBeFocused();
  await cell(page, ids[0] ?? "")
    .locator("[data-code]")
    .focus();
  await page.keyboard.press("j");
  await focused(ids[1]);
  await page.keyboard.press("k");
  await focused(ids[0]);
  await page.keyboard.press("End");
  await focused(ids.at(-1));
  await page.keyboard.press("Home");
  await focused(ids[0]);
  await page.keyboard.press("Shift+Enter");
  await focused(ids[1]);
  await evaluated(page, ids[0] ?? "");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: words.keys });
  await expect(sheet).toContainText(words.keyRunAndAdvance);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await focused(ids[1]);
  // One press of a key that cannot be taken back does nothing.
  await page.keyboard.press("0");
  await page.keyboard.press("j");
  await page.keyboard.press("0");
  await expect(cell(page, ids[0] ?? "")).toHaveAttribute("data-validity", "evaluated");
  await page.keyboard.press("0");
  await expect(cell(page, ids[0] ?? "")).toHaveAttribute("data-validity", "stale");
});

test("what waits says at which place, and an old output does not pass for the new one", async ({ page }) => {
  await page.goto(CHAPTER);
  await write(page, "forward", "while (true) {}");
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "forward")).toHaveAttribute("data-activity", "running");
  await expect(cell(page, "forward").locator(".outputs")).toHaveAttribute("data-stale", "true");
  await runButton(page, "nudge").click();
  await runButton(page, "by-hand").click();
  const status = (id: string) => cell(page, id).locator(".cell-status");
  await expect(status("nudge")).toHaveText(words.queued(1));
  await expect(status("by-hand")).toHaveText(words.queued(2));
  await runButton(page, "nudge").click();
  // Asked for again, it goes to the end.
  await expect(status("by-hand")).toHaveText(words.queued(1));
  await expect(status("nudge")).toHaveText(words.queued(2));
  await panel(page).getByRole("button", { name: words.stop }).click();
  await expect(cell(page, "forward")).toHaveAttribute("data-validity", "aborted");
  await expect(cell(page, "nudge")).toHaveAttribute("data-activity", "idle");
  // Nothing had run before, so nothing is said of what was put back.
  await expect(status("forward")).toHaveText(words.aborted);
});
