import { expect, type Page, test } from "@playwright/test";
import { loadReaderWords, messages } from "@/lib/i18n";
import { complaints, openEditor } from "./notebook";

const words = { zh: await loadReaderWords("zh"), en: await loadReaderWords("en") };

const field = (page: Page, locale: "zh" | "en") =>
  page.getByRole("searchbox", { name: words[locale].searchFor });
const hits = (page: Page) => page.locator(".search-hits a");

test("the search is opened by / and by Ctrl+K, finds Chinese within sentences, and leads to the section", async ({
  page,
}) => {
  const wrong = complaints(page);
  await page.goto("zh/gradient-descent/");
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  await page.keyboard.press("/");
  await expect(field(page, "zh")).toBeFocused();
  await page.keyboard.insertText("学习率");
  await expect(hits(page).first()).toHaveAttribute("href", /\/zh\/learning-rate\/$/);
  await expect(hits(page).first().locator("mark").first()).toHaveText("学习率");
  await field(page, "zh").fill("批太小会怎么样");
  await expect(hits(page).first()).toHaveAttribute("href", /epochs-and-batches/);
  await page.keyboard.press("Escape");
  await expect(field(page, "zh")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+k");
  await field(page, "zh").fill("链式法则");
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).first()).toBeFocused();
  const target = await hits(page).first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${target?.replace(/[#.]/g, "\\$&")}$`));
  expect(wrong).toEqual([]);
});

test("what is misspelt is put right, and the other language is a button away", async ({ page }) => {
  await page.goto("en/backpropagation/");
  await page
    .locator(".rail.only-wide .reader-menu")
    .getByRole("button", { name: messages("en").search })
    .click();
  await field(page, "en").fill("gradeint");
  await page.getByRole("button", { name: words.en.searchInstead("gradient") }).click();
  await expect(hits(page).first()).toContainText(/gradient/i);
  await field(page, "en").fill("亲手算出");
  await expect(hits(page)).toHaveCount(0);
  await page.getByRole("button", { name: /Chinese version/ }).click();
  await expect(hits(page).first()).toHaveAttribute("href", /\/zh\//);
});

test("in an editor / is a letter", async ({ page }) => {
  await page.goto("en/scratch/");
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  await openEditor(page, "start");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("6 / 2");
  await expect(page.locator('[data-cell="start"] .view-lines')).toHaveText(/6.\/.2/);
  await expect(field(page, "en")).toHaveCount(0);
});
