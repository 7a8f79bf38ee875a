import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { allChapters, readCourse } from "@/lib/content";
import { LOCALES, messages } from "@/lib/i18n";
import { cell, cellIds, evaluated, printed, runAll, writeAndRun } from "./notebook";

const { course } = readCourse(readFileSync("content/course.yaml", "utf8"), "content/course.yaml");
const order = course ? allChapters(course) : [];

test.use({ serviceWorkers: "allow" });

test("after one visit, with the network off, every chapter is read and run in both languages", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await page.goto(`en/${order[0]}/`);
  await expect(page.locator("html")).toHaveAttribute("data-offline", "", { timeout: 60_000 });
  await context.setOffline(true);
  for (const locale of LOCALES) {
    await page.goto(`${locale}/`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const slug of order) {
      await page.goto(`${locale}/${slug}/`);
      const ids = await cellIds(page);
      if (ids.length === 0) continue;
      await runAll(page, messages(locale));
      for (const id of ids) await evaluated(page, id);
    }
  }
  // The compiler and the editor are there as well.
  await page.goto("en/backpropagation/");
  await writeAndRun(page, "forward", "const changed: number = 6 * 7;\nchanged");
  expect(await printed(page, "forward")).toBe("42");
  await expect(cell(page, "forward").locator(".error-output")).toHaveCount(0);
  // A page that there is not is said to be missing, even so.
  await page.goto("en/no-such-chapter/");
  await expect(page.getByText(messages("en").notFound)).toBeVisible();
});

test("the caches are this site's own, and others' are left alone", async ({ page }) => {
  await page.goto("en/");
  await page.evaluate(async () => {
    await (await caches.open("another-project:1")).put("/x", new Response("theirs"));
    await (await caches.open("gradbook:/another/base/:1")).put("/y", new Response("a sister's"));
  });
  await expect(page.locator("html")).toHaveAttribute("data-offline", "", { timeout: 60_000 });
  const names = await page.evaluate(() => caches.keys());
  const { pathname } = new URL(page.url());
  const base = pathname.slice(0, -"en/".length);
  expect(names.filter((name) => name.startsWith(`gradbook:${base}:`))).toHaveLength(1);
  expect(names).toContain("another-project:1");
  expect(names).toContain("gradbook:/another/base/:1");
});
