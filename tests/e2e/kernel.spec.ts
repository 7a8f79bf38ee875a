import { readFile } from "node:fs/promises";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import {
  cell,
  complaints,
  evaluated,
  openEditor,
  printed,
  restart,
  runButton,
  write,
  writeAndRun,
} from "./notebook";

const CHAPTER = "en/backpropagation/";

/** Watches the longest time between two frames of the page from here on. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    (window as unknown as { watch: typeof watch }).watch = watch;
    const look = () => {
      if ((window as unknown as { watch: typeof watch }).watch !== watch) return;
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const LONGEST_FRAME = `Math.round(Math.max(watch.longest, performance.now() - watch.last))`;

/**
 * While something happens, the page never stands still for a second. A machine that is busy with other things may hold
 * it up; a page that cannot cope is held up every time.
 */
async function staysAlive(page: Page, happens: () => Promise<void>): Promise<void> {
  let longest = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && longest >= 1000; attempt++) {
    await watchFrames(page);
    await happens();
    longest = await page.evaluate(LONGEST_FRAME);
  }
  expect(longest, "milliseconds of the longest frame").toBeLessThan(1000);
}

async function kernelStill(page: Page): Promise<void> {
  await expect(page.locator(".kernel-notice")).toHaveCount(0);
}

test("Stop ends a wait that never ends, and a queue with it; restart forgets names", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await writeAndRun(page, "exact", "const kept = 1;\nkept");
  await write(page, "forward", 'print("waiting");\nawait new Promise(() => {});');
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "forward").locator(".output-text")).toHaveText("waiting");
  // Two more wait behind it.
  for (const id of ["by-hand", "nudge"]) {
    await runButton(page, id).click();
    await expect(cell(page, id)).toHaveAttribute("data-activity", "queued");
  }
  await runButton(page, "forward").click();
  await expect(cell(page, "forward")).toHaveAttribute("data-validity", "aborted");
  for (const id of ["by-hand", "nudge"]) {
    await expect(cell(page, id)).toHaveAttribute("data-activity", "idle");
    await expect(cell(page, id)).toHaveAttribute("data-validity", "fresh");
  }
  // The queue is gone: of the new kernel's runs, the first put back what had run, the second is this one.
  await evaluated(page, "exact");
  await writeAndRun(page, "forward", "typeof kept");
  expect(await printed(page, "forward")).toBe('"number"');
  expect(await cell(page, "exact").locator(".cell-count").textContent()).toBe("[1]");
  expect(await cell(page, "forward").locator(".cell-count").textContent()).toBe("[2]");
  for (const id of ["by-hand", "nudge"])
    await expect(cell(page, id)).toHaveAttribute("data-validity", "fresh");

  await writeAndRun(page, "exact", "const kept = 2;");
  await writeAndRun(page, "forward", "kept");
  expect(await printed(page, "forward")).toBe("2");
  await restart(page);
  await writeAndRun(page, "forward", "kept");
  await expect(cell(page, "forward").locator(".error-title")).toContainText("kept is not defined");
  expect(wrong).toEqual([]);
});

test("recursion without end is an error; close() ends nothing", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    "const mark = 1;\nconst deeper = (n: number): number => deeper(n + 1) + 1;\ndeeper(0)",
  );
  await expect(cell(page, "forward").locator(".error-title")).toContainText("RangeError");
  await expect(cell(page, "forward").locator(".error-trace li").first()).toHaveText(/line 2.*in deeper/);
  await writeAndRun(page, "by-hand", "close()");
  await expect(cell(page, "by-hand").locator(".error-title")).toContainText("close is not defined");
  await writeAndRun(page, "by-hand", "self.close?.();\nmark");
  expect(await printed(page, "by-hand")).toBe("1");
  await kernelStill(page);
  expect(wrong).toEqual([]);
});

test("late errors stand below the cell that they come from, with its line", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `const bell = Promise.withResolvers<void>();
const late = async () => {
  await bell.promise;
  throw new TypeError("rejected late");
};
late();
bell.promise.then(() => setTimeout(() => {
  print("rung");
  missing();
}));`,
  );
  // Another cell runs meanwhile and rings the bell.
  await writeAndRun(page, "by-hand", "bell.resolve();\n1");
  const errors = cell(page, "forward").locator(".output-error");
  await expect(errors).toHaveCount(2);
  const rejected = errors.filter({ hasText: "TypeError: rejected late" });
  await expect(rejected.locator(".error-trace li").first()).toHaveText(/line 4.*in late/);
  const thrown = errors.filter({ hasText: "ReferenceError: missing is not defined" });
  await expect(thrown.locator(".error-trace li").first()).toHaveText(/line 9/);
  await expect(cell(page, "by-hand").locator(".output-error")).toHaveCount(0);
  await kernelStill(page);
  expect(wrong).toEqual([]);
});

