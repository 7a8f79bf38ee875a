import { expect, type Page, test } from "@playwright/test";
import { loadReaderWords, messages } from "@/lib/i18n";
import { cell, complaints, evaluated, printed, runButton, write } from "./notebook";

const CHAPTER = "en/backpropagation/";
const common = messages("en");
const words = await loadReaderWords("en");

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
}

/** The link that the page offers. */
async function linkOf(page: Page): Promise<string> {
  await page.locator(".rail.only-wide .reader-menu").getByRole("button", { name: common.share }).click();
  const link = page.getByRole("textbox", { name: words.shareLink });
  await expect(link).toHaveValue(/#share=/);
  return link.inputValue();
}

const preview = (page: Page) => page.getByRole("region", { name: words.sharedTitle });

test("a shared link opens in a clean profile: shown, not run, and not kept until the reader says so", async ({
  page,
  browser,
}) => {
  await open(page, CHAPTER);
  await write(page, "nudge", 'print("theirs");');
  const link = await linkOf(page);
  expect(new URL(link).search).toBe("");

  const visitor = await (await browser.newContext()).newPage();
  const wrong = complaints(visitor);
  const asked: string[] = [];
  visitor.on("request", (request) => asked.push(request.url()));
  await open(visitor, link);
  await expect(preview(visitor)).toContainText(words.sharedIs("nudge"));
  await expect(cell(visitor, "nudge").locator("[data-code]")).toHaveText('print("theirs");');
  // No server hears of what the link holds.
  expect(asked.filter((url) => url.includes("share"))).toEqual([]);
  await runButton(visitor, "nudge").click();
  await expect(cell(visitor, "nudge")).toHaveAttribute("data-activity", "idle");
  await expect(cell(visitor, "nudge").locator(".cell-count")).toHaveText("[ ]");
  await preview(visitor).getByRole("button", { name: words.agree }).click();
  await runButton(visitor, "nudge").click();
  await evaluated(visitor, "nudge");
  expect(await printed(visitor, "nudge")).toContain("theirs");
  await preview(visitor).getByRole("button", { name: words.backToMine }).click();
  await expect(visitor).toHaveURL(/backpropagation\/$/);
  await expect(cell(visitor, "nudge").locator("[data-code]")).not.toHaveText(/theirs/);
  expect(wrong).toEqual([]);
  await visitor.context().close();
});

test("a shared link never takes the place of the visitor's own work", async ({ page, browser }) => {
  await open(page, CHAPTER);
  await write(page, "nudge", "theirs + 1");
  await write(page, "exact", "theirs + 2");
  const link = await linkOf(page);

  const visitor = await (await browser.newContext()).newPage();
  await open(visitor, CHAPTER);
  await write(visitor, "nudge", "mine + 1");
  await expect(visitor.locator(".rail.only-wide .storage-state")).toHaveText(common.saved);
  // In the same tab: the address changes, and the page stays.
  await visitor.goto(link);
  await expect(cell(visitor, "nudge").locator("[data-code], .view-lines").first()).toHaveText(/theirs.\+.1/);
  await preview(visitor).getByRole("button", { name: words.keepCopy }).click();
  await expect(visitor).toHaveURL(/backpropagation\/$/);
  await expect(cell(visitor, "nudge").locator("[data-code]")).toHaveText("mine + 1");
  await expect(cell(visitor, "mine-1").locator("[data-code]")).toHaveText("theirs + 1");
  await expect(cell(visitor, "exact").locator("[data-code]")).toHaveText("theirs + 2");
  await visitor.context().close();
});

test("a link that was damaged says so, and changes nothing", async ({ page }) => {
  await open(page, `${CHAPTER}#share=abcdefg`);
  await expect(preview(page)).toContainText(words.refusals.damaged);
  await expect(cell(page, "nudge").locator("[data-code]")).toContainText("lossWith");
  await preview(page).getByRole("button", { name: words.dismiss }).click();
  await expect(preview(page)).toHaveCount(0);
});
