import { expect, type Page, test } from "@playwright/test";
import { cell, openEditor, write } from "./notebook";

const CHAPTER = "en/backpropagation/";

/** The list of completions, once the language service has one. It is loaded on the way, so the first may take a while. */
async function completions(page: Page, typed: string): Promise<string[]> {
  await page.keyboard.press("Control+End");
  await page.keyboard.type(typed);
  const list = page.locator(".suggest-widget.visible .monaco-list-row");
  await expect(async () => {
    await page.keyboard.press("Control+Space");
    await expect(list.first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 45_000 });
  const names = await list.evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
  await page.keyboard.press("Escape");
  return names;
}

test("the editor knows the library, and the names of the other cells", async ({ page }) => {
  test.slow();
  await page.goto(CHAPTER);
  await openEditor(page, "program");
  expect((await completions(page, "\nnet.linear1.wei")).join()).toContain("weight");
  expect((await completions(page, "\nhalfSq")).join()).toContain("halfSquaredError");
  // The twin of PyTorch's program is clean; a wrong call is underlined, and says why.
  await write(
    page,
    "program",
    'import { torch } from "gradbook";\nconst t = torch.zeros([2, 2]);\nt.matmul("no");',
  );
  const wrong = cell(page, "program").locator(".squiggly-error");
  await expect(wrong.first()).toBeVisible({ timeout: 45_000 });
  await expect(wrong).toHaveCount(1);
});

test("the author's cells have no faults in the editor's eyes", async ({ page }) => {
  test.slow();
  await page.goto(CHAPTER);
  for (const id of ["program", "loop", "parabola"]) {
    await openEditor(page, id);
    // The service has answered once it can say what a name is.
    await completions(page, "\nMath.sqr");
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(cell(page, id).locator(".squiggly-error")).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
});