test("a million lines: head and tail are kept, and the page never stands still", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await staysAlive(page, () =>
    writeAndRun(page, "forward", "for (let i = 0; i < 1_000_000; i++) print('line', i);"),
  );
  const lines = (await printed(page, "forward")).split("\n");
  expect(lines.slice(0, 3)).toEqual(["line 0", "line 1", "line 2"]);
  expect(lines.slice(-3)).toEqual(["line 999997", "line 999998", "line 999999"]);
  // What is shown, and the number in between, is what was printed: nothing is lost unsaid.
  const gap = cell(page, "forward").locator(".output-gap");
  const [left = 0, characters = 0] = ((await gap.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
  expect(lines.length + left).toBe(1_000_000);
  const all = Array.from({ length: 1_000_000 }, (_, i) => `line ${i}\n`).join("");
  expect(lines.join("\n").length + 1 + characters).toBe(all.length);
  const download = page.waitForEvent("download");
  await gap.getByRole("button", { name: "Download all" }).click();
  const file = await (await download).path();
  const saved = await readFile(file, "utf8");
  expect(saved === all).toBe(true);
  await writeAndRun(page, "by-hand", "1 + 1");
  expect(await printed(page, "by-hand")).toBe("2");
  await kernelStill(page);
  expect(wrong).toEqual([]);
});

test("what was printed before a wait is there while it waits", async ({ page }) => {
  await page.goto(CHAPTER);
  await write(page, "forward", "for (let i = 0; i < 500; i++) print(i);\nawait new Promise(() => {});");
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "forward").locator(".output-text")).toContainText(/\b499$/);
  await expect(cell(page, "forward")).toHaveAttribute("data-activity", "running");
});

/** Programs that put out too much, each in its way. */
const FLOODS: Record<string, string> = {
  displays: "for (let i = 0; i < 100_000; i++) display(i);",
  "displays, never ending": "for (;;) display([1, 2, 3]);",
  errors:
    "setInterval(() => { for (let i = 0; i < 100; i++) Promise.reject(new Error('again')); });\nawait new Promise(() => {});",
  plots:
    "const data = Array.from({ length: 5000 }, (_, i) => i);\nfor (;;) display(Plot.dot(data, { x: (d) => d % 97, y: (d) => d }).plot());",
};

for (const [name, program] of Object.entries(FLOODS)) {
  test(`a flood of ${name} is cut and stopped`, async ({ page }) => {
    const wrong = complaints(page);
    await page.goto(CHAPTER);
    const flood = async () => {
      await writeAndRun(page, "forward", program);
      await expect(cell(page, "forward")).toHaveAttribute("data-validity", "aborted");
      await expect(cell(page, "forward").locator(".output-note")).toHaveText(/too long/);
      await expect(page.locator(".rail.only-wide .kernel-notice")).toHaveText(/put out too much/);
    };
    // A hundred thousand drawn marks take their time; nothing else does.
    await (name === "plots" ? flood() : staysAlive(page, flood));
    await writeAndRun(page, "by-hand", "1 + 1");
    expect(await printed(page, "by-hand")).toBe("2");
    expect(wrong).toEqual([]);
  });
}

test("live plots without end are refused", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await staysAlive(page, async () => {
    await writeAndRun(page, "forward", "for (;;) livePlot({ title: 'x' }).add(1, 1);");
    await expect(cell(page, "forward").locator(".error-title")).toHaveText(
      /RangeError.*at most 100 live plots/,
    );
    await expect(cell(page, "forward").locator(".plot-live")).toHaveCount(100);
  });
  expect(wrong).toEqual([]);
});

test("points faster than the page can draw do not stop it, and Stop stops them", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  await write(
    page,
    "forward",
    "const plot = livePlot();\nfor (let i = 0; ; i++) {\n  plot.add(i, Math.sin(i));\n  plot.flush();\n}",
  );
  await staysAlive(page, async () => {
    await openEditor(page, "forward");
    await page.keyboard.press("Control+Enter");
    const curve = cell(page, "forward").locator(".outputs:not([data-saved]) svg path[d]").last();
    await expect(curve).toBeAttached();
    const early = await curve.getAttribute("d");
    await expect(curve).not.toHaveAttribute("d", early ?? "");
    await cell(page, "forward").evaluate(async (section) => {
      const aborted = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (section.dataset.validity !== "aborted") return;
          observer.disconnect();
          resolve();
        }).observe(section, { attributes: true });
      });
      section.querySelector<HTMLElement>(".run-button")?.click();
      await aborted;
    });
  });
  await writeAndRun(page, "by-hand", "1 + 1");
  expect(await printed(page, "by-hand")).toBe("2");
  expect(wrong).toEqual([]);
});

