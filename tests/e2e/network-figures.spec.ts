import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";

test.use({ hasTouch: true });

/** What PyTorch computed; tests/golden/FORMAT.md tells how. */
function golden<File>(name: string): File {
  return JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8")) as File;
}

interface Flat {
  readonly data: readonly number[];
}

interface Trained {
  readonly after_steps: number;
  readonly loss: number;
  readonly output: readonly number[];
  readonly params: Readonly<Record<string, Flat>>;
}

interface Seed {
  readonly cases: readonly {
    readonly id: string;
    readonly expected: {
      readonly trajectory: readonly Trained[];
      readonly forward: Readonly<Record<string, Flat>>;
      readonly grads: Readonly<Record<string, Flat>>;
      readonly intermediate_grads: Readonly<Record<string, Flat>>;
    };
  }[];
}

const reference = golden<Seed>("seed_program.json").cases.find(
  ({ id }) => id === "seed/program/float64",
)?.expected;
if (!reference) throw new Error("The reference has no run in float64.");

/** A number of the reference as figures write it. */
function written(value: number | undefined, digits: number): string {
  if (value === undefined) throw new Error("The reference has no such number.");
  return value.toFixed(digits).replace("-", "−");
}

/** The state after so many updates. */
function trained(steps: number): Trained {
  const found = reference?.trajectory.find(({ after_steps }) => after_steps === steps);
  if (!found) throw new Error(`The reference has no state after ${steps} updates.`);
  return found;
}

/** A figure alone on its page, come alive. */
async function open(page: Page, name: string, { locale = "en", state = "" } = {}): Promise<Locator> {
  await page.goto(`${locale}/figure/${name}/${state === "" ? "" : `?${name}=${state}`}`);
  const figure = page.locator(`[data-figure="${name}"]`);
  await expect(figure.locator(".fig")).toHaveAttribute("data-live", "true");
  return figure;
}

/** What stands in the drawing that is shown now. */
function drawing(figure: Locator): Locator {
  return figure.locator("svg.net-picture:visible");
}

/** What the figure shows, as it tells those who do not see it. */
function description(figure: Locator): Locator {
  return figure.locator("[data-figure-description]");
}

const entry = (figure: Locator, name: string) => figure.getByRole("spinbutton", { name, exact: true });

/** What axe finds, in few words. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude(".katex").analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
}

test.describe("forward", () => {
  test("shows PyTorch's forward pass, and the arithmetic of what is pointed at", async ({ page }) => {
    const figure = await open(page, "forward");
    const { forward } = reference;
    for (const value of [...(forward.out_h?.data ?? []), ...(forward.output?.data ?? [])])
      await expect(drawing(figure)).toContainText(written(value, 4));
    await expect(drawing(figure)).toContainText(written(trained(0).loss, 4));

    await figure.getByRole("button", { name: /^o₂ = / }).hover();
    const work = figure.locator(".net-work");
    await expect(work).toContainText(written(forward.net_o?.data[1], 9));
    await expect(work).toContainText(written(forward.output?.data[1], 9));
    await figure.getByRole("button", { name: /^Error E/ }).focus();
    await expect(work).toContainText(written(trained(0).loss, 9));
    await expect(description(figure)).toContainText(written(trained(0).loss, 9));
  });

  test("goes through all parameters of PyTorch's first update, typed", async ({ page }) => {
    const figure = await open(page, "forward");
    const { params, loss, output } = trained(1);
    const numbers = [
      ["Weight w", "linear1.weight", 1],
      ["Weight w", "linear2.weight", 5],
    ] as const;
    for (const [word, layer, first] of numbers)
      for (const [index, value] of (params[layer]?.data ?? []).entries())
        await entry(figure, `${word}${first + index}`).fill(String(value));
    for (const [layer, letter] of [
      ["linear1.bias", "h"],
      ["linear2.bias", "o"],
    ] as const)
      for (const [index, value] of (params[layer]?.data ?? []).entries())
        await entry(figure, `Bias of ${letter}${index + 1}`).fill(String(value));
    for (const value of output) await expect(drawing(figure)).toContainText(written(value, 4));
    await figure.getByRole("button", { name: /^Error E/ }).focus();
    await expect(figure.locator(".net-work")).toContainText(written(loss, 9));
  });

  test("its numbers are dragged by mouse and finger, and go by keys", async ({ page }) => {
    const figure = await open(page, "forward");
    const field = entry(figure, "Input i1");
    await expect(field).toHaveValue("0.05");

    const box = await field.boundingBox();
    if (!box) throw new Error("The field is not there.");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y);
    await page.mouse.move(x + 40, y);
    await page.mouse.up();
    await expect(field).toHaveValue("0.15");
    await expect(field).not.toBeFocused();

    await drag(page, field, { x: -40 });
    await expect(field).toHaveValue("0.05");
    await expect(drawing(figure)).toContainText(written(trained(0).loss, 4));

    await field.focus();
    await page.keyboard.press("ArrowUp");
    await expect(field).toHaveValue("0.06");
    await page.keyboard.press("PageUp");
    await expect(field).toHaveValue("0.16");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(field).toHaveValue("0.05");
    // Not a number: what was shown stays, and comes back.
    await field.fill("five");
    await page.keyboard.press("Tab");
    await expect(field).toHaveValue("0.05");
    await expect(drawing(figure)).toContainText(written(trained(0).loss, 4));
  });
});

/** A finger that goes from the middle of an element by some pixels. */
async function drag(
  page: Page,
  element: Locator,
  { x = 0, y = 0 }: { x?: number; y?: number },
): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error("What should be dragged is not there.");
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x + x * part, y: from.y + y * part }],
    });
  await touch("touchStart", 0);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", part);
  await touch("touchEnd", 1);
  await session.detach();
}

