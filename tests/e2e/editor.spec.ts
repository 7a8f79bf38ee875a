import { expect, type Page, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import { cell, cellIds, ended, evaluated, openEditor, printed, runButton, write } from "./notebook";

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

const words = messages("en");
/** The text of a cell, whether it is being edited or not. */
const textOf = async (page: Page, id: string) => {
  const lines = cell(page, id).locator(".view-line");
  if ((await lines.count()) === 0) return cell(page, id).locator("code").textContent();
  // Monaco places its lines by style, in any order, and writes spaces that do not break.
  const placed = await lines.evaluateAll((all) =>
    all
      .map((line) => [Number.parseFloat((line as HTMLElement).style.top), line.textContent ?? ""] as const)
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text),
  );
  return placed.join("\n").replaceAll("\u00a0", " ");
};

test("Shift+Alt+F formats as TypeScript's own service does", async ({ page }) => {
  test.slow();
  await page.goto(CHAPTER);
  await write(page, "forward", "const  f=(x:number)=>{\nreturn x*2\n}");
  await page.keyboard.press("Shift+Alt+F");
  await expect
    .poll(() => textOf(page, "forward"), { timeout: 45_000 })
    .toBe("const f = (x: number) => {\n  return x * 2\n}");
});

test("comments, cursors, and an undo that survives leaving the cell", async ({ page }) => {
  await page.goto(CHAPTER);
  await write(page, "forward", "const ab = 1;\nab + ab");
  await page.keyboard.press("ControlOrMeta+/");
  await expect.poll(() => textOf(page, "forward")).toBe("const ab = 1;\n// ab + ab");
  await page.keyboard.press("ControlOrMeta+/");
  await expect.poll(() => textOf(page, "forward")).toBe("const ab = 1;\nab + ab");
  // All three names at once.
  await page.keyboard.press("Home");
  for (let match = 0; match < 3; match += 1) await page.keyboard.press("ControlOrMeta+d");
  await page.keyboard.type("w");
  await expect.poll(() => textOf(page, "forward")).toBe("const w = 1;\nw + w");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(cell(page, "forward").locator("[data-code]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cell(page, "forward").locator(".monaco-editor")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => textOf(page, "forward")).toBe("const ab = 1;\nab + ab");
});

test("find marks what it finds, and Escape closes it before it leaves the editor", async ({ page }) => {
  await page.goto(CHAPTER);
  await write(page, "forward", "const found = 1;\nfound + found");
  await page.keyboard.press("ControlOrMeta+F");
  const find = cell(page, "forward").locator(".find-widget.visible");
  await expect(find).toBeVisible();
  await page.keyboard.type("found");
  await expect(find.locator(".matchesCount")).toContainText("3");
  await page.keyboard.press("Escape");
  await expect(find).toHaveCount(0);
  await expect(cell(page, "forward").locator(".monaco-editor")).toBeVisible();
});

test("Tab belongs to the text until Ctrl+M, and the page says which", async ({ page }) => {
  await page.goto(CHAPTER);
  await write(page, "forward", "1 + 1");
  const hint = cell(page, "forward").locator(".tab-hint");
  await expect(hint).toHaveText(words.tabIndents("Ctrl+M"));
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(page, "forward")).toBe("  1 + 1");
  await page.keyboard.press("Control+M");
  await expect(hint).toHaveText(words.tabLeaves("Ctrl+M"));
  await page.keyboard.press("Tab");
  await expect(cell(page, "forward").locator(".run-button")).toBeFocused();
  await expect(hint).toBeHidden();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Control+M");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(page, "forward")).toBe("    1 + 1");
});

test("Alt+Enter runs and opens a new cell below", async ({ page }) => {
  await page.goto(CHAPTER);
  const [first = ""] = await cellIds(page);
  await write(page, first, "6 * 7");
  await page.keyboard.press("Alt+Enter");
  await expect(cell(page, "mine-1").locator(".monaco-editor")).toBeVisible();
  expect((await cellIds(page)).slice(0, 2)).toEqual([first, "mine-1"]);
  await page.keyboard.type("7 * 6");
  await expect.poll(() => textOf(page, "mine-1")).toBe("7 * 6");
  await expect.poll(() => printed(page, first), { timeout: 45_000 }).toBe("42");
});

test("a call shows the library's parameters, and what their comment says", async ({ page }) => {
  test.slow();
  await page.goto(CHAPTER);
  await write(page, "program", 'import { torch } from "gradbook";\n');
  await page.keyboard.press("Control+End");
  await page.keyboard.type("torch.linspace(");
  const help = page.locator(".parameter-hints-widget.visible");
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+Shift+Space");
    await expect(help).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 45_000 });
  await expect(help).toContainText("linspace(start: number, end: number, steps: number");
  await expect(help).toContainText("numbers at equal distances");
});

test("a text cell says what Tab does, too", async ({ page }) => {
  await page.goto(CHAPTER);
  await cell(page, "forward").locator("[data-code]").press("b");
  await cell(page, "mine-1").locator("[data-code]").press("m");
  await cell(page, "mine-1").locator(".cell-text").dblclick();
  const hint = cell(page, "mine-1").locator(".tab-hint");
  await expect(hint).toHaveText(words.tabIndents("Ctrl+M"));
  await expect(hint).toBeInViewport();
  await page.keyboard.press("Control+M");
  await expect(hint).toHaveText(words.tabLeaves("Ctrl+M"));
  await page.keyboard.press("Control+M");
});

test("where Monaco cannot load, a plain text field edits and runs", async ({ page }) => {
  await page.route("**/vendor/monaco-*/**", (route) => route.abort());
  await page.goto(CHAPTER);
  const code = cell(page, "forward").locator("[data-code]");
  await code.focus();
  await page.keyboard.press("Enter");
  const field = cell(page, "forward").locator("textarea");
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("const six: number = 6;\nsix * 7");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("const six: number = 6;\n  six * 7");
  await expect(cell(page, "forward").locator(".tab-hint")).toHaveText(words.tabIndents("Ctrl+M"));
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "forward");
  expect(await printed(page, "forward")).toBe("42");
  await page.keyboard.press("Escape");
  await expect(code).toBeFocused();
  await expect(code).toHaveText("const six: number = 6;\n  six * 7");
});

test("by touch: a tap edits in a text field, and another runs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(CHAPTER);
  await cell(page, "forward").locator("[data-code]").tap();
  const field = cell(page, "forward").locator("textarea");
  await expect(field).toBeFocused();
  await field.fill("6 * 7");
  await runButton(page, "forward").tap();
  await evaluated(page, "forward");
  await ended(page, "forward");
  expect(await printed(page, "forward")).toBe("42");
  // The commands of the keys are in the menu.
  await cell(page, "forward").locator(".command-menu summary").tap();
  await cell(page, "forward").getByRole("button", { name: words.duplicate }).tap();
  await expect(cell(page, "mine-1")).toContainText("6 * 7");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});
