import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import {
  cell,
  complaints,
  ended,
  evaluated,
  openNotebookMenu,
  printed,
  restart,
  runButton,
  write,
  writeAndRun,
} from "./notebook";

const CHAPTER = "en/backpropagation/";

/** Starts a cell that goes on; ends when its first word is there. */
async function start(page: Page, id: string, program: string): Promise<void> {
  await write(page, id, program);
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, id).locator(".output-text").first()).toHaveText(/begun/);
  await expect(cell(page, id)).toHaveAttribute("data-activity", "running");
}

/** Programs that never end, each in its way. */
const FAULTS: Readonly<Record<string, string>> = {
  "endless loop": "while (true) {}",
  "recursion, again and again":
    "const deeper = (n: number): number => deeper(n + 1) + 1;\nfor (;;) { try { deeper(0); } catch {} }",
  "promise storm":
    "const storm = (): Promise<void> => Promise.resolve().then(storm);\nfor (let i = 0; i < 1000; i++) storm();\nawait new Promise(() => {});",
  "a gigabyte":
    "const kept: Float64Array[] = [];\nfor (let i = 0; i < 128; i++) kept.push(new Float64Array(2 ** 20).fill(i));\nprint(kept.length);\nawait new Promise(() => {});",
};

test("what never ends leaves the page its own, is stopped, and takes no names with it", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await writeAndRun(page, "exact", "const kept = 7;");
  for (const [name, program] of Object.entries(FAULTS)) {
    await start(page, "forward", `print("begun");\n${program}`);
    // The page still does what it is asked to.
    await page.locator("[data-theme-switch]:visible").click();
    await runButton(page, "forward").click();
    await expect(cell(page, "forward"), name).toHaveAttribute("data-validity", "aborted");
    await writeAndRun(page, "by-hand", "kept");
    expect(await printed(page, "by-hand"), name).toBe("7");
  }
  expect(wrong).toEqual([]);
});

for (const locale of ["en", "zh"] as const) {
  const words = messages(locale);
  const panel = (page: Page) => page.locator(".rail.only-wide");
  const choice = (page: Page) => panel(page).getByRole("combobox", { name: words.budget });

  /** Lets the page's clock run; between two beats of the kernel's pulse its frame has time to answer. */
  async function pass(page: Page, seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 2) {
      await page.clock.runFor(2000);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  test(`a loop without end is spoken of, and stopped at the reader's limit (${locale})`, async ({ page }) => {
    const wrong = complaints(page);
    await page.clock.install();
    await page.goto(CHAPTER.replace("en", locale));
    await openNotebookMenu(page);
    await choice(page).selectOption({ label: words.budgetSeconds(30) });
    await writeAndRun(page, "exact", "const kept = 7;");
    await start(page, "forward", 'print("begun");\nwhile (true) {}');
    const said = cell(page, "forward").locator(".cell-status");
    await pass(page, 8);
    await expect(said).toHaveText(words.running);
    await pass(page, 8);
    await expect(said).toContainText(words.longRun(words.budgetSeconds(30)));
    await pass(page, 18);
    await expect(cell(page, "forward")).toHaveAttribute("data-validity", "aborted");
    await expect(panel(page).locator(".kernel-notice")).toContainText(words.kernelOverdue);
    await expect(said).toContainText(words.kernelOverdue);
    await evaluated(page, "exact");
    await writeAndRun(page, "by-hand", "kept");
    expect(await printed(page, "by-hand")).toBe("7");
    // The choice is the reader's for good.
    await page.reload();
    await openNotebookMenu(page);
    await expect(choice(page)).toHaveValue("30");
    expect(wrong).toEqual([]);
  });

  test(`a run that the reader lets go on is left alone, and so is one that waits (${locale})`, async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(CHAPTER.replace("en", locale));
    await openNotebookMenu(page);
    await choice(page).selectOption({ label: words.budgetSeconds(30) });
    await start(page, "forward", 'print("begun");\nwhile (true) {}');
    await pass(page, 14);
    await cell(page, "forward").getByRole("button", { name: words.letRun }).click();
    await pass(page, 40);
    await expect(cell(page, "forward")).toHaveAttribute("data-activity", "running");
    await expect(cell(page, "forward").locator(".cell-status")).toHaveText(words.running);
    await runButton(page, "forward").click();
    await expect(cell(page, "forward")).toHaveAttribute("data-validity", "aborted");
    // Leniency was for that run alone; a program that awaits has no need of it.
    await start(page, "forward", 'print("begun");\nawait new Promise(() => {});');
    await pass(page, 40);
    await expect(cell(page, "forward")).toHaveAttribute("data-activity", "running");
    await expect(cell(page, "forward").locator(".cell-status")).toHaveText(words.running);
  });

  test(`hints: NaN, a promise that is shown, an await that was forgotten (${locale})`, async ({ page }) => {
    const wrong = complaints(page);
    await page.goto(CHAPTER.replace("en", locale));
    const hint = cell(page, "forward").locator(".output-hint");
    await writeAndRun(page, "forward", 'print("loss", Math.log(-1));');
    await expect(hint).toContainText(locale === "en" ? "not a number" : "不是数");
    await writeAndRun(page, "forward", "const later = async () => [1, 2];\nlater()");
    await expect(hint).toContainText("await later".slice(0, 5));
    await writeAndRun(page, "forward", "const rows = (async () => [1, 2])();\nrows.map((x) => 2 * x)");
    await expect(hint).toHaveCount(0);
    const explained = cell(page, "forward").locator(".output-error .error-hint");
    await expect(explained).toContainText("rows");
    await expect(explained).toContainText("await");
    await writeAndRun(page, "forward", "(await (async () => [1, 2])()).length");
    await expect(hint).toHaveCount(0);
    expect(await printed(page, "forward")).toBe("2");
    expect(wrong).toEqual([]);
  });
}

