import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import { cell, writeAndRun } from "./notebook";

const seed: { cases: { expected: { grads: Record<string, { data: number[] }> } }[] } = JSON.parse(
  readFileSync(new URL("../golden/seed_program.json", import.meta.url), "utf8"),
);
const CHAPTER = "en/backpropagation/";
const words = messages("en");

/** The source's program up to its loss, and its graph. */
const PROGRAM = `import { nn, torch } from "gradbook";
class Seed extends nn.Module {
  linear1 = new nn.Linear(2, 2);
  linear2 = new nn.Linear(2, 2);
  forward(x) {
    return torch.sigmoid(this.linear2(torch.sigmoid(this.linear1(x))));
  }
}
const seed = new Seed();
seed.loadStateDict({
  "linear1.weight": torch.tensor([[0.15, 0.2], [0.25, 0.3]]),
  "linear1.bias": torch.tensor([0.35, 0.35]),
  "linear2.weight": torch.tensor([[0.4, 0.45], [0.5, 0.55]]),
  "linear2.bias": torch.tensor([0.6, 0.6]),
});
const given = torch.tensor([[0.05, 0.1]]);
const loss = torch.sum(seed(given).sub(torch.tensor([[0.01, 0.99]])).pow(2)).div(2);
graph(loss)`;

/** The numbers on a card, of its value or its gradient. */
async function numbers(graph: Locator, name: string, kind: "value" | "gradient"): Promise<number[]> {
  const texts = await graph.locator(`[data-name="${name}"] .graph-${kind} tspan`).allTextContents();
  return texts.map((text) => Number(text.replaceAll("−", "-")));
}

/** All twelve gradients stand on the cards, rounded to the digits that are shown. */
async function expectReference(graph: Locator): Promise<void> {
  const grads = Object.entries(seed.cases[0]?.expected.grads ?? {});
  expect(grads.flatMap(([, { data }]) => data)).toHaveLength(12);
  for (const [name, { data }] of grads) {
    const found = await numbers(graph, name, "gradient");
    expect(found).toHaveLength(data.length);
    data.forEach((expected, i) => {
      const off = Math.abs((found[i] ?? Number.NaN) - expected);
      expect(off, name).toBeLessThanOrEqual(
        Math.max(5e-5 * Number(Math.abs(expected) >= 0.01), 5e-4 * Math.abs(expected)),
      );
    });
  }
}

/** The formulas that are shown, as TeX without its spaces. */
async function formulas(graph: Locator): Promise<string[]> {
  const sources = await graph.locator(".graph-explanation annotation").allTextContents();
  return sources.map((source) => source.replaceAll(/[\s{}]/g, ""));
}

async function showProgram(page: Page): Promise<Locator> {
  await page.goto(CHAPTER);
  await writeAndRun(page, "forward", PROGRAM);
  const graph = cell(page, "forward").locator(".graph-live");
  await expect(graph).toBeVisible();
  return graph;
}

test("graph(loss) on the source's program shows all twelve gradients, and steps by mouse and keyboard", async ({
  page,
}) => {
  const graph = await showProgram(page);
  await expectReference(graph);
  // The library's own classes have their own names, however the kernel was bundled.
  await expect(graph.locator(".graph-group text")).toHaveText([
    /seed Seed$/,
    /linear1 Linear$/,
    /linear2 Linear$/,
  ]);
  expect(await numbers(graph, "loss", "value")).toEqual([0.2984]);

  // By mouse: to the beginning, and eight steps forward.
  const button = (name: string) => graph.getByRole("button", { name, exact: true });
  await button(words.graphBegin).click();
  await expect(graph.getByRole("slider")).toHaveValue("0");
  expect(await numbers(graph, "loss", "value")).toEqual([Number.NaN]);
  await expect(graph.locator(".graph-vertex[data-computed]")).toHaveCount(6);
  for (let step = 1; step <= 8; step++) await button(words.graphNext).click();
  await expect(graph.locator(".graph-vertex[data-computed]")).toHaveCount(14);
  expect(await numbers(graph, "loss", "value")).toEqual([0.2984]);
  expect(await numbers(graph, "loss", "gradient")).toEqual([Number.NaN]);
  await expect.poll(() => formulas(graph)).toEqual(["0.5967/2=0.2984"]);
  await button(words.graphBack).click();
  expect(await numbers(graph, "loss", "value")).toEqual([Number.NaN]);

  // By keyboard: forward again, and back along the lines in the engine's order.
  await graph.locator(".graph-frame").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await numbers(graph, "loss", "gradient")).toEqual([1]);
  for (let step = 10; step <= 15; step++) await page.keyboard.press("ArrowRight");
  await expect(graph.getByRole("slider")).toHaveValue("15");
  // δ goes back to the hidden layer: a sum over two paths.
  await expect
    .poll(() => formulas(graph))
    .toEqual([
      "0.1385\\times0.4+(-0.0381)\\times0.5=0.0364",
      "0.1385\\times0.45+(-0.0381)\\times0.55=0.0414",
    ]);
  expect(await numbers(graph, "linear2.weight", "gradient")).toEqual([NaN, NaN, NaN, NaN]);
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await formulas(graph))[0]).toBe("0.1385\\times0.5933=0.0822");
  expect(await numbers(graph, "linear2.weight", "gradient")).toEqual([0.0822, 0.0827, -0.0226, -0.0227]);
  await page.keyboard.press("ArrowLeft");
  expect(await numbers(graph, "linear2.weight", "gradient")).toEqual([NaN, NaN, NaN, NaN]);
  await page.keyboard.press("End");
  await expectReference(graph);
});

