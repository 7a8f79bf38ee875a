import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import {
  cell,
  cellIds,
  complaints,
  evaluated,
  openEditor,
  openNotebookMenu,
  printed,
  runAll,
  write,
  writeAndRun,
} from "./notebook";

const CHAPTER = "en/backpropagation/";
const words = messages("en");

const panel = (page: Page) => page.locator(".rail.only-wide");
const code = (page: Page, id: string) => cell(page, id).locator("[data-code]");

async function choose(page: Page, id: string, command: string): Promise<void> {
  await cell(page, id).locator(".command-menu summary").click();
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

test("where a cell of one's own was, a line brings it back", async ({ page }) => {
  await page.goto(CHAPTER);
  const author = await cellIds(page);
  await choose(page, "forward", words.addBelow);
  await writeAndRun(page, "mine-1", "const mine = 1;");
  await expect(cell(page, "mine-1").locator(".cell-added")).toHaveText(words.added);
  await page.keyboard.press("Escape");
  await choose(page, "mine-1", words.removeCell);
  expect(await cellIds(page)).toEqual(author);
  const away = page.locator('.cell-away[data-away="removed"]');
  await expect(away).toContainText(words.removedCell("mine-1"));
  await away.getByRole("button", { name: words.bringBack }).click();
  await expect(cell(page, "mine-1").locator("code")).toHaveText("const mine = 1;");
  await expect(away).toHaveCount(0);
});

test("the notebook's menu: opened, walked and closed by keys", async ({ page }) => {
  await page.goto(CHAPTER);
  const summary = panel(page).locator(".command-menu > summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  const list = panel(page).locator(".command-list");
  await expect(list.getByRole("combobox", { name: words.budget })).toBeVisible();
  // No kernel has been started: there is none to start again.
  await expect(list.getByRole("button", { name: words.restart })).toBeDisabled();
  await list.getByRole("button", { name: words.keys }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("button", { name: words.keys })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(summary).toBeFocused();
  await summary.click();
  await expect(list).toBeVisible();
  await page.locator("#main h1").click();
  await expect(list).toHaveCount(0);
  // In a cell's menu the arrows go round.
  await cell(page, "forward").locator(".command-menu > summary").click();
  const commands = cell(page, "forward").locator(".command-list button");
  await commands.first().focus();
  await page.keyboard.press("ArrowUp");
  await expect(commands.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(commands.first()).toBeFocused();
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
  await openNotebookMenu(page);
  await panel(page).getByRole("button", { name: words.resetChapter }).click();
  await expect.poll(() => cellIds(page)).toEqual(author);
  await expect(cell(page, "nudge").locator(".view-lines, code").first()).not.toContainText("2 + 2");
  await page.reload();
  expect(await cellIds(page)).toEqual(author);
  await expect(code(page, "nudge")).toHaveText(written);
  await runAll(page, words);
  await evaluated(page, author.at(-1) ?? "");
});

test("text of one's own: written, drawn, edited again, kept across a reload", async ({ page }) => {
  const said = complaints(page);
  await page.goto(CHAPTER);
  const [first = ""] = await cellIds(page);
  await choose(page, first, words.addText);
  const text = cell(page, "mine-1");
  await expect(text.locator("[data-code-host]")).toBeVisible();
  await write(page, "mine-1", "# Notes &amp; sums\n\n$\\frac{1}{2}$ and <b>no HTML</b>");
  await page.keyboard.press("Shift+Enter");
  await expect(text.locator("h3")).toHaveText("Notes & sums");
  await expect(text.locator(".katex")).toBeVisible();
  await expect(text).toContainText("<b>no HTML</b>");
  const [, , next = ""] = await cellIds(page);
  await expect(code(page, next)).toBeFocused();
  await expect(panel(page).locator(".storage-state")).toHaveText(words.saved);

  await page.reload();
  await expect(text.locator("h3")).toHaveText("Notes & sums");
  await text.locator("h3").dblclick();
  await expect(text.locator("[data-code-host]")).toBeVisible();
  await openEditor(page, "mine-1");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("!");
  await page.keyboard.press("Escape");
  await expect(text).toContainText("<b>no HTML</b>!");
  await expect(code(page, "mine-1")).toBeFocused();
  // Running all runs what is code.
  await runAll(page, words);
  await expect(text.locator("h3")).toBeVisible();
  expect(said).toEqual([]);
});

test("m and y turn a cell of one's own, c, x and v copy it, and the author's stay code", async ({ page }) => {
  await page.goto(CHAPTER);
  const [first = "", second = ""] = await cellIds(page);
  await code(page, first).focus();
  await page.keyboard.press("m");
  await expect(code(page, first)).toHaveAttribute("role", "textbox");
  await page.keyboard.press("b");
  await expect(code(page, "mine-1")).toBeFocused();
  await writeAndRun(page, "mine-1", "const half = 0.5;");
  await writeAndRun(page, second, "half * 2");
  await page.keyboard.press("Escape");
  await code(page, second).press("k");
  await cell(page, "mine-1").locator("[data-code], [data-code-host]").first().waitFor();
  await page.keyboard.press("Escape");
  await expect(code(page, "mine-1")).toBeFocused();
  await page.keyboard.press("m");
  await expect(cell(page, "mine-1")).toHaveAttribute("data-kind", "markdown");
  await expect(cell(page, "mine-1").locator(".markdown")).toHaveText("const half = 0.5;");
  // As text it defines nothing.
  await expect(cell(page, second)).toHaveAttribute("data-validity", "stale");
  await page.keyboard.press("c");
  await page.keyboard.press("v");
  await expect(code(page, "mine-2")).toBeFocused();
  await expect(cell(page, "mine-2")).toHaveAttribute("data-kind", "markdown");
  await page.keyboard.press("x");
  await expect(cell(page, "mine-2")).toHaveCount(0);
  await code(page, "mine-1").focus();
  await page.keyboard.press("y");
  await expect(cell(page, "mine-1")).not.toHaveAttribute("data-kind", "markdown");
  await expect(code(page, "mine-1")).toBeFocused();
  await page.keyboard.press("v");
  await expect(cell(page, "mine-3")).toHaveAttribute("data-kind", "markdown");
});

test("what is changed is marked; the differences can be seen, and taken back", async ({ page }) => {
  await page.goto(CHAPTER);
  const author = (await code(page, "nudge").textContent()) ?? "";
  await expect(cell(page, "nudge").locator(".cell-edited")).toHaveCount(0);
  await write(page, "nudge", `${author}\nprint("mine");`);
  const mark = cell(page, "nudge").locator(".cell-edited");
  await expect(mark).toHaveAttribute("aria-expanded", "false");
  await mark.focus();
  await page.keyboard.press("Enter");
  const changes = cell(page, "nudge").locator(".cell-changes");
  await expect(changes.locator("ins")).toHaveText(/^\+print\("mine"\);\s*$/);
  await expect(changes.locator("del")).toHaveCount(0);
  await expect(changes).toContainText(words.changesAre(0, 1));
  await changes.getByRole("button", { name: words.reset }).click();
  await expect(changes).toHaveCount(0);
  await expect(mark).toHaveCount(0);
  await cell(page, "nudge").getByRole("button", { name: words.undoReset }).click();
  await expect(mark).toBeVisible();
});

test("an author's cell is moved with its output, kept there, and put back", async ({ page }) => {
  await page.goto(CHAPTER);
  const author = await cellIds(page);
  const [first = "", second = "", third = ""] = author;
  const output = (await cell(page, first).locator(".outputs").textContent()) ?? "";
  expect(output).not.toBe("");
  await choose(page, first, words.moveDown);
  await choose(page, first, words.moveDown);
  expect((await cellIds(page)).slice(0, 3)).toEqual([second, first, third]);
  await expect(code(page, first)).toBeFocused();
  await expect(cell(page, first).locator(".outputs")).toHaveText(output);
  await expect(page.locator(".cell-away")).toContainText(words.movedCell(first));
  await expect(panel(page).locator(".storage-state")).toHaveText(words.saved);

  await page.reload();
  await expect.poll(() => cellIds(page)).toEqual([second, first, ...author.slice(2)]);
  await expect(cell(page, first).locator(".outputs")).toHaveText(output);
  // It runs where it stands, and what it put out goes with it.
  await cell(page, first).locator(".run-button").click();
  await evaluated(page, first);
  await page.getByRole("button", { name: words.moveHome }).click();
  await expect.poll(() => cellIds(page)).toEqual(author);
  await expect(page.locator(".cell-away")).toHaveCount(0);
  await expect(cell(page, first)).toHaveAttribute("data-validity", "evaluated");
});