interface ChainCase {
  readonly id: string;
  readonly inputs: Readonly<Record<"x" | "w" | "b", number>>;
  readonly expected: {
    readonly values: Readonly<Record<string, number | string>>;
    readonly local_derivatives: Readonly<Record<string, number | string>>;
    readonly "df/d": Readonly<Record<string, number | string>>;
  };
}

test.describe("chain", () => {
  const { cases } = golden<{ cases: readonly ChainCase[] }>("chain_rule.json");
  const shown = (value: number | string | undefined): string => {
    if (value === "Infinity") return "∞";
    if (value === "NaN") return "NaN";
    if (typeof value !== "number") throw new Error(`The reference has ${value}.`);
    return value !== 0 && Math.abs(value) < 1e-3
      ? "×10"
      : written(value === 0 ? 0 : value, Math.abs(value) >= 100 ? 1 : 4);
  };

  test("typed numbers give PyTorch's values and gradients, overflow included", async ({ page }) => {
    const figure = await open(page, "chain");
    for (const { id, inputs, expected } of cases) {
      await entry(figure, "Input x").fill(String(inputs.x));
      await entry(figure, "Weight w").fill(String(inputs.w));
      await entry(figure, "Bias b").fill(String(inputs.b));
      await expect(drawing(figure).locator(".chain-value"), id).toHaveText(
        Object.entries(expected.values).map(
          ([, value]) => new RegExp(`${shown(value).replace(/[.+]/g, "\\$&")}`),
        ),
      );
      for (const name of ["w", "x", "b"])
        await expect(drawing(figure).locator(".chain-gradient"), `${id} ∂f/∂${name}`).toContainText([
          shown(expected["df/d"][name]),
        ]);
    }
  });

  test("goes forward and back by its buttons and by keys", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await open(page, "chain", { state: "step:0" });
    const values = drawing(figure).locator(".chain-value");
    const gradients = drawing(figure).locator(".chain-gradient");
    await expect(values).toHaveCount(0);
    const next = figure.getByRole("button", { name: "Next step" });
    for (let step = 1; step <= 6; step += 1) {
      await next.click();
      await expect(values).toHaveCount(step);
    }
    await expect(gradients).toHaveCount(0);
    await next.press("ArrowRight");
    await expect(gradients).toHaveText(["1.0000"]);
    await next.press("ArrowRight");
    // ∂f/∂h₅ = −1/h₅².
    const reference = cases.find(({ id }) => id === "chain/x=2,w=-0.5,b=0.25");
    await expect(gradients.first()).toHaveText(shown(reference?.expected["df/d"].h5));
    await next.press("End");
    await expect(gradients).toHaveCount(9);
    await expect(description(figure)).toContainText(`∂f/∂w = ${shown(reference?.expected["df/d"].w)}`);
    await next.press("Home");
    await expect(values).toHaveCount(0);
    await next.press("ArrowRight");
    await next.press("ArrowLeft");
    await expect(values).toHaveCount(0);
  });
});

