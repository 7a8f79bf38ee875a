import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import { cell, complaints, evaluated, printed, writeAndRun } from "./notebook";

const CHAPTER = "backpropagation/";
/** Where the home page leads to. */
const FIRST = "five-minutes/";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of ["zh", "en"] as const) {
    test(`${locale}: text, formulas, code, saved outputs and plots are there`, async ({ page }) => {
      await page.goto(`${locale}/${CHAPTER}`);
      await expect(page.locator("html")).toHaveAttribute("lang", locale === "zh" ? "zh-Hans" : "en");
      await expect(page.locator("h1")).toBeVisible();
      await expect(page.locator(".katex").first()).toBeVisible();
      await expect(page.locator("math").first()).toBeAttached();
      expect(await page.content()).toContain(messages(locale).noScript);
      await expect(cell(page, "program").locator("code .tk-keyword").first()).toBeVisible();
      expect(await printed(page, "program")).toContain(
        "tensor([[0.7514, 0.7729]], gradFn=<SigmoidBackward>)",
      );
      expect(await printed(page, "exact")).toMatch(/newLoss = 0\.28047144679143/);
      // A plot of each kind: live ones as they stood at the end, and one that a cell returned.
      for (const id of ["train", "rates", "parabola"]) {
        const plot = cell(page, id).locator(".output-plot");
        await expect(plot.locator("svg path").first()).toBeAttached();
        const box = await plot.locator("svg:visible").last().boundingBox(); // one for wide windows, one for narrow
        expect(box?.height ?? 0, id).toBeGreaterThan(200);
      }
      const described = cell(page, "train")
        .locator(".output-plot [role=img], .output-plot[role=img]")
        .first();
      expect((await described.getAttribute("aria-label"))?.length ?? 0).toBeGreaterThan(20);
    });
  }

  test("each chapter leads to the next, the last one back to all of them, and each back to the one before", async ({
    page,
  }) => {
    const [, list = ""] =
      /^chapters:\n((?: {2}- .*\n)+)/m.exec(readFileSync("content/course.yaml", "utf8")) ?? [];
    const chapters = list.match(/[\w-]+$/gm) ?? [];
    expect(chapters.length).toBeGreaterThan(6);
    const turn = page.getByRole("navigation", { name: messages("en").chapters });
    await page.goto(`en/${chapters[0]}/`);
    await expect(turn.getByRole("link", { name: messages("en").previousChapter })).toHaveCount(0);
    for (const chapter of chapters.slice(1)) {
      const before = page.url();
      // By key: on the way down the parts that come near are laid out, and the link moves under a pointer.
      await turn.getByRole("link", { name: messages("en").nextChapter }).press("Enter");
      await expect(page).toHaveURL(new RegExp(`/en/${chapter}/$`));
      const back = turn.getByRole("link", { name: messages("en").previousChapter });
      expect(await back.evaluate((link: HTMLAnchorElement) => link.href)).toBe(before);
    }
    await turn.getByRole("link", { name: messages("en").allChapters }).press("Enter");
    await expect(page).toHaveURL(/\/en\/$/);
  });

  test("the front door has a link a language, and an unknown address a page in both", async ({ page }) => {
    await page.goto("");
    await expect(page.getByRole("link", { name: "中文" })).toBeVisible();
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/\/en\/$/);
    const response = await page.goto("en/no-such-chapter/");
    expect(response?.status()).toBe(404);
    await expect(page.getByText(messages("zh").notFound)).toBeVisible();
    await expect(page.getByText(messages("en").notFound)).toBeVisible();
  });
});

for (const [languages, path] of [
  ["zh-CN", /\/zh\/$/],
  ["en-GB", /\/en\/$/],
  ["fr-FR", /\/en\/$/],
] as const) {
  test(`the front door leads a ${languages} browser on`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale: languages, baseURL });
    const page = await context.newPage();
    await page.goto("");
    await expect(page).toHaveURL(path);
    await context.close();
  });
}

