import { expect, type Locator, type Page } from "@playwright/test";

/** A cell of the chapter on the page. */
export function cell(page: Page, id: string): Locator {
  return page.locator(`[data-cell="${id}"]`);
}

/** Everything that a cell printed, as text. */
export async function printed(page: Page, id: string): Promise<string> {
  const texts = await cell(page, id).locator(".output-text").allTextContents();
  return texts.join("\n");
}

/** The button that runs a cell, and stops it while it runs. */
export function runButton(page: Page, id: string): Locator {
  return cell(page, id).locator(".run-button");
}

/** Waits until a cell has ended, however. */
export async function ended(page: Page, id: string): Promise<void> {
  await expect(cell(page, id)).toHaveAttribute("data-activity", "idle", { timeout: 45_000 });
}

/** Waits until a cell has ended well. */
export async function evaluated(page: Page, id: string): Promise<void> {
  await expect(cell(page, id)).toHaveAttribute("data-validity", "evaluated", { timeout: 45_000 });
  await ended(page, id);
}

/** Runs all cells of the chapter, and waits for the last. */
export async function runAll(page: Page, words: { runAll: string }): Promise<void> {
  await page.locator(".rail.only-wide").getByRole("button", { name: words.runAll, exact: true }).click();
  const ids = await cellIds(page);
  await evaluated(page, ids.at(-1) ?? "");
}

export async function cellIds(page: Page): Promise<string[]> {
  return page
    .locator("[data-cell]")
    .evaluateAll((cells) => cells.map((one) => (one as HTMLElement).dataset.cell ?? ""));
}

/** Opens a cell's editor, replaces its text, and leaves the editor. */
export async function write(page: Page, id: string, text: string): Promise<void> {
  await openEditor(page, id);
  // Pasted, as a reader would: an editor that closes brackets by itself changes what is typed.
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+V");
}

/** Opens a cell's editor by the keyboard and waits until it has the focus. */
export async function openEditor(page: Page, id: string): Promise<void> {
  const code = cell(page, id).locator("[data-code]");
  if ((await code.count()) > 0) {
    await code.focus();
    await page.keyboard.press("Enter");
  } else
    await cell(page, id)
      .locator("[data-code-host]")
      .locator("textarea, .native-edit-context")
      .first()
      .focus();
  await expect(cell(page, id).locator("[data-code-host]")).toBeVisible();
  await expect
    .poll(() =>
      cell(page, id)
        .locator("[data-code-host]")
        .evaluate((host) => host.contains(document.activeElement)),
    )
    .toBe(true);
}

/** Replaces a cell's text and runs it with Ctrl+Enter; waits until it has ended. */
export async function writeAndRun(page: Page, id: string, text: string): Promise<void> {
  await write(page, id, text);
  const over = await page.evaluateHandle((cellId) => {
    const section = document.querySelector<HTMLElement>(`[data-cell="${cellId}"]`);
    const state = { over: false };
    const count = section?.querySelector(".cell-count");
    // A run may be shorter than any look from outside; a very short one is seen by its number alone.
    const observer = new MutationObserver((records) => {
      const told = records.some(({ type, target }) => type === "attributes" || count?.contains(target));
      if (told) state.over = section?.dataset.activity === "idle";
    });
    observer.observe(section as HTMLElement, {
      attributes: true,
      attributeFilter: ["data-activity"],
      characterData: true,
      subtree: true,
    });
    return state;
  }, id);
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => over.evaluate((state) => state.over), { timeout: 45_000 }).toBe(true);
  await ended(page, id);
}

/** Opens the menu of the notebook as a whole. */
export async function openNotebookMenu(page: Page): Promise<void> {
  await page.locator(".rail.only-wide .command-menu > summary").click();
}

/** Puts a new kernel in the place of the old by the notebook's menu, and waits until it is there. */
export async function restart(page: Page): Promise<void> {
  const panel = page.locator(".rail.only-wide");
  await openNotebookMenu(page);
  await panel.getByRole("button", { name: /Restart kernel|重启内核/ }).click();
  await expect(panel.locator("[data-kernel]")).toHaveAttribute("data-kernel", "idle");
}

/** All violations of the page's policy and all errors of the page, gathered as they come. */
export function complaints(page: Page): string[] {
  const all: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy|Trusted ?Type/i.test(message.text()))
      all.push(message.text());
  });
  page.on("pageerror", (error) => all.push(error.message));
  return all;
}
