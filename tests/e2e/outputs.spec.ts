import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import { cell, evaluated, printed, writeAndRun } from "./notebook";

const CHAPTER = "en/backpropagation/";

test("values open like trees, tables sort, loops show how far they are, and axe finds nothing in them", async ({
  page,
}) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `display({ list: new Array(1000).fill(7), nested: { deep: new Map([["key", 1n]]) } });
console.table([{ step: 1, loss: 0.3 }, { step: 2, loss: 0.1 }, { step: 3, loss: 0.2 }]);
for (const i of progress(4, { label: "counting" })) await null;
const shown = display("before");
shown.update("after");`,
  );
  const outputs = cell(page, "forward").locator(".outputs");
  const tree = outputs.getByRole("button", { name: /list/ }).first();
  await expect(tree).toHaveAttribute("aria-expanded", "false");
  await tree.click();
  await expect(tree).toHaveAttribute("aria-expanded", "true");
  await expect(outputs).toContainText("nested");

  const table = outputs.getByRole("table");
  await table.getByRole("button", { name: "loss" }).click();
  const losses = () => table.locator("tbody tr td:last-child").allTextContents();
  expect(await losses()).toEqual(["0.1", "0.2", "0.3"]);
  await table.getByRole("button", { name: "loss" }).click();
  expect(await losses()).toEqual(["0.3", "0.2", "0.1"]);

  await expect(outputs.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "4");
  await expect(outputs).toContainText("after");
  await expect(outputs).not.toContainText("before");
  const { violations } = await new AxeBuilder({ page }).include('[data-cell="forward"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("a slider's value is a number, and moving it runs what depends on it", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    'const eta = slider({ label: "$\\\\eta$", min: 0, max: 2, step: 0.5, value: 1 });',
  );
  await writeAndRun(page, "nudge", "eta * 10");
  expect(await printed(page, "nudge")).toBe("10");
  const slider = cell(page, "forward").getByRole("slider", { name: "η" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => printed(page, "nudge")).toBe("15");
  await expect(slider).toBeFocused();
  await page.keyboard.press("End");
  await expect.poll(() => printed(page, "nudge")).toBe("20");
  await evaluated(page, "nudge");
  const { violations } = await new AxeBuilder({ page }).include('[data-cell="forward"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("Markdown that a cell puts out is drawn, with formulas, and leads nowhere else", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `const loss = 0.25;
const shown = display(md\`waiting\`);
shown.update(md\`
  # Result
  The loss is **\${loss}**, $\\hat y = \\tfrac12$; <img src=x onerror=alert(1)> [more](https://example.org/)
  | a | b |
  |---|---|
  | 1 | 2 |
\`);`,
  );
  const outputs = cell(page, "forward").locator(".outputs");
  await expect(outputs.locator("h3")).toHaveText("Result");
  await expect(outputs.locator("strong")).toHaveText("0.25");
  await expect(outputs.locator(".katex-html")).toHaveCount(1);
  await expect(outputs.locator("td")).toHaveText(["1", "2"]);
  await expect(outputs.locator("a, img")).toHaveCount(0);
  await expect(outputs).toContainText("more (https://example.org/)");
  const { violations } = await new AxeBuilder({ page })
    .include('[data-cell="forward"]')
    .exclude(".katex")
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("pictures are shown: pixels, what was drawn on a canvas, a file's bytes", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `const picture = new ImageData(8, 4);
for (let at = 0; at < 128; at += 4) picture.data.set([255, 0, 0, 255], at);
display(picture);
const canvas = new OffscreenCanvas(300, 100);
canvas.getContext("2d").fillRect(0, 0, 300, 100);
display(canvas);
new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer())`,
  );
  const pictures = cell(page, "forward").locator(".outputs img");
  await expect(pictures).toHaveCount(3);
  const sizes = await pictures.evaluateAll((all) =>
    Promise.all(
      (all as HTMLImageElement[]).map(async (one) => {
        await one.decode();
        return [one.naturalWidth, one.naturalHeight];
      }),
    ),
  );
  expect(sizes).toEqual([
    [8, 4],
    [300, 100],
    [300, 100],
  ]);
  // The first pixel, as the browser reads the file.
  const color = await pictures.first().evaluate((one) => {
    const context = document.createElement("canvas").getContext("2d");
    context?.drawImage(one as HTMLImageElement, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  });
  expect(color).toEqual([255, 0, 0, 255]);
});

test("a text that would keep a parser busy for minutes is shown as it is written, and the page goes on", async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const macros = String.raw`$\def\a{${"x".repeat(100)}}${"\\a".repeat(100)}$`;
  const bombs = {
    "delimiters that may all be stress": "'a**b'.repeat(20_000)",
    "a few hundred characters of TeX that stand for ten thousand glyphs": JSON.stringify(macros),
    "more rows than a page should draw": String.raw`'|a|\n|-|\n' + '|b|\n'.repeat(10_000)`,
  };
  const outputs = cell(page, "forward").locator(".outputs");
  for (const [name, text] of Object.entries(bombs)) {
    await writeAndRun(page, "forward", `md\`\${${text}}\``);
    await expect(outputs.locator(".output-note").last(), name).toHaveText(messages("en").markdownRefused);
    // The next one is drawn all the same.
    await writeAndRun(page, "forward", "md`**next**`");
    await expect(outputs.locator("strong"), name).toHaveText("next");
  }
});