test("from the home page into the chapter, and across to the other language at the same place", async ({
  page,
}) => {
  const wrong = complaints(page);
  await page.goto("zh/");
  await page.getByRole("link", { name: messages("zh").homeStart }).click();
  await expect(page).toHaveURL(new RegExp(`/zh/${FIRST}$`));
  await page
    .getByRole("navigation", { name: messages("zh").sections })
    .getByRole("link")
    .nth(3)
    .click();
  const { hash } = new URL(page.url());
  expect(hash.length).toBeGreaterThan(1);
  await expect(page.locator(`.rail.only-wide a[href="${hash}"]`)).toHaveAttribute("aria-current", "location");
  const english = page.getByRole("link", { name: "English" });
  await english.click();
  await expect(page).toHaveURL(new RegExp(`/en/${FIRST}${hash}$`));
  await expect(page.locator(`.rail.only-wide a[href="${hash}"]`)).toHaveAttribute("aria-current", "location");
  // Whoever comes back to the home page can go on there, in either language.
  const there = page.url();
  await page.goto("zh/");
  const resume = page.getByRole("link", { name: messages("zh").homeResume });
  await expect(resume).toHaveAttribute("href", new RegExp(`/zh/${FIRST}${hash}$`));
  await page.goto(there);
  await expect(page.locator(hash)).toBeInViewport();
  await expect(page.locator(`.rail.only-wide a[href="${hash}"]`)).toHaveAttribute("aria-current", "location");
  expect(wrong).toEqual([]);
});

test("whoever has read on finds the same section in the other language", async ({ page }) => {
  await page.goto(`en/${CHAPTER}`);
  const sections = page.locator(".rail.only-wide .rail-list a");
  await sections.nth(1).click();
  const later = (await sections.nth(5).getAttribute("href")) ?? "";
  // Read on by scrolling: the address stays what it was.
  await page.locator(later).evaluate((heading) => heading.scrollIntoView());
  await expect(sections.nth(5)).toHaveAttribute("aria-current", "location");
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL(new RegExp(`/zh/${CHAPTER}${later}$`));
  await expect(page.locator(later)).toBeInViewport();
});

test("nothing is loaded from another host", async ({ page, baseURL }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host);
  });
  await page.goto(`en/${CHAPTER}`);
  await writeAndRun(page, "forward", "Plot.lineY([1, 2, 3]).plot()");
  await evaluated(page, "forward");
  expect([...hosts]).toEqual([new URL(baseURL ?? "").host]);
});

test("with the network gone after loading, cells run, plots are drawn, text is edited, errors explained", async ({
  page,
  context,
}) => {
  await page.goto(`en/${CHAPTER}`);
  await expect(page.locator("html")).toHaveAttribute("data-stocked", "");
  await context.setOffline(true);
  await page
    .locator(".rail.only-wide")
    .getByRole("button", { name: messages("en").runAll, exact: true })
    .click();
  await evaluated(page, "parabola");
  await expect(cell(page, "train").locator(".outputs svg")).toBeVisible();
  await expect(cell(page, "parabola").locator(".outputs svg").last()).toBeVisible();
  await writeAndRun(page, "forward", "const changed: number = 6 * 7;\nchanged");
  expect(await printed(page, "forward")).toBe("42");
  await writeAndRun(page, "forward", "const loss = [0.5];\nloss.zero_grad()");
  await expect(cell(page, "forward").locator(".error-title")).toContainText(
    "loss.zero_grad is not a function",
  );
  await expect(cell(page, "forward").locator(".error-hint code")).toHaveText("zeroGrad");
});

test("the colours: as the system, then as chosen, and kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`en/${CHAPTER}`);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  const button = page.locator(".rail.only-wide [data-theme-switch]");
  await button.click();
  expect(await paper()).not.toBe(dark);
  await button.click();
  expect(await paper()).toBe(dark);
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  expect(await paper()).toBe(dark);
});
