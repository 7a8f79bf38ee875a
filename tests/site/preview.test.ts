import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_ARGS, findChromium } from "../../tools/chromium.mjs";
import { ROOT } from "../../tools/course-folder";

const TINY = join(ROOT, "tests/tiny-course");
/** A first page is compiled when it is asked for, on a busy machine for a long time. */
const PATIENCE = 180_000;

let content = "";
let file = "";
let text = "";
let server: ChildProcess;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), "gradbook-preview-"));
  cpSync(TINY, content, { recursive: true });
  file = join(content, "en/boiling.mdx");
  text = readFileSync(file, "utf8");
  const port = await freePort();
  server = spawn("npm", ["run", "dev", "--", "--content", content, "--port", String(port)], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, GRADBOOK_BASE_PATH: "", NEXT_TELEMETRY_DISABLED: "1" },
  });
  await new Promise<void>((ready) =>
    server.stdout?.on("data", (data) => {
      if (/Ready in/.test(String(data))) ready();
    }),
  );
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS });
  page = await browser.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(`http://localhost:${port}/en/boiling/`, { timeout: PATIENCE });
  await page.getByRole("heading", { level: 1, name: "When water boils" }).waitFor({ timeout: PATIENCE });
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  // The server has children of its own.
  if (server?.pid !== undefined) process.kill(-server.pid);
  rmSync(content, { recursive: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const problem = (message: string) => page.locator(".author-problem", { hasText: message });

describe("while an author writes", () => {
  test("the page follows what is saved, without being loaded again", async () => {
    // A mark that goes when the page is loaded anew, and that React does not look at while it takes the page over.
    await page.evaluate(() => Object.assign(window, { samePage: true }));
    writeFileSync(file, text.replace("joules each second", "joules in every second"));
    await page.getByText("joules in every second").waitFor({ timeout: PATIENCE });
    expect(await page.evaluate(() => "samePage" in window)).toBe(true);
  });

  test("a mistake is shown at its place, with the rest of the chapter, and goes with its cause", async () => {
    writeFileSync(file, text.replace("4186 * 80 / watts", "4186 * 80 / wats"));
    const found = problem("wats has no value here; did you mean watts.");
    await found.waitFor({ timeout: PATIENCE });
    expect(await found.locator("code").first().textContent()).toMatch(/boiling\.mdx:22:18$/);
    // It stands behind the cell that comes before it in the file.
    const order = await page
      .locator("[data-cell], .author-problem")
      .evaluateAll((all) => all.map((one) => (one.hasAttribute("data-cell") ? "cell" : "problem")));
    expect(order).toEqual(["cell", "problem"]);
    writeFileSync(file, text);
    await page.locator("#exercise-half").waitFor({ timeout: PATIENCE });
    expect(await page.locator(".author-problem").count()).toBe(0);
  });

  test("cells run, and the author's view has the solution that readers never see", async () => {
    await page.locator('[data-cell="seconds"] .run-button').click();
    await page.locator('[data-cell="seconds"][data-activity="idle"] .outputs').getByText("167").waitFor();
    await page.goto(`${page.url()}?author=1`);
    await page.locator("#exercise-half").scrollIntoViewIfNeeded();
    await page.getByText("Warm half as much.").waitFor();
    await page.getByText("That is a whole litre.").waitFor();
  });

  test("what a program does wrong follows", async () => {
    writeFileSync(file, text.replace("Math.round(seconds(1, 2000))", "Math.round(second(1, 2000))"));
    await problem("No cell above defines second. Did you mean seconds?").waitFor({ timeout: PATIENCE });
    writeFileSync(file, text.replace("seconds(1, 2000)", "seconds(2, 2000)"));
    await page.getByText("335", { exact: true }).waitFor({ timeout: PATIENCE });
    expect(await page.locator(".author-problem").count()).toBe(0);
  });

  test("a file that is no chapter at all is said to be none", async () => {
    writeFileSync(file, "Only words.\n");
    await problem("A chapter begins with front matter").waitFor({ timeout: PATIENCE });
    await page.getByText("Only words.").waitFor({ timeout: PATIENCE });
    writeFileSync(file, text);
    await page.getByRole("heading", { level: 1, name: "When water boils" }).waitFor({ timeout: PATIENCE });
  });

  test("nothing failed on the page", () => expect(complaints).toEqual([]));
});
