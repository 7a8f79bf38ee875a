import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n";
import {
  cell,
  cellIds,
  complaints,
  evaluated,
  openEditor,
  printed,
  runAll,
  write,
  writeAndRun,
} from "./notebook";

interface Tensor {
  shape: number[];
  data: number[];
}
type Named = Record<string, Tensor>;
interface Expected {
  trajectory: { after_steps: number; loss: number }[];
  forward: { output: Tensor; loss: number };
  grads: Named;
  params_after_one_step: Named;
}
const reference = JSON.parse(readFileSync("tests/golden/seed_program.json", "utf8")) as {
  cases: { id: string; expected: Expected & { stdout_torch_1_13: string } }[];
};
function expectedOf(id: string) {
  const found = reference.cases.find((one) => one.id === id);
  if (!found) throw new Error(`no reference case ${id}`);
  return found.expected;
}
const float64 = expectedOf("seed/program/float64");
const stdout = expectedOf("seed/printed").stdout_torch_1_13;

/** All numbers of a text, in order. */
const numbers = (text: string) => (text.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? []).map(Number);

/** Every number of PyTorch's own printing, without the digits in names such as linear1 and DivBackward0. */
const printedByPyTorch = numbers(stdout.replace(/linear\d|Backward\d/g, ""));

/** The value behind `name =` in a cell's output: a number or nested arrays, perhaps over several lines. */
function printedValue(text: string, name: string): unknown {
  const start = text.indexOf(`${name} =`);
  if (start < 0) throw new Error(`${name} was not printed:\n${text}`);
  const rest = text.slice(start + name.length + 2);
  const end = /\n\S+ =/.exec(rest)?.index ?? rest.length;
  return JSON.parse(rest.slice(0, end));
}

function flat(value: unknown): number[] {
  return ([value] as unknown[]).flat(4) as number[];
}

function expectClose(got: number[], wanted: number[], what: string): void {
  expect(got, what).toHaveLength(wanted.length);
  got.forEach((value, index) => {
    const target = wanted[index] ?? Number.NaN;
    expect(Math.abs(value - target), `${what}[${index}]: ${value} against ${target}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(target) + 1e-13,
    );
  });
}

for (const locale of ["zh", "en"] as const) {
  const words = messages(locale);

  test(`${locale}: all cells run, and print PyTorch's numbers`, async ({ page }) => {
    const wrong = complaints(page);
    await page.goto(`${locale}/backpropagation/`);
    await runAll(page, words);
    for (const id of await cellIds(page))
      await expect(cell(page, id)).toHaveAttribute("data-validity", "evaluated");

    // As PyTorch prints them, four digits each.
    const program = await printed(page, "program");
    const ours = numbers(program.replace(/linear\d|Backward\d?/g, ""));
    expect(ours).toEqual(printedByPyTorch);

    // At full precision.
    const exact = await printed(page, "exact");
    expectClose(flat(printedValue(exact, "output")), float64.forward.output.data, "output");
    expectClose(flat(printedValue(exact, "loss")), [float64.forward.loss], "loss");
    for (const [name, { data }] of Object.entries(float64.grads))
      expectClose(flat(printedValue(exact, `${name}.grad`)), data, `${name}.grad`);
    for (const [name, { data }] of Object.entries(float64.params_after_one_step))
      expectClose(flat(printedValue(exact, name)), data, name);
    const after = new Map(float64.trajectory.map((point) => [point.after_steps, point.loss]));
    expectClose(flat(printedValue(exact, "newLoss")), [after.get(1) ?? Number.NaN], "newLoss");

    // The losses on the way.
    const training = await printed(page, "train");
    for (const updates of [1, 2, 10, 100, 1000, 10_000]) {
      const line = training.split("\n").find((text) => numbers(text)[0] === updates) ?? "";
      expectClose(numbers(line).slice(1, 2), [after.get(updates) ?? Number.NaN], `loss after ${updates}`);
    }
    await expect(cell(page, "train").locator(".outputs svg")).toBeVisible();
    await expect(cell(page, "rates").locator(".outputs svg")).toBeVisible();
    await expect(cell(page, "parabola").locator(".outputs svg").first()).toBeVisible();
    expect(wrong).toEqual([]);
  });
}

test("the loss curve grows while training runs", async ({ page }) => {
  await page.goto("en/backpropagation/");
  await runAll(page, messages("en"));
  // Long enough to watch, whatever the machine.
  const code = (await cell(page, "train").locator("[data-code]").textContent()) ?? "";
  await write(page, "train", code.replaceAll("10_000", "400_000"));
  await page.evaluate(() => {
    const seen: { length: number; running: boolean }[] = [];
    (window as unknown as { seen: typeof seen }).seen = seen;
    const look = () => {
      const section = document.querySelector<HTMLElement>('[data-cell="train"]');
      const paths = [...(section?.querySelectorAll("svg path[d]") ?? [])];
      const length = Math.max(0, ...paths.map((path) => path.getAttribute("d")?.length ?? 0));
      seen.push({ length, running: section?.dataset.activity === "running" });
      requestAnimationFrame(look);
    };
    look();
  });
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "train")).toHaveAttribute("data-activity", "running");
  await evaluated(page, "train");
  const lengths = await page.evaluate(() =>
    (window as unknown as { seen: { length: number; running: boolean }[] }).seen
      .filter(({ running, length }) => running && length > 0)
      .map(({ length }) => length),
  );
  expect(new Set(lengths).size, "different pictures while running").toBeGreaterThan(5);
});

