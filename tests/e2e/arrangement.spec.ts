import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import { cell, cellIds, evaluated, printed, runAll, write, writeAndRun } from "./notebook";

const CHAPTER = "en/backpropagation/";
const words = messages("en");

const panel = (page: Page) => page.locator(".rail.only-wide");
const code = (page: Page, id: string) => cell(page, id).locator("[data-code]");

async function choose(page: Page, id: string, command: string): Promise<void> {
  await cell(page, id).locator(".cell-menu summary").click();
  await cell(page, id).getByRole("button", { name: command, exact: true }).click();
}

test("a cell of one's own: added, written, run, moved, kept across a reload", async ({ page }) => {
  await page.goto(CHAPTER);
  const [first = "", second = "", third = ""] = await cellIds(page);
  await choose(page, first, words.addBelow);
  await expect(code(page, "mine-1")).toBeFocused();
  expect((await cellIds(page)).slice(0, 2)).toEqual([first, "mine-1"]);
  await writeAndRun(page, "mine-1", "const mine = 20 + 1;\nmine * 2");
  expect(await printed(page, "mine-1")).toBe("42");
  await choose(page, "mine-1", words.duplicate);
  await expect(cell(page, "mine-2").locator("code")).toHaveText(/mine \* 2/);
  await choose(page, "mine-1", words.moveDown);
  await choose(page, "mine-1", words.moveDown);
  expect((await cellIds(page)).slice(0, 4)).toEqual([first, "mine-2", "mine-1", second]);
  await choose(page, "mine-1", words.moveDown);
  expect((await cellIds(page)).slice(0, 5)).toEqual([first, "mine-2", second, "mine-1", third]);
  await expect(panel(page).locator(".storage-state")).toHaveText(words.saved);

  await page.reload();
  await expect(cell(page, "mine-1").locator("code")).toHaveText("const mine = 20 + 1;\nmine * 2");
  expect((await cellIds(page)).slice(0, 5)).toEqual([first, "mine-2", second, "mine-1", third]);
});

test("a cell taken out is gone with its names, and comes back with its text", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(page, "forward", "const width = 3;");
  await writeAndRun(page, "nudge", "width * 2");
  await choose(page, "forward", words.removeCell);
  await expect(cell(page, "forward")).toHaveCount(0);
  await expect(page.locator(".cell-away")).toContainText(words.removedCell("forward"));
  await expect(cell(page, "nudge")).toHaveAttribute("data-validity", "stale");
  await writeAndRun(page, "nudge", "width * 3");
  await expect(cell(page, "nudge").locator(".error-title")).toContainText("width is not defined");

  await page.reload();
  await expect(page.locator(".cell-away")).toBeVisible();
  await page.getByRole("button", { name: words.bringBack }).click();
  await expect(cell(page, "forward").locator("code")).toHaveText("const width = 3;");
  await expect(page.locator(".cell-away")).toHaveCount(0);
});

test("keys add, remove and bring back", async ({ page }) => {
  await page.goto(CHAPTER);
  const [first = "", second = ""] = await cellIds(page);
  await code(page, first).focus();
  await page.keyboard.press("a");
  await expect(code(page, "mine-1")).toBeFocused();
  expect((await cellIds(page)).slice(0, 2)).toEqual(["mine-1", first]);
  await page.keyboard.press("b");
  await expect(code(page, "mine-2")).toBeFocused();
  await page.keyboard.press("d");
  expect(await cellIds(page)).toContain("mine-2");
  await page.keyboard.press("d");
  await expect(cell(page, "mine-2")).toHaveCount(0);
  await expect(code(page, first)).toBeFocused();
  await page.keyboard.press("z");
  await expect(code(page, "mine-2")).toBeFocused();
  expect((await cellIds(page)).slice(0, 4)).toEqual(["mine-1", "mine-2", first, second]);
});

test("the chapter goes back to the author's, and every change can be brought back", async ({ page }) => {
  await page.goto(CHAPTER);
  const author = await cellIds(page);
  const written = (await code(page, "nudge").textContent()) ?? "";
  await choose(page, "forward", words.addAbove);
  await write(page, "mine-1", "1 + 1");
  await write(page, "nudge", "2 + 2");
  await choose(page, "exact", words.removeCell);
  await panel(page).getByRole("button", { name: words.resetChapter }).click();
  await expect.poll(() => cellIds(page)).toEqual(author);
  await expect(cell(page, "nudge").locator(".view-lines, code").first()).not.toContainText("2 + 2");
  await page.reload();
  expect(await cellIds(page)).toEqual(author);
  await expect(code(page, "nudge")).toHaveText(written);
  await runAll(page, words);
  await evaluated(page, author.at(-1) ?? "");
});