test("values too large to show are cut", async ({ page }) => {
  const wrong = complaints(page);
  await page.goto(CHAPTER);
  const huge = '"x".repeat(2 ** 28)';
  const nested = "let row: unknown = 1; for (let i = 0; i < 3; i++) row = Array(100).fill(row);";
  for (const program of [
    `print(${huge})`,
    `display(${huge})`,
    `throw new Error(${huge})`,
    `throw ${huge}`,
    `throw Object.assign(new Error("x"), { name: ${huge}, code: "x", details: { a: ${huge} } })`,
    `${nested} row`,
    `Float64Array.from = () => new Float64Array(5e7); const plot = livePlot(); plot.add(1, 1); plot.flush();`,
    `const plot = Plot.dot([1], { x: [1] }).plot();
const tree = { tag: "svg", attributes: {}, children: Array(3_000_000).fill({ tag: "g", attributes: {}, children: [] }) };
new plot.constructor({ tree, facts: plot.facts, warnings: [], readings: () => ({}), scale() {}, legend() {} })`,
  ]) {
    await staysAlive(page, () => writeAndRun(page, "forward", program));
    await expect(cell(page, "forward").locator(".outputs:not([data-saved])")).toHaveText(/\S/);
    const length = await cell(page, "forward")
      .locator(".outputs")
      .evaluate((all) => all.textContent?.length);
    expect(length, program).toBeLessThan(500_000);
    await restart(page);
  }
  await writeAndRun(page, "by-hand", "1 + 1");
  expect(await printed(page, "by-hand")).toBe("2");
  expect(wrong).toEqual([]);
});

test("a program that takes its time is left alone", async ({ page }) => {
  await page.goto(CHAPTER);
  await write(
    page,
    "forward",
    "const mark = 7;\nconst until = performance.now() + 6000;\nlet steps = 0;\nwhile (performance.now() < until) steps += 1;\nprint('done');",
  );
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "forward").locator(".output-text")).toHaveText("done", { timeout: 30_000 });
  await evaluated(page, "forward");
  await kernelStill(page);
  // It is the same kernel still.
  await writeAndRun(page, "by-hand", "mark");
  expect(await printed(page, "by-hand")).toBe("7");
});

/** Asks the page by the protocol's own way: when a frame's process dies, Playwright takes the page for crashed. */
function asker(session: CDPSession): <Value>(expression: string) => Promise<Value> {
  return async (expression) => {
    const { result } = await session.send("Runtime.evaluate", { expression, returnByValue: true });
    return result.value;
  };
}

test("a kernel that dies of memory is noticed, said and replaced", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const ask = asker(session);
  await page.goto(CHAPTER);
  await writeAndRun(page, "by-hand", "1 + 1");
  // Lists of numbers, until the engine's heap is full: a few gigabytes.
  await write(
    page,
    "forward",
    "const kept: number[][] = [];\nprint('filling');\nfor (let i = 0; ; i++) kept.push(new Array(1 << 24).fill(i + 0.5));",
  );
  await watchFrames(page);
  await page.keyboard.press("Control+Enter");
  const validity = (id: string) =>
    ask<string>(`document.querySelector('[data-cell="${id}"]').dataset.validity`);
  await expect.poll(() => validity("forward"), { timeout: 45_000 }).toBe("aborted");
  expect(await ask<string>(`document.querySelector(".kernel-notice").textContent`)).toMatch(/died/);
  expect(await ask<string>(`document.querySelector('[data-cell="forward"] .output-text').textContent`)).toBe(
    "filling",
  );
  // The page has nothing to do meanwhile; the machine has.
  expect(await ask<number>(LONGEST_FRAME)).toBeLessThan(2000);
  // Names of the dead kernel are said to be gone, and the next run works.
  expect(await validity("by-hand")).toBe("stale");
  await ask(`document.querySelector('[data-cell="by-hand"] .run-button').click()`);
  await expect.poll(() => validity("by-hand")).toBe("evaluated");
  expect(await ask<string>(`document.querySelector('[data-cell="by-hand"] .output-text').textContent`)).toBe(
    "2",
  );
});