/** Built-ins that a reader's program may bend, and what the program then finds itself. */
const PATCHES: readonly string[] = [
  "Math.random = () => 4;",
  "Array.prototype.map = () => 4;",
  "globalThis.Promise = class Promise {};",
  "Promise.resolve = Promise.reject = Promise.all = () => 4;",
  "globalThis.console = { log() { throw new Error('no console'); } };",
  "JSON.stringify = JSON.parse = () => 4;",
  "Object.prototype.toString = () => 4;",
  "Object.defineProperty(Object.prototype, 'cell', { get: () => 'nudge', set() {} });",
  "Object.keys = Object.entries = Object.assign = Object.defineProperty = () => 4;",
  "globalThis.setTimeout = globalThis.queueMicrotask = () => 4;",
  "Symbol.iterator in Array.prototype && delete Array.prototype[Symbol.iterator];",
  "globalThis.print = globalThis.display = () => { throw new Error('no output'); };",
];

test("bent built-ins are the kernel's alone: the page, its next kernel and its storage are as they were", async ({
  page,
}) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  const natives = () =>
    page.evaluate(() => {
      const random = [Math.random(), Math.random()];
      return [
        random[0] !== random[1],
        [1].map((x) => 2 * x)[0],
        JSON.stringify({ a: 1 }),
        String({}),
        "cell" in {},
        Object.keys({ a: 1 }).length,
        Promise.resolve(1) instanceof Promise,
      ];
    });
  const before = await natives();
  for (const patch of PATCHES) {
    await writeAndRun(page, "forward", `print("before");\n${patch}`);
    await expect.soft(cell(page, "forward").locator(".outputs"), patch).toContainText("before");
    // The same kernel may be past help, but the page gets an end of whatever runs in it.
    await runButton(page, "by-hand").click();
    await ended(page, "by-hand");
    await expect
      .soft(page.locator(".rail.only-wide [data-kernel]"), patch)
      .toHaveAttribute("data-kernel", "idle");
    await restart(page);
    await writeAndRun(page, "nudge", "[1, 2, 3].map((x) => 2 * x).join()");
    expect.soft(await printed(page, "nudge"), patch).toBe('"2,4,6"');
  }
  expect(await natives()).toEqual(before);
  // What was written is kept, by the page's own means.
  await page.reload();
  await expect(cell(page, "nudge").locator("code")).toContainText("[1, 2, 3].map");
  expect(wrong).toEqual([]);
});

test("lines come while the program runs, and a million of them are few elements", async ({ page }) => {
  await page.goto(CHAPTER);
  await start(page, "forward", 'print("begun");\nfor (let i = 0; ; i++) print("line", i);');
  const last = () =>
    cell(page, "forward")
      .locator(".output-text")
      .last()
      .evaluate((text) => Number(/line (\d+)\s*$/.exec(text.textContent ?? "")?.[1] ?? 0));
  await expect.poll(last).toBeGreaterThan(1_000_000);
  const early = await last();
  await expect.poll(last).toBeGreaterThan(early);
  expect(await cell(page, "forward").locator("*").count()).toBeLessThanOrEqual(500);
  await runButton(page, "forward").click();
  await expect(cell(page, "forward")).toHaveAttribute("data-validity", "aborted");
  await writeAndRun(page, "by-hand", "1 + 1");
  expect(await printed(page, "by-hand")).toBe("2");
});

test("a slider that is dragged sixty times a second runs the newest value, and not all between", async ({
  page,
}) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    'const eta = slider({ label: "eta", min: 0, max: 120, step: 1, value: 0 });',
  );
  // Each run takes longer than the reader's hand from one value to the next.
  await writeAndRun(
    page,
    "nudge",
    "globalThis.runs = (globalThis.runs ?? 0) + 1;\nconst until = performance.now() + 50;\nwhile (performance.now() < until) {}\n`${eta} after ${globalThis.runs} runs`",
  );
  const slider = cell(page, "forward").getByRole("slider", { name: "eta" });
  await slider.evaluate(async (element) => {
    const input = element as HTMLInputElement;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    for (let value = 1; value <= 120; value++) {
      set?.call(input, String(value));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect.poll(() => printed(page, "nudge")).toMatch(/^"120 after/);
  const runs = Number(/after (\d+)/.exec(await printed(page, "nudge"))?.[1]);
  expect(runs).toBeGreaterThan(2);
  expect(runs).toBeLessThan(100);
  expect(wrong).toEqual([]);
});