test("a long text is drawn to its end", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(page, "forward", String.raw`md${"`"}${"$"}{'**a** $x^2$\n\n'.repeat(400)}${"`"}`);
  const outputs = cell(page, "forward").locator(".outputs");
  await expect(outputs.locator("strong")).toHaveCount(400);
  await expect(outputs.locator(".katex")).toHaveCount(400);
});

test("a tensor says what it is, and many numbers can be seen as colours", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `import { torch } from "gradbook";
const w = torch.ones([2, 3], { requiresGrad: true });
display(w.mul(2));
torch.arange(90_000).view(300, 300)`,
  );
  const outputs = cell(page, "forward").locator(".outputs");
  await expect(outputs).toContainText("shape [2, 3] · dtype float64 · gradFn");
  await expect(outputs).toContainText("shape [300, 300] · dtype int64");
  const heat = outputs.getByRole("button", { name: messages("en").heatMap }).last();
  await heat.click();
  await expect(heat).toHaveAttribute("aria-pressed", "true");
  const map = outputs.getByRole("img", { name: messages("en").heatOf("300 × 300", "0", "89999") });
  await expect(map).toBeVisible();
  // Few elements, however many numbers.
  expect(await map.locator("*").count()).toBeLessThan(300);
  const { violations } = await new AxeBuilder({ page }).include('[data-cell="forward"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await heat.click();
  await expect(map).toHaveCount(0);
});

test("values that resist being looked at are shown as far as they can be", async ({ page }) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `const round: Record<string, unknown> = { big: 2n ** 64n, when: new Map([["k", new Set([1])]]) };
round.self = round;
Object.defineProperty(round, "never", { enumerable: true, get() { throw new Error("not this one"); } });
display(round);
display(new Proxy({}, { ownKeys() { throw new Error("nor that"); } }));
display(new Float64Array(10_000_000));
display(Array.from({ length: 10_000_000 }, (_, i) => i));`,
  );
  const outputs = cell(page, "forward").locator(".outputs");
  await expect(outputs.locator(".output-error")).toHaveCount(0);
  await expect(outputs).toContainText("18446744073709551616n");
  await expect(outputs).toContainText("never");
  await expect(outputs).toContainText("Float64Array(10000000)");
  await expect(outputs).toContainText("Array(10000000)");
  // Ten million numbers are a few lines.
  expect(await outputs.evaluate((all) => all.textContent?.length ?? 0)).toBeLessThan(20_000);
});
