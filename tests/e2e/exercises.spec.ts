import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { loadExerciseWords, messages } from "@/lib/i18n";

const CHAPTER = "gradient-descent/";
const words = messages("en");

/** Every reader has a seed of his own; this one's variants are known. */
async function open(page: Page, locale: "zh" | "en" = "en", seed = 7): Promise<void> {
  await page.addInitScript((value) => {
    for (const path of ["/courses/gradbook", "/"])
      localStorage.setItem(`gradbook:${path}:seed`, String(value));
  }, seed);
  await page.goto(`${locale}/${CHAPTER}`);
}

function exercise(page: Page, id: string): Locator {
  return page.locator(`#exercise-${id}`);
}

/** Comes near enough for all of an exercise to be there. */
async function near(page: Page, id: string): Promise<Locator> {
  const found = exercise(page, id);
  await found.scrollIntoViewIfNeeded();
  await expect(found).toHaveAttribute("data-ready", "");
  return found;
}

const check = (found: Locator) => found.getByRole("button", { name: words.check, exact: true }).click();
const feedback = (found: Locator) => found.locator(".exercise-feedback");

async function outcome(found: Locator, kind: string, said?: string | RegExp): Promise<void> {
  await expect(found).toHaveAttribute("data-outcome", kind);
  if (said !== undefined) await expect(feedback(found)).toContainText(said);
}

/** The values that the texts of a numeric exercise show now. */
async function values(found: Locator, ...names: string[]): Promise<number[]> {
  const texts = await Promise.all(
    names.map((name) => found.locator(`.exercise-prompt [data-slot="${name}"]`).first().textContent()),
  );
  return texts.map((text) => Number(text?.replace("−", "-")));
}

test("a number: right, foreseen, other, unreadable; other numbers; shown", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "one-step");
  const field = found.getByRole("textbox");
  const answer = async (text: string) => {
    await field.fill(text);
    await check(found);
  };
  await answer("");
  await outcome(found, "untouched", said.untouched.numeric);
  await answer("<b>2</b>");
  await outcome(found, "unreadable", said.free);
  await expect(found.locator("b")).toHaveCount(0);
  const [w = 0, eta = 0] = await values(found, "w", "eta");
  await answer(String(w + 2 * eta * w));
  await outcome(found, "wrong", "uphill");
  await answer("1234");
  await outcome(found, "wrong", words.wrongOther);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(feedback(found)).toHaveRole("status");
  await expect(field).toHaveAttribute("aria-describedby", (await feedback(found).getAttribute("id")) ?? "");
  await answer(String(w - 2 * eta * w));
  await outcome(found, "right", words.right);

  await found.getByRole("button", { name: said.another }).click();
  await outcome(found, "untouched");
  await expect(field).toHaveValue("");
  expect(await values(found, "w", "eta")).not.toEqual([w, eta]);
  const [other = 0, rate = 0] = await values(found, "w", "eta");
  await found.getByRole("button", { name: words.showSolution }).click();
  await expect(found.locator(".exercise-solution")).toContainText(
    String(Number((other - 2 * rate * other).toPrecision(6))),
  );
});

test("a formula: a mistake is marked at its character", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "step-formula");
  const answer = async (text: string) => {
    await found.getByRole("textbox").fill(text);
    await check(found);
  };
  await answer("w - 2a*eta*w");
  await outcome(found, "unreadable", "write *");
  await expect(found.locator(".exercise-pointer mark")).toHaveText("a");
  await answer("w - 2*a*eta*v");
  await outcome(found, "unreadable", "w, a, eta");
  await answer("w + 2*a*eta*w");
  await outcome(found, "wrong", "uphill");
  await answer("-2*a*eta*w");
  await outcome(found, "unreadable", "plus the change");
  await answer("w*w");
  await outcome(found, "wrong", words.wrongOther);
  await answer("w*(1 − 2·a·eta)");
  await outcome(found, "right", words.right);
  await expect(found.locator(".exercise-label").first()).not.toContainText(words.solvedFirst);
  await found.getByRole("button", { name: words.showSolution }).click();
  await expect(found.locator(".exercise-solution")).toContainText(said.theAnswer);
});

