import { expect, type Page, test } from "@playwright/test";
import { loadExerciseWords } from "@/lib/i18n";
import { cell, complaints, evaluated, printed } from "./notebook";

const GUIDE = "en/authors-guide/";

/** Comes near enough to an exercise for all of it to be there. */
async function near(page: Page, id: string) {
  const found = page.locator(`#exercise-${id}`);
  await found.scrollIntoViewIfNeeded();
  await expect(found).toHaveAttribute("data-ready", "");
  return found;
}

test("the author's view: answers, what each earns, hints, the solution, every variant", async ({ page }) => {
  const said = await loadExerciseWords("en");
  await page.goto(`${GUIDE}?author=1`);
  const numeric = await near(page, "guide-numeric");
  await expect(numeric.getByText("w - eta*2*w", { exact: true })).toBeVisible();
  await expect(numeric.getByText("You added the gradient.")).toBeVisible();
  await expect(numeric.getByText("w + eta*2*w", { exact: true })).toBeVisible();
  await expect(numeric.getByText("That is the length of the step. Where does it lead?")).toBeVisible();
  await expect(numeric.getByText("First find the slope")).toBeVisible();
  await expect(numeric.locator(".exercise-solution")).toBeVisible();
  // Five values of w, two of eta.
  await numeric.getByText(said.variants(10), { exact: true }).click();
  await expect(numeric.locator(".exercise-author li")).toHaveCount(10);
  await expect(numeric.getByText("w = 2, eta = 0.05 → 1.8", { exact: true })).toBeVisible();
  await expect(numeric.getByText("w = 6, eta = 0.1 → 4.8", { exact: true })).toBeVisible();

  const choice = await near(page, "guide-choice");
  await expect(choice.getByText("Yes, every step is zero.")).toBeVisible();
  await expect(choice.getByText("It may be a saddle.")).toBeVisible();
  const order = await near(page, "guide-order");
  await expect(order.locator(".exercise-author code")).toContainText(["guide-order", /1<2/]);
  expect(await order.locator(".exercise-author li").count()).toBeGreaterThan(1);
  const program = await near(page, "guide-code");
  await expect(program.getByText("It is still to be written.")).toBeVisible();
  await expect(program.getByText("That is the square.")).toBeVisible();
  await expect(program.locator(".exercise-solution").getByText("return 2 * x;")).toBeVisible();
});

test("readers see none of it", async ({ page }) => {
  await page.goto(GUIDE);
  const numeric = await near(page, "guide-numeric");
  await expect(numeric.getByText("You added the gradient.")).toBeHidden();
  await expect(numeric.getByText("First find the slope")).toBeHidden();
  await expect(numeric.locator(".exercise-solution")).toBeHidden();
  await expect(numeric.locator(".exercise-author")).toHaveCount(0);
});

test.describe("the author's guide", () => {
  for (const locale of ["zh", "en"] as const) {
    test(`${locale}: every example is alive, and so is each exercise`, async ({ page }) => {
      const errors = complaints(page);
      await page.goto(`${locale}/authors-guide/`);
      for (const id of ["numeric", "expr", "choice", "order", "predict", "sketch", "code"])
        await near(page, `guide-${id}`);
      await expect(page.locator("#exercise-guide-blank input")).toBeVisible();
      await expect(page.locator("aside.aside").first()).toBeVisible();
      await expect(page.locator("main figure svg").first()).toBeVisible();
      await cell(page, "square").locator(".run-button").click();
      await evaluated(page, "square");
      expect(await printed(page, "square")).toBe("49");
      expect(errors).toEqual([]);
    });
  }
});

test("the home page leads to the guide, behind the chapters", async ({ page }) => {
  await page.goto("en/");
  await page.getByRole("link", { name: "The author's guide" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The author's guide" })).toBeVisible();
});