test.describe("paths", () => {
  const GRADIENTS = [
    ["linear1.weight", ["w1", "w2", "w3", "w4"]],
    ["linear1.bias", ["bh1", "bh2"]],
    ["linear2.weight", ["w5", "w6", "w7", "w8"]],
    ["linear2.bias", ["bo1", "bo2"]],
  ] as const;
  const label = (name: string) => (name.startsWith("w") ? `weight ${name}` : `bias of ${name.slice(1)}`);

  test("every parameter that is picked has PyTorch's gradient, and its update", async ({ page }) => {
    const figure = await open(page, "paths");
    for (const [layer, names] of GRADIENTS)
      for (const [index, name] of names.entries()) {
        await figure.getByRole("radio", { name: new RegExp(`^${label(name)},`) }).check({ force: true });
        await expect(figure.locator(".paths-sum .paths-product"), name).toHaveText(
          `= ${written(reference.grads[layer]?.data[index], 9)}`,
        );
        await expect(figure.locator(".paths-rule"), name).toContainText(
          written(trained(1).params[layer]?.data[index], 9),
        );
        await expect(figure.locator(".paths-row:not(.paths-sum)")).toHaveCount(
          layer.startsWith("linear1") ? 2 : 1,
        );
      }
  });

  test("the shares of w1 are those that PyTorch finds on the way", async ({ page }) => {
    const figure = await open(page, "paths");
    const { rows } = golden<{ cases: { rows: { name: string; computed: number }[] }[] }>("mazur.json")
      .cases[0] ?? {
      rows: [],
    };
    const published = (name: string) => rows.find((row) => row.name === name)?.computed ?? Number.NaN;
    const rest = published("dout_h1/dnet_h1") * 0.05;
    await expect(figure.locator(".paths-row:not(.paths-sum) .paths-product")).toHaveText([
      `= ${written(published("dEo1/dout_h1") * rest, 9)}`,
      `= ${written(published("dEo2/dout_h1") * rest, 9)}`,
    ]);
    await expect(description(figure)).toContainText(written(reference.grads["linear1.weight"]?.data[0], 9));
  });

  test("updates go down PyTorch's losses; keys pick and set", async ({ page }) => {
    const figure = await open(page, "paths");
    const errors = figure.locator(".fig-reading dd");
    for (let updates = 0; updates <= 4; updates += 1) {
      await expect(errors).toHaveText([
        written(trained(updates).loss, 9),
        written(trained(updates + 1).loss, 9),
      ]);
      await figure.getByRole("button", { name: "Update all 12 parameters" }).press("Enter");
    }
    await figure.getByRole("button", { name: "Reset" }).click();
    await expect(errors.first()).toHaveText(written(trained(0).loss, 9));

    const first = figure.getByRole("radio", { name: /^weight w1,/ });
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await expect(figure.getByRole("radio", { name: /^weight w2,/ })).toBeChecked();
    await expect(figure.locator(".paths-sum .paths-product")).toHaveText(
      `= ${written(reference.grads["linear1.weight"]?.data[1], 9)}`,
    );

    // Half the rate takes half the step.
    const rate = figure.getByRole("slider", { name: "learning rate η" });
    await rate.focus();
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowLeft");
    const half = 0.2 - 0.25 * (reference.grads["linear1.weight"]?.data[1] ?? Number.NaN);
    await expect(figure.locator(".paths-rule")).toContainText(written(half, 9));
  });

  test("walks its slopes one by one", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await open(page, "paths", { state: "pick:w5,step:0" });
    const factors = figure.locator(".paths-digits");
    await expect(factors).toHaveText(["", "", ""]);
    const next = figure.getByRole("button", { name: "Next step" });
    await next.click();
    await expect(factors).toHaveText([written(reference.intermediate_grads.output?.data[0], 4), "", ""]);
    await next.press("End");
    await expect(factors.last()).toHaveText(written(reference.forward.out_h?.data[0], 4));
    await expect(figure.locator(".paths-sum .paths-product")).toHaveText(
      `= ${written(reference.grads["linear2.weight"]?.data[0], 9)}`,
    );
  });
});