test("cards are reached by keyboard and say their arithmetic; modules fold; axe finds nothing", async ({
  page,
}) => {
  const graph = await showProgram(page);
  await graph.locator(".graph-frame").focus();
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  // The signs that fold come first, then the one card that the keyboard is on.
  for (let tab = 0; tab < 3; tab++) {
    expect(await focused()).toContain("Fold");
    await page.keyboard.press("Tab");
  }
  const first = await focused();
  expect(first).toContain(words.graphValue);
  await page.keyboard.press("ArrowDown");
  expect(await focused()).not.toBe(first);
  await graph.locator('[data-name="linear2.weight"]').focus();
  await expect
    .poll(async () => (await formulas(graph)).slice(1))
    .toEqual([
      "0.1385\\times0.5933=0.0822",
      "0.1385\\times0.5969=0.0827",
      "-0.0381\\times0.5933=-0.0226",
      "-0.0381\\times0.5969=-0.0227",
    ]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .include('[data-cell="forward"]')
      .exclude(".katex")
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  }

  await graph.getByRole("button", { name: words.graphFold("seed"), exact: true }).click();
  await expect(graph.locator(".graph-vertex")).toHaveCount(7);
  await expect(graph.locator('[data-kind="module"]')).toContainText("seed");
  await graph.locator('[data-kind="module"]').press("Enter");
  await expect(graph.locator(".graph-vertex")).toHaveCount(14);
});

test("the chapter's saved graph comes alive when the reader comes near, without a run", async ({ page }) => {
  await page.goto(CHAPTER);
  const saved = cell(page, "graph").locator("[data-graph]");
  await saved.scrollIntoViewIfNeeded();
  const graph = saved.locator(".graph-live");
  await expect(graph).toBeVisible();
  await expect(saved.locator(".graph-saved")).toBeHidden();
  await expectReference(graph);
  await graph.locator('[data-name="linear2.weight"]').hover();
  await expect.poll(async () => (await formulas(graph))[1]).toBe("0.1385\\times0.5933=0.0822");
});

test("touch and a narrow page: a tap shows a card's arithmetic, and nothing is wider than the page", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(CHAPTER);
  const saved = cell(page, "graph").locator("[data-graph]");
  await saved.scrollIntoViewIfNeeded();
  const graph = saved.locator(".graph-live");
  await graph.locator('[data-name="linear1.bias"]').tap();
  await expect.poll(async () => (await formulas(graph)).at(-1)).toBe("0.009954\\times1=0.009954");
  await graph.getByRole("button", { name: words.graphBack, exact: true }).tap();
  await expect(graph.getByRole("slider")).toHaveValue("19");
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wide).toBe(false);
  await context.close();
});

test("without scripts the picture has all twelve gradients, and every step is there as text", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(CHAPTER);
  const picture = cell(page, "graph").locator(".graph-only-wide");
  await expect(picture).toBeVisible();
  await expectReference(picture);
  await cell(page, "graph").getByText(words.graphAsText).click();
  await expect(cell(page, "graph").locator(".graph-text")).toContainText("0.1385 × 0.5933 = 0.0822");
  await context.close();
});