test("one option, and several", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const one = await near(page, "grad-direction");
  await check(one);
  await outcome(one, "untouched", said.untouched.choice);
  await one.getByRole("radio", { name: /minimum/ }).check();
  await check(one);
  await outcome(one, "wrong", "along it");
  await one.getByRole("radio", { name: /increase/ }).check();
  await outcome(one, "untouched");
  await check(one);
  await outcome(one, "right", "only nearby");

  const many = await near(page, "zero-gradient");
  await many.getByRole("checkbox", { name: /does not move/ }).check();
  await check(many);
  await outcome(many, "wrong", String(said.wrong["options-missing"]));
  await many.getByRole("checkbox", { name: /lowest/ }).check();
  await check(many);
  await outcome(many, "wrong", "deeper valley");
  await many.getByRole("checkbox", { name: /lowest/ }).uncheck();
  await many.getByRole("checkbox", { name: /saddle/ }).check();
  await check(many);
  await outcome(many, "right", "every step is zero");
});

const steps = (found: Locator) =>
  found
    .locator("[data-item]")
    .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.item)));

/** Brings the steps into an order by their buttons, with the keyboard. */
async function arrange(page: Page, found: Locator, wanted: number[]): Promise<void> {
  for (const [place, item] of wanted.entries()) {
    for (let from = (await steps(found)).indexOf(item); from > place; from--) {
      const row = found.locator(`[data-item="${item}"]`);
      await row.getByRole("button").first().focus();
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await steps(found)).indexOf(item)).toBe(from - 1);
    }
  }
}

test("an order: by the keyboard, and by dragging", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "two-d-order");
  await check(found);
  await outcome(found, "untouched", said.untouched.order);
  await arrange(page, found, [0, 1, 3, 2, 4]);
  await check(found);
  await outcome(found, "wrong", "another point");
  await arrange(page, found, [1, 0, 2, 3, 4]);
  await check(found);
  await outcome(found, "wrong", /place 1/);
  await expect(found.locator("[data-item]").first()).toHaveAttribute("data-mark", "wrong");
  // The first step is dragged below the second.
  const [grip, target] = [found.locator(".exercise-grip").nth(0), found.locator("[data-item]").nth(1)];
  const [from, to] = [await grip.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error("no boxes");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + to.height * 0.8, { steps: 5 });
  await page.mouse.up();
  expect(await steps(found)).toEqual([0, 1, 2, 3, 4]);
  await arrange(page, found, [0, 2, 1, 4, 3]);
  await check(found);
  await outcome(found, "right", words.right);
});

/** Writes a program as a reader pastes it. */
async function program(page: Page, found: Locator, text: string): Promise<void> {
  const write = found.getByRole("button", { name: (await loadExerciseWords("en")).editProgram });
  if (await write.isVisible()) await write.click();
  await found.locator(".code-editor textarea, .code-editor [role=textbox]").first().focus();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+V");
}

test("a program: what it gets wrong is named, with the question; no trick helps", async ({ page }) => {
  test.slow();
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "code-gd");
  await check(found);
  await outcome(found, "untouched", said.untouched.code);
  const judged = async (text: string, kind: string, expected?: string | RegExp) => {
    await program(page, found, text);
    await check(found);
    await outcome(found, kind, expected);
  };
  const loop = (step: string) =>
    `function gd(df, w0, eta, steps) { const ws = [w0]; for (let i = 0; i < steps; i++) ws.push(${step}); return ws; }`;
  await judged(loop("ws[i] + eta * df(ws[i])"), "wrong", "moves away from the bottom");
  await expect(found.locator(".exercise-evidence")).toContainText("gd(");
  await judged(loop("ws[0] - eta * df(w0)"), "wrong");
  await judged("function gd(", "unreadable", said.free);
  await judged("const dg = 1;", "unreadable", "gd");
  await judged("function gd() { while (true) {} }", "wrong", /did not end/);
  await judged(
    "globalThis.near = () => true; Array.isArray = () => true; const gd = () => [4, 3.2];",
    "wrong",
  );
  await judged(loop("ws[i] - eta * df(ws[i])"), "right", words.right);
  // Nothing of all this is left behind.
  await expect(page.locator("body > iframe")).toHaveCount(0);
});

test("a curve: drawn with the mouse, and point by point with the keyboard", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "sketch-diverge");
  await check(found);
  await outcome(found, "untouched", said.untouched.sketch);
  const points = found.getByRole("slider");
  await expect(points).toHaveCount(11);
  await points.nth(0).focus();
  await page.keyboard.press("ArrowUp");
  await check(found);
  await outcome(found, "unreadable", "10 of its 11");

  const draw = async (height: (step: number) => number) => {
    const box = await found.locator("svg").boundingBox();
    if (!box) throw new Error("no picture");
    const at = (step: number) => {
      const x = box.x + (box.width * (46 + (step / 10) * 420)) / 480;
      const y = box.y + (box.height * (260 - (Math.min(50, height(step)) / 50) * 248)) / 300;
      return [x, y] as const;
    };
    await page.mouse.move(...at(0));
    await page.mouse.down();
    for (let step = 0.5; step <= 10; step += 0.5) await page.mouse.move(...at(step));
    await page.mouse.up();
    await check(found);
  };
  await draw(() => 16);
  await outcome(found, "wrong", "stays level");
  await draw((step) => 50 - 5 * step);
  await outcome(found, "wrong", words.wrongOther);
  await draw((step) => 16 * 1.21 ** step);
  await outcome(found, "right", words.right);
  await expect(found.locator(".sketch-curve")).toBeVisible();
});

