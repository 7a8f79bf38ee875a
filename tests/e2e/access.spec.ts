import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { loadExerciseWords, messages } from "@/lib/i18n";
import {
  cell,
  complaints,
  ended,
  evaluated,
  openEditor,
  openNotebookMenu,
  printed,
  runButton,
  write,
  writeAndRun,
} from "./notebook";

const CHAPTER = "backpropagation/";

// A chapter has tens of thousands of elements, and axe looks at each.
test.describe.configure({ timeout: 180_000 });

/** Goes down the page as a reader does: what nobody has come near is not laid out yet. */
async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const before = scrollY;
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      // A frame to lay it out, and one to hear of it. A browser owes no frames to a window that it takes for hidden.
      for (let frame = 0; frame < 2; frame += 1)
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
          setTimeout(resolve, 500);
        });
    }
    scrollTo(0, before);
  });
}

/**
 * What axe finds, in few words.
 *
 * @param formulas whether the insides of formulas are looked at, by far the most of a chapter's elements: they are the
 *   same in every state of the page
 * @param within the parts that have changed since the whole page was looked at
 * @param colours whether only they have changed
 */
async function findings(
  page: Page,
  {
    formulas = false,
    within = [],
    colours = false,
  }: { formulas?: boolean; within?: readonly string[]; colours?: boolean } = {},
): Promise<string[]> {
  if (within.length === 0) await readThrough(page);
  const axe = new AxeBuilder({ page });
  if (colours) axe.withRules(["color-contrast", "link-in-text-block"]);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  for (const part of within) {
    // What is not there would not be looked at, and nothing would be found.
    await expect(page.locator(part)).toBeVisible();
    axe.include(part);
  }
  const { violations, passes } = await (formulas ? axe : axe.exclude(".katex")).analyze();
  expect(passes.length, "rules that found something to look at").toBeGreaterThan(0);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

const colourOfPaper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

for (const locale of ["zh", "en"] as const) {
  test(`${locale}: axe finds nothing on any page, in either colours`, async ({ page }) => {
    for (const path of ["", CHAPTER]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${locale}/${path}`);
      expect(await findings(page, { formulas: locale === "zh" }), path).toEqual([]);
      const paper = await colourOfPaper(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(() => colourOfPaper(page)).not.toBe(paper);
      expect(await findings(page, { colours: true }), path).toEqual([]);
    }
  });
}

test("axe finds nothing in the states of a cell and of an exercise", async ({ page }) => {
  await page.goto(`en/${CHAPTER}`);
  await cell(page, "forward").getByRole("button", { name: /^Run/ }).click();
  await evaluated(page, "forward");
  await writeAndRun(page, "nudge", "missing + 1");
  await expect(cell(page, "nudge").locator(".output-error")).toBeVisible();
  await cell(page, "nudge").locator(".cell-edited").click();
  await expect(cell(page, "nudge").locator(".diff")).toBeVisible();
  await cell(page, "exact").locator("[data-code]").press("b");
  await cell(page, "mine-1").locator("[data-code]").press("m");
  await write(page, "mine-1", "# A title\n\n- [x] $a_1$\n\n| a |\n|---|\n| 1 |");
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "mine-1").locator("table")).toBeVisible();
  await cell(page, "exact").locator(".command-menu summary").click();
  const exercise = page.locator("#exercise-dw5");
  await exercise.getByRole("textbox").fill("0.0827");
  await exercise.getByRole("button", { name: messages("en").check }).click();
  await exercise.getByRole("button", { name: messages("en").showHint }).click();
  const cells = ["forward", "nudge", "exact", "mine-1"].map((id) => `[data-cell="${id}"]`);
  expect(await findings(page, { within: [...cells, "#exercise-dw5", ".rail.only-wide"] })).toEqual([]);
});

test("axe finds nothing while cells run and wait, in the menus, and after a stop", async ({ page }) => {
  const words = messages("en");
  const panel = page.locator(".rail.only-wide");
  await page.goto(`en/${CHAPTER}`);
  await writeAndRun(page, "exact", "await new Promise((done) => setTimeout(done, 3500));\nconst slow = 1;");
  await write(page, "forward", "while (true) {}");
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "forward")).toHaveAttribute("data-activity", "running");
  await runButton(page, "nudge").click();
  await expect(cell(page, "nudge")).toHaveAttribute("data-activity", "queued");
  await openNotebookMenu(page);
  const cells = ["exact", "forward", "nudge"].map((id) => `[data-cell="${id}"]`);
  expect(await findings(page, { within: [...cells, ".rail.only-wide"] }), "running").toEqual([]);
  await panel.getByRole("button", { name: words.stop }).click();
  await expect(panel.locator(".kernel-notice")).toContainText(words.notRestored("exact"));
  await expect(panel.locator(".run-stale")).toBeVisible();
  await cell(page, "nudge").locator("[data-code]").press("b");
  await cell(page, "mine-1").locator("[data-code]").press("m");
  await write(page, "mine-1", "A **text** that is being written");
  const written = [...cells, '[data-cell="mine-1"]', ".rail.only-wide"];
  expect(await findings(page, { within: written }), "stopped").toEqual([]);
});

test("axe finds nothing in the sheet of keys, and the keyboard stays in it", async ({ page }) => {
  await page.goto(`en/${CHAPTER}`);
  await cell(page, "forward").locator("[data-code]").press("?");
  const sheet = page.getByRole("dialog", { name: messages("en").keys });
  await expect(sheet).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(".key-sheet").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Tab");
  // The browser's own bar may have the focus, but nothing of the page behind the sheet.
  expect(
    await sheet.evaluate(
      (dialog) => document.activeElement === document.body || dialog.contains(document.activeElement),
    ),
  ).toBe(true);
  await sheet.getByRole("button", { name: messages("en").close }).click();
  await expect(cell(page, "forward").locator("[data-code]")).toBeFocused();
});

test("axe finds nothing on a phone, with the contents open", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`zh/${CHAPTER}`);
  await page.locator(".menu > summary").click();
  await page.locator(".rail-menu .command-menu > summary").click();
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("no page is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  // The home page has most to say to somebody who has begun to read.
  await page.goto(`en/${CHAPTER}#rates`);
  await expect(page.locator('.menu a[href="#rates"]')).toHaveAttribute("aria-current", "location");
  for (const locale of ["zh", "en"] as const) {
    await page.goto(`${locale}/`);
    await expect(page.getByRole("link", { name: messages(locale).homeResume })).toBeVisible();
    for (const path of ["", "scratch/", "five-minutes/", "glossary/", "figure/descent/"]) {
      await page.goto(`${locale}/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
    }
  }
});

test("by keyboard alone: into the text, into a cell, run, edit, out, next cell, answer an exercise", async ({
  page,
}) => {
  const wrong = complaints(page);
  await page.goto(`en/${CHAPTER}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: messages("en").skipToContent })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();

  // Tab comes to the first cell's code.
  const first = cell(page, "forward").locator("[data-code]");
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await first.evaluate((code) => code === document.activeElement)) break;
  }
  await expect(first).toBeFocused();
  await page.keyboard.press("Shift+Enter");
  await evaluated(page, "forward");
  await expect(cell(page, "nudge").locator("[data-code]")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();

  await openEditor(page, "forward");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("1 + 1");
  // Tab writes a tab in the editor; Escape leaves it.
  await page.keyboard.press("Escape");
  await expect(first).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => printed(page, "forward")).toBe("2");
  await ended(page, "forward");
  await expect(first).toBeFocused();

  const exercise = page.locator("#exercise-dw5");
  await exercise.getByRole("textbox").focus();
  await page.keyboard.type("0.08217");
  await page.keyboard.press("Enter");
  await expect(exercise).toHaveAttribute("data-outcome", "right");
  expect(wrong).toEqual([]);
});

test("an exercise says why, keeps its progress, and costs nothing for what cannot be read", async ({
  page,
}) => {
  const words = messages("en");
  const said = await loadExerciseWords("en");
  await page.goto(`en/${CHAPTER}`);
  const exercise = page.locator("#exercise-dw5");
  const field = exercise.getByRole("textbox");
  const feedback = exercise.getByRole("status");
  const answer = async (text: string) => {
    await field.fill(text);
    await exercise.getByRole("button", { name: words.check }).click();
  };
  await answer("");
  await expect(feedback).toContainText(said.untouched.numeric ?? "");
  await answer("eight");
  await expect(feedback).toContainText(String(said.unreadable["not-a-number"]));
  // The weight next to it, −(…), without σ′: each has its own words.
  const reasons = new Set<string>();
  for (const wrong of ["0.08266762784753325", "-0.08216704056423077", "0.4398296489618467"]) {
    await answer(wrong);
    await expect(exercise).toHaveAttribute("data-outcome", "wrong");
    await expect(feedback).not.toContainText(words.wrongOther);
    reasons.add(await feedback.innerText());
  }
  expect(reasons.size).toBe(3);
  await answer("7");
  await expect(feedback).toContainText(words.wrongOther);
  await exercise.getByRole("button", { name: words.showHint }).click();
  await expect(exercise.locator(".exercise-hints li:visible")).toHaveCount(1);
  await answer("０．０８２１７");
  await expect(feedback).toContainText(words.right);
  const summary = page.locator(".rail.only-wide .exercise-summary");
  const exercises = await page.locator(".exercise:not([data-kind=predict])").count();
  expect(exercises).toBeGreaterThan(2);
  await expect(summary).toContainText(words.progress(1, exercises));

  await page.reload();
  await expect(summary).toContainText(words.progress(1, exercises));
  await expect(field).toHaveValue("０．０８２１７");
  await page.goto(`zh/${CHAPTER}`);
  await expect(summary).toContainText(messages("zh").progress(1, exercises));
});
