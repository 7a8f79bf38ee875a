import { expect, type Page, test } from "@playwright/test";
import { loadReaderWords, messages } from "@/lib/i18n";
import { cell, cellIds, evaluated, printed } from "./notebook";

/** What readers do who are faster than the page: it stands there to be touched before its scripts have come. */
const CHAPTER = "en/backpropagation/";
const words = messages("en");

/** Keeps files back. @returns lets them come */
async function hold(page: Page, files: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Opens a page whose scripts do not come before `release`. */
async function openHeld(page: Page, path: string): Promise<{ release: () => void }> {
  const release = await hold(page, "**/_next/static/chunks/*.js");
  await page.goto(path, { waitUntil: "commit" });
  // The text is there to its end.
  await expect(page.locator("#main")).toBeVisible();
  return { release };
}

const rail = (page: Page) => page.locator(".rail.only-wide");

test("a click on Run is heard", async ({ page }) => {
  await page.addInitScript(() => {
    const click = () => {
      const button = document.querySelector<HTMLElement>('[data-cell="forward"] .run-button');
      if (!button) {
        setTimeout(click);
        return;
      }
      const alive = Object.keys(button).some((name) => name.startsWith("__react"));
      button.click();
      document.documentElement.dataset.clicked = alive ? "late" : "early";
    };
    if (window.top === window) click();
  });
  await page.goto(CHAPTER);
  await evaluated(page, "forward");
  await expect(page.locator("html")).toHaveAttribute("data-clicked", "early");
  await expect(cell(page, "forward").locator(".cell-count")).toHaveText("[1]");
});

test("Enter on a cell opens the editor", async ({ page }) => {
  const { release } = await openHeld(page, CHAPTER);
  await cell(page, "forward").locator("[data-code]").press("Enter");
  release();
  const host = cell(page, "forward").locator("[data-code-host]");
  await expect(host).toBeVisible();
  await expect.poll(() => host.evaluate((one) => one.contains(document.activeElement))).toBe(true);
});

test("Control+Enter on a cell runs the cell", async ({ page }) => {
  const { release } = await openHeld(page, CHAPTER);
  await cell(page, "forward").locator("[data-code]").press("Control+Enter");
  release();
  await evaluated(page, "forward");
  await expect(cell(page, "forward").locator(".cell-count")).toHaveText("[1]");
});

test("keys on a cell do what they do, one after the other", async ({ page }) => {
  const { release } = await openHeld(page, CHAPTER);
  const [first = ""] = await cellIds(page);
  await cell(page, first).locator("[data-code]").focus();
  await page.keyboard.type("ab");
  release();
  await expect(cell(page, "mine-2").locator("[data-code]")).toBeFocused();
  expect((await cellIds(page)).slice(0, 3)).toEqual(["mine-1", "mine-2", first]);
});

test("what is typed after a click on code goes into the code, however early", async ({ page }) => {
  const { release } = await openHeld(page, CHAPTER);
  const [first = ""] = await cellIds(page);
  const written = (await cell(page, first).locator("[data-code]").textContent())?.split("\n")[0];
  await cell(page, first)
    .locator("[data-code]")
    .click({ position: { x: 560, y: 22 } });
  // Where they were commands these would take the cell out, and put others in.
  await page.keyboard.type("ddab");
  release();
  // At the end of the first line, where the click was.
  await expect(cell(page, first).locator(".view-line").first()).toHaveText(`${written}ddab`);
  expect((await cellIds(page))[0]).toBe(first);
  await expect(page.locator(".cell-away")).toHaveCount(0);
});

test("on a touch screen, whose editor is there at once, nothing of it is lost either", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const { release } = await openHeld(page, CHAPTER);
  await cell(page, "forward")
    .locator("[data-code]")
    .click({ position: { x: 200, y: 40 } });
  await page.keyboard.type("// as long as it takes to write");
  release();
  await expect(cell(page, "forward").locator("textarea")).toHaveValue(/^\/\/ as long as it takes to write$/m);
  await context.close();
});