test("a guess is kept, and the cell is run", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "guess-rate");
  await expect(found.locator(".exercise-solution")).toBeHidden();
  await found.getByRole("radio", { name: /comes closer/ }).check();
  await found.getByRole("button", { name: words.guess }).click();
  await expect(found.locator(".exercise-solution")).toBeHidden();
  await found.getByRole("button", { name: said.runToSee }).click();
  await expect(found.locator(".exercise-solution")).toBeVisible();
  await expect(page.locator('[data-cell="hurry"]')).not.toHaveAttribute("data-validity", "fresh");
  await page.reload();
  await near(page, "guess-rate");
  await expect(found.getByRole("radio", { name: /comes closer/ })).toBeChecked();
  await expect(found.getByRole("radio", { name: /comes closer/ })).toBeDisabled();
});

test("blanks in a sentence: Enter checks, and so does leaving", async ({ page }) => {
  await open(page);
  const slope = await near(page, "slope-at-three");
  const nudge = exercise(page, "nudge-at-three");
  await slope.getByRole("textbox").fill("9");
  await slope.getByRole("textbox").press("Enter");
  await expect(slope).toHaveAttribute("data-outcome", "wrong");
  await expect(slope.getByRole("status")).toContainText("That is the height");
  await slope.getByRole("textbox").fill("６");
  await slope.getByRole("textbox").press("Tab");
  await expect(slope).toHaveAttribute("data-outcome", "right");
  await nudge.getByRole("textbox").fill("0.0601");
  await nudge.getByRole("textbox").press("Enter");
  await expect(nudge).toHaveAttribute("data-outcome", "right");
  await expect(nudge.getByRole("status")).toContainText("Exactly so");
});

test("by keyboard alone, in Chinese", async ({ page }) => {
  await open(page, "zh");
  const found = await near(page, "grad-direction");
  await found.getByRole("radio").first().focus();
  for (let presses = 0; presses < 6; presses++) {
    if (await found.getByRole("radio", { name: /上升最快/ }).isChecked()) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await outcome(found, "right", messages("zh").right);
});

test("progress survives a reload, is exported, cleared and imported", async ({ page }) => {
  await open(page);
  const said = await loadExerciseWords("en");
  const found = await near(page, "two-d-step");
  const [y = 0, eta = 0] = await values(found, "y", "eta");
  await found.getByRole("button", { name: words.showHint }).click();
  await found.getByRole("textbox").fill(String(y - 8 * eta * y));
  await check(found);
  await outcome(found, "right");
  const summary = page.locator(".rail.only-wide .exercise-summary");
  await expect(summary).toContainText(words.progressHow(0, 1));

  await page.reload();
  await near(page, "two-d-step");
  await expect(found.getByRole("textbox")).toHaveValue(String(y - 8 * eta * y));
  expect(await values(found, "y", "eta")).toEqual([y, eta]);
  await outcome(found, "right");
  await expect(found.locator(".exercise-label").first()).toContainText(words.solvedHelped);

  await summary.getByRole("button", { name: words.progressOpen }).click();
  const dialog = page.getByRole("dialog", { name: said.progressTitle });
  await expect(dialog).toContainText(said.practice);
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  };
  const json = await saved(said.exportJson);
  expect(JSON.parse(json)).toMatchObject({ format: "gradbook-progress", seed: 7, attempts: { length: 2 } });
  expect((await saved(said.exportCsv)).trim().split("\r\n")).toHaveLength(3);

  await dialog.getByRole("button", { name: said.clearAll }).click();
  await dialog.getByRole("button", { name: said.clearYes }).click();
  await expect(dialog.getByRole("status")).toContainText(said.cleared);
  await expect(summary).toContainText(words.progress(0, 11));
  const file = (text: string) => ({
    name: "p.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await dialog.locator("input[type=file]").setInputFiles(file("{}"));
  await expect(dialog.getByRole("status")).toContainText(said.importErrors["not-progress"] ?? "");
  await dialog.locator("input[type=file]").setInputFiles(file(json));
  await expect(dialog.getByRole("status")).toContainText(said.imported(2, 0));
  await expect(summary).toContainText(words.progressHow(0, 1));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