test.describe("error-flow", () => {
  test("ends with PyTorch's errors and gradients", async ({ page }) => {
    const figure = await open(page, "error-flow");
    const { net_h, net_o } = reference.intermediate_grads;
    for (const delta of [...(net_h?.data ?? []), ...(net_o?.data ?? [])])
      await expect(drawing(figure)).toContainText(written(delta, 4));
    await expect(drawing(figure).locator(".flow-label[data-final]")).toHaveText(
      ["linear1.weight", "linear2.weight"].flatMap((layer) =>
        (reference.grads[layer]?.data ?? []).map((gradient) => written(gradient, 4)),
      ),
    );
  });

  test("plays to its end, pauses, steps; nothing flows before it should", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await open(page, "error-flow", { state: "step:0" });
    const streams = drawing(figure).locator(".flow-stream");
    await expect(streams).toHaveCount(0);
    const next = figure.getByRole("button", { name: "Next step" });
    const counts = [4, 8, 10, 12, 16, 20];
    for (const count of counts) {
      await next.click();
      await expect(streams).toHaveCount(count);
    }
    await expect(description(figure)).toContainText("δ at its end times the value at its start");
    await figure.getByRole("button", { name: "Play" }).click();
    await expect(figure.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect(streams).toHaveCount(20);
    await expect(figure.getByRole("button", { name: "Play" })).toBeVisible();
  });

  test("a target at the output leaves nothing to send back", async ({ page }) => {
    const figure = await open(page, "error-flow");
    const slider = figure.getByRole("slider", { name: "Target t1" });
    const box = await slider.boundingBox();
    if (!box) throw new Error("The slider is not there.");
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    await expect(slider).toHaveValue(/^0\.7/);
    await slider.fill("0.75");
    // δ = (o − t) o (1 − o).
    const o1 = reference.forward.output?.data[0] ?? Number.NaN;
    const delta = (o1 - 0.75) * o1 * (1 - o1);
    await expect(drawing(figure)).toContainText(`δ ${written(delta, 4)}`);
    await slider.press("End");
    const most = (o1 - 1) * o1 * (1 - o1);
    await expect(drawing(figure)).toContainText(`δ ${written(most, 4)} ↑`);
  });
});

for (const name of ["forward", "chain", "paths", "error-flow"]) {
  test(`${name}: axe finds nothing; both languages, both themes, wide and narrow; nothing is wider than a phone`, async ({
    page,
  }) => {
    for (const [locale, colorScheme, width] of [
      ["en", "light", 1440],
      ["zh", "dark", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const figure = await open(page, name, { locale });
      expect(await findings(page), `${locale} ${colorScheme} ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await expect(description(figure)).not.toBeEmpty();
    }
  });

  test(`${name}: its first picture is in the HTML, and the figure takes its place without a move`, async ({
    page,
    context,
  }) => {
    const still = await context.newPage();
    await still.route("**/*.js", (route) => route.abort());
    await still.goto(`en/figure/${name}/`);
    const picture = still.locator(`[data-figure="${name}"]`);
    await expect(picture.locator(".fig")).toHaveAttribute("data-live", "false");
    const before = await picture.locator(".fig-view").boundingBox();
    const shown = await drawing(picture).textContent();
    const figure = await open(page, name);
    expect(await figure.locator(".fig-view").boundingBox()).toEqual(before);
    expect(await drawing(figure).textContent()).toBe(shown);
  });
}

test("a reader of the chapter meets them where they belong", async ({ page }) => {
  await page.goto("en/backpropagation/");
  for (const [section, name] of [
    ["three-steps", "error-flow"],
    ["forward", "forward"],
    ["w1", "paths"],
  ] as const) {
    const figure = page.locator(`[data-figure="${name}"]`);
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator(".fig")).toHaveAttribute("data-live", "true");
    const before = await figure.evaluate((element, id) => {
      const headings = [...document.querySelectorAll("main h2")].filter(
        (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return headings.at(-1)?.id === id;
    }, section);
    expect(before, name).toBe(true);
  }
});