test("an edit, an endless loop, a reload", async ({ page }) => {
  await page.goto("en/backpropagation/");
  await write(page, "forward", "const answer = 6 * 7;\nanswer");
  await page.keyboard.press("Control+Enter");
  await evaluated(page, "forward");
  expect(await printed(page, "forward")).toBe("42");

  await write(page, "nudge", 'print("in");\nwhile (true) {}');
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, "nudge")).toHaveAttribute("data-activity", "running");
  await expect(cell(page, "nudge").locator(".output-text")).toHaveText("in");
  const stop = cell(page, "nudge").getByRole("button", { name: /Stop/ });
  await stop.click();
  await expect(cell(page, "nudge")).toHaveAttribute("data-validity", "aborted");
  // What ran in the old kernel runs again by itself, and the next run works.
  await evaluated(page, "forward");
  await cell(page, "forward").getByRole("button", { name: /^Run/ }).click();
  await evaluated(page, "forward");
  expect(await printed(page, "forward")).toBe("42");

  await page.reload();
  await expect(cell(page, "forward").locator("code")).toHaveText("const answer = 6 * 7;\nanswer");
  await expect(cell(page, "nudge").locator("code")).toHaveText(/while \(true\)/);
  // Nothing runs by itself after a reload.
  await expect(cell(page, "nudge")).toHaveAttribute("data-activity", "idle");
  await expect(cell(page, "nudge")).toHaveAttribute("data-validity", "fresh");

  await cell(page, "forward").locator(".cell-edited").click();
  await cell(page, "forward").getByRole("button", { name: "Reset", exact: true }).click();
  await expect(cell(page, "forward").locator("code")).not.toHaveText(/answer/);
  await cell(page, "forward").getByRole("button", { name: "Bring my code back" }).click();
  await expect(cell(page, "forward").locator("code")).toHaveText("const answer = 6 * 7;\nanswer");
});

test("an error names the reader's own line", async ({ page }) => {
  await page.goto("en/backpropagation/");
  await write(
    page,
    "forward",
    "type Weight = number;\nconst w: Weight = 1;\n\nconst f = (x: Weight) => {\n  return x + missing;\n};\nf(w)",
  );
  await page.keyboard.press("Control+Enter");
  const error = cell(page, "forward").locator(".output-error");
  await expect(error.locator(".error-title")).toContainText("ReferenceError");
  await expect(error.locator(".error-title")).toContainText("missing");
  await expect(error.locator(".error-trace li")).toHaveText([/line 5.*in f/, /line 7/]);

  await write(page, "forward", "const x = 1;\nconst x = 2;");
  await page.keyboard.press("Control+Enter");
  await expect(error.locator(".error-title")).toContainText("SyntaxError");
  await expect(error.locator(".error-trace li")).toHaveText([/line 2/]);
});

test("a name from a cell above that has not run: it is said, and one click runs what is missing", async ({
  page,
}) => {
  await page.goto("en/backpropagation/");
  await cell(page, "by-hand").getByRole("button", { name: /^Run/ }).click();
  const hint = cell(page, "by-hand").locator(".error-hint");
  await expect(hint).toContainText("defined in cell forward");
  await hint.getByRole("button").click();
  await evaluated(page, "by-hand");
  await evaluated(page, "forward");
});

test("the author's cells run without the compiler, which only changed cells need", async ({ page }) => {
  const words = messages("en");
  await page.route("**/vendor/compiler-*", (route) => route.abort());
  await page.goto("en/backpropagation/");
  await runAll(page, words);
  await writeAndRun(page, "forward", "const changed: number = 6 * 7;\nchanged");
  await expect(cell(page, "forward").locator(".error-title")).toContainText("compiler could not be loaded");
  await page.unroute("**/vendor/compiler-*");
  await cell(page, "forward").getByRole("button", { name: /^Run/ }).click();
  await evaluated(page, "forward");
  await expect.poll(() => printed(page, "forward")).toBe("42");
});

test("running needs no editor, and the editor moves nothing", async ({ page }) => {
  const editorFiles: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/monaco")) editorFiles.push(request.url());
  });
  await page.goto("en/backpropagation/");
  await cell(page, "forward").getByRole("button", { name: /^Run/ }).click();
  await evaluated(page, "forward");
  expect(editorFiles).toEqual([]);
  const tops = () =>
    page
      .locator("[data-cell]")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + window.scrollY));
  const before = await tops();
  await openEditor(page, "forward");
  expect(editorFiles.length).toBeGreaterThan(0);
  expect(await tops()).toEqual(before);
  await page.keyboard.press("Escape");
  await expect(cell(page, "forward").locator("[data-code]")).toBeFocused();
  expect(await tops()).toEqual(before);
});