test("what is typed while the editor loads goes into it, and a run that is asked for waits for it", async ({
  page,
}) => {
  const release = await hold(page, "**/monaco-*/editor.js");
  await page.goto(CHAPTER);
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  const code = cell(page, "forward").locator("[data-code]");
  await code.press("b");
  const own = cell(page, "mine-1").locator("[data-code]");
  await expect(own).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(own).toHaveAttribute("aria-busy", "true");
  await page.keyboard.type("const add = (a, b) => a + bb");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await page.keyboard.type("add(40, 2)");
  await page.keyboard.press("Control+Enter");
  release();
  await evaluated(page, "mine-1");
  expect(await printed(page, "mine-1")).toBe("42");
  await expect(cell(page, "mine-1").locator(".view-lines")).toContainText("add(40, 2)");
});

test("while the editor loads, Escape takes back what was asked for, and a run does not wait", async ({
  page,
}) => {
  const release = await hold(page, "**/monaco-*/editor.js");
  await page.goto(CHAPTER);
  await expect(page.locator("html")).toHaveAttribute("data-kept", "");
  const code = cell(page, "forward").locator("[data-code]");
  const before = (await code.textContent()) ?? "";
  await code.press("Enter");
  await expect(code).toHaveAttribute("aria-busy", "true");
  await page.keyboard.type("dd");
  await page.keyboard.press("Escape");
  await expect(code).not.toHaveAttribute("aria-busy");
  await expect(code).toBeFocused();
  await expect(code).toHaveText(before);
  await page.keyboard.press("Enter");
  await expect(code).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Shift+Enter");
  await evaluated(page, "forward");
  // The run has led on to the next cell: the editor does not call the reader back.
  const [, second = ""] = await cellIds(page);
  await expect(cell(page, second).locator("[data-code]")).toBeFocused();
  release();
  await expect(code).not.toHaveAttribute("aria-busy");
  await expect(cell(page, second).locator("[data-code]")).toBeFocused();
});

test("a dialog that was asked for opens: by its button, and by its key", async ({ page }) => {
  const print = await openHeld(page, CHAPTER);
  await rail(page).getByRole("button", { name: words.print, exact: true }).click();
  print.release();
  const { printTitle } = await loadReaderWords("en");
  await expect(page.getByRole("dialog", { name: printTitle })).toBeVisible();
  await page.unrouteAll({ behavior: "wait" });
  const search = await openHeld(page, "en/");
  await page.keyboard.press("/");
  search.release();
  await expect(page.getByRole("dialog").getByRole("searchbox")).toBeFocused();
});

test("colours are chosen by as many presses as were made", async ({ page }) => {
  const { release } = await openHeld(page, "en/");
  const button = page.locator("[data-theme-switch]");
  await button.click();
  await button.click();
  release();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("an answer is kept and checked", async ({ page }) => {
  const { release } = await openHeld(page, "en/gradient-descent/");
  const exercise = page.locator("#exercise-one-step");
  await exercise.getByRole("textbox").fill("nonsense");
  await page.keyboard.press("Enter");
  release();
  await expect(exercise).toHaveAttribute("data-outcome", "unreadable");
  await expect(exercise.getByRole("textbox")).toHaveValue("nonsense");
  await expect(page).toHaveURL(/\/en\/gradient-descent\/$/);
});

test("the section that was gone to stays in the address", async ({ page }) => {
  // The framework writes the address that it began with once more, when it has taken the page over.
  await page.addInitScript(() => {
    const write = history.replaceState.bind(history);
    let gone = false;
    history.replaceState = (data, unused, url) => {
      if (!gone) {
        gone = true;
        document.querySelector<HTMLElement>(".rail.only-wide .rail-list li:nth-child(4) a")?.click();
      }
      write(data, unused, url);
    };
  });
  await page.goto(CHAPTER);
  const link = rail(page).locator(".rail-list li:nth-child(4) a");
  const hash = (await link.getAttribute("href")) ?? "";
  await expect(link).toHaveAttribute("aria-current", "location");
  await expect(page).toHaveURL(new RegExp(`${hash}$`));
});
