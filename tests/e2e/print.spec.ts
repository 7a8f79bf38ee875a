import { expect, type Page, test } from "@playwright/test";
import { loadReaderWords, messages } from "@/lib/i18n";
import { cell, write } from "./notebook";

const CHAPTER = "en/backpropagation/";
const common = messages("en");
const words = await loadReaderWords("en");

interface Printed {
  /** The chapters' headings, in the book or on the page. */
  chapters: string[];
  solutions: number;
  text: string;
  printing: string | undefined;
}

/** What stands on the page at the moment when it is printed. */
async function catchPrints(page: Page): Promise<() => Promise<Printed[]>> {
  await page.addInitScript(() => {
    const prints: Printed[] = [];
    Object.assign(globalThis, { prints });
    globalThis.print = () => {
      const book = document.querySelector(".print-book");
      const shown = book?.hasChildNodes() ? book : document.querySelector("main");
      prints.push({
        chapters: [...(shown?.querySelectorAll("h1") ?? [])].map((heading) => heading.textContent ?? ""),
        solutions: document.querySelectorAll(".print-answers h3").length,
        text: shown?.textContent ?? "",
        printing: document.documentElement.dataset.printing,
      });
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { prints: Printed[] }).prints);
}

async function openDialog(page: Page): Promise<void> {
  await page
    .locator(".rail.only-wide .reader-menu")
    .getByRole("button", { name: common.print, exact: true })
    .click();
}

test("a chapter on paper: no controls, all of an editor's text, and paper's colours", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(CHAPTER);
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  const lines = Array.from({ length: 80 }, (_, line) => `const line${line} = ${line};`);
  await write(page, "nudge", lines.join("\n"));
  await expect(cell(page, "nudge").locator(".view-lines")).toBeVisible();
  await page.pdf();
  await expect(cell(page, "nudge").locator("pre.code code")).toHaveText(lines.join("\n"));
  await page.emulateMedia({ media: "print" });
  for (const control of [
    ".rail.only-wide",
    ".topbar",
    ".run-button",
    ".command-menu",
    ".skip",
    ".exercise-form",
  ])
    await expect(page.locator(control).first()).toBeHidden();
  await expect(cell(page, "nudge").locator("pre.code")).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("answers are left out, or stand at the end", async ({ page }) => {
  const prints = await catchPrints(page);
  await page.goto(CHAPTER);
  await openDialog(page);
  await page.getByRole("button", { name: words.printNow, exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openDialog(page);
  await page.getByRole("radio", { name: words.printAtEnd }).check();
  await page.getByRole("button", { name: words.printNow, exact: true }).click();
  await expect.poll(async () => (await prints()).length).toBe(2);
  const [without, at] = await prints();
  expect(without?.solutions).toBe(0);
  expect(at?.solutions).toBeGreaterThan(1);
  // The page is as it was.
  await expect(page.locator(".print-answers, .print-book")).toHaveCount(0);
});

test("the whole course is one book, with what the reader has written in any chapter", async ({ page }) => {
  test.setTimeout(180_000);
  const prints = await catchPrints(page);
  await page.goto("en/gradient-descent/");
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  const id = (await page.locator("[data-cell]").first().getAttribute("data-cell")) ?? "";
  await write(page, id, 'print("written by the reader");');
  await expect(page.locator(".rail.only-wide .storage-state")).toHaveText(common.saved);
  await page.goto(CHAPTER);
  await openDialog(page);
  await page.getByRole("radio", { name: words.printCourse }).check();
  await page.getByRole("button", { name: words.printNow, exact: true }).click();
  await expect.poll(async () => (await prints()).length, { timeout: 120_000 }).toBe(1);
  const [book] = await prints();
  await page.goto("en/");
  const titles = await page.locator(".home-chapters:not(.home-appendices) h3").allTextContents();
  expect(book?.chapters.slice(0, titles.length)).toEqual(titles);
  expect(book?.text).toContain('print("written by the reader");');
  expect(book?.printing).toBe("book");
});
