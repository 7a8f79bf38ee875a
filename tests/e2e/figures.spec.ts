import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import {
  type GoldenFile,
  type GoldenInput,
  type GoldenTensor,
  isGolden,
  readGolden,
  toNumber,
} from "../autograd/reference/format";
import { descentsOf } from "../figures/descents";
import { drag, openFigure, readings } from "./figure";
import { complaints } from "./notebook";

const FIGURES = ["batches", "derivatives", "descent", "learning-rate"] as const;
const SMALL = { width: 390, height: 844 };

test.describe("every figure", () => {
  for (const name of FIGURES) {
    test(`${name}: without scripts it is a picture with its description`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
      const page = await context.newPage();
      for (const locale of ["zh", "en"] as const) {
        await page.goto(`${locale}/figure/${name}/`);
        const figure = page.locator(`[data-figure="${name}"]`);
        await expect(figure.locator("svg path").first()).toBeAttached();
        expect((await figure.locator("[data-figure-description]").textContent())?.length).toBeGreaterThan(20);
        await expect(figure.locator(".fig-tools")).toBeHidden();
        await expect(page.locator("figcaption")).toBeVisible();
      }
      await context.close();
    });

    test(`${name}: the picture and the figure take the same room`, async ({ page }) => {
      // Before any script comes. (Where scripts are switched off, controls that could do nothing are left out.)
      await page.route("**/*.js", (route) => route.abort());
      await page.goto(`en/figure/${name}/`);
      const before = await page.locator(".fig").boundingBox();
      await page.unroute("**/*.js");
      const figure = await openFigure(page, name);
      expect(await figure.locator(".fig").boundingBox()).toEqual(before);
    });

    for (const colorScheme of ["light", "dark"] as const) {
      test(`${name}, ${colorScheme}: axe finds nothing, nothing sticks out, nothing complains`, async ({
        page,
      }) => {
        const wrong = complaints(page);
        await page.emulateMedia({ colorScheme });
        for (const [locale, size] of [
          ["en", { width: 1440, height: 900 }],
          ["zh", SMALL],
        ] as const) {
          await page.setViewportSize(size);
          await openFigure(page, name, "", locale);
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            .exclude(".katex")
            .analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual(
            [],
          );
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
        }
        expect(wrong).toEqual([]);
      });
    }

    test(`${name}: on paper there is the picture, and no buttons`, async ({ page }) => {
      const figure = await openFigure(page, name);
      await page.emulateMedia({ media: "print" });
      await expect(figure.locator(".fig-tools")).toBeHidden();
      await expect(figure.locator(".fig-view svg:not(button svg)").first()).toBeVisible();
      for (const button of await figure.locator(".fig-stepper .fig-button").all())
        await expect(button).toBeHidden();
    });
  }

  test("what cannot be shown in an address changes nothing", async ({ page }) => {
    const figure = await openFigure(page, "descent", "x:99,eta:lots,curve:toString,n:-1");
    await expect(figure.getByRole("slider", { name: "Ball" })).toHaveAttribute("aria-valuenow", "4");
  });

  test("its state can be linked to, and taken back", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const figure = await openFigure(page, "descent");
    const ball = figure.getByRole("slider", { name: "Ball" });
    await ball.press("Home");
    await figure.getByRole("button", { name: "Copy a link" }).click();
    await expect(figure.getByText("Link copied")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/en\/figure\/descent\/\?descent=x:-5#figure-descent$/);
    expect(page.url()).toBe(link);

    await page.goto("en/");
    await page.goto(link);
    await expect(ball).toHaveAttribute("aria-valuenow", "-5");
    await figure.getByRole("button", { name: "Reset" }).click();
    await expect(ball).toHaveAttribute("aria-valuenow", "4");
  });

  test("a page without figures loads nothing of them", async ({ page }) => {
    const scripts = new Map<string, string>();
    page.on("response", async (response) => {
      if (response.url().endsWith(".js")) scripts.set(response.url(), await response.text().catch(() => ""));
    });
    await page.goto("en/", { waitUntil: "networkidle" });
    expect(scripts.size).toBeGreaterThan(0);
    for (const [url, text] of scripts) expect(text.includes("fig-slider"), url).toBe(false);
  });

  test("in a chapter it stays a picture until the reader comes near", async ({ page }) => {
    await page.goto("en/backpropagation/", { waitUntil: "networkidle" });
    const far = page.locator(".fig").last();
    await expect(far).toHaveAttribute("data-live", "false");
    await far.scrollIntoViewIfNeeded();
    await expect(far).toHaveAttribute("data-live", "true");
  });
});

test.describe("descent", () => {
  const steps = descentsOf("parabola", "x");

  for (const eta of [0.01, 0.1, 0.9, 1.1]) {
    test(`η = ${eta}: the ball goes PyTorch's way`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      const wanted = steps.find((each) => each.eta === eta);
      const figure = await openFigure(page, "descent", `x:4,eta:${eta}`);
      const ball = figure.getByRole("slider", { name: "Ball" });
      const step = figure.getByRole("button", { name: "Next step" });
      for (let k = 0; k < 3; k += 1) {
        const [x = 0, next = 0] = [wanted?.places.get(k)?.[0], wanted?.places.get(k + 1)?.[0]];
        // A ball that has left the picture waits at its edge, and says where it really is.
        const seen = Math.min(5, Math.max(-5, x));
        expect(Number(await ball.getAttribute("aria-valuenow"))).toBeCloseTo(seen, 9);
        expect(await ball.getAttribute("aria-valuetext")).toContain(x.toFixed(2).replace("-", "−"));
        const [predicted = 0, real = 0] = await readings(figure);
        expect(real).toBeCloseTo((wanted?.losses[k + 1] ?? 0) - (wanted?.losses[k] ?? 0), 3);
        // f′(x) = (x − x′) / η, by PyTorch's own steps.
        expect(predicted).toBeCloseTo(-((x - next) ** 2) / eta, 3);
        // At the highest rate the ball has left the window after two steps.
        if (k < 2) await step.click();
      }
    });
  }

  for (const pointer of ["mouse", "touch"] as const) {
    test(`the ball follows the ${pointer}, and the numbers follow the ball`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        baseURL,
        hasTouch: true,
        viewport: { width: 800, height: 900 },
      });
      const page = await context.newPage();
      const figure = await openFigure(page, "descent");
      const ball = figure.getByRole("slider", { name: "Ball" });
      const area = await figure.locator(".fig-area").boundingBox();
      // The window is ten units wide.
      await drag(page, ball, { x: -(area?.width ?? 0) * 0.2, y: 30 }, pointer);
      const x = Number(await ball.getAttribute("aria-valuenow"));
      expect(Math.abs(x - 2)).toBeLessThanOrEqual(0.03);
      const [predicted, real] = await readings(figure);
      expect(predicted).toBeCloseTo(-0.25 * (2 * x) ** 2, 2);
      expect(real).toBeCloseTo((x - 0.25 * 2 * x) ** 2 - x * x, 2);
      await context.close();
    });
  }

  test("by keyboard: arrows, pages, ends; what is seen is said", async ({ page }) => {
    const figure = await openFigure(page, "descent");
    const ball = figure.getByRole("slider", { name: "Ball" });
    await ball.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(ball).toHaveAttribute("aria-valuenow", "3.99");
    await page.keyboard.press("PageDown");
    await expect(ball).toHaveAttribute("aria-valuenow", "3.89");
    await page.keyboard.press("End");
    await expect(ball).toHaveAttribute("aria-valuenow", "5");
    await page.keyboard.press("Home");
    await expect(ball).toHaveAttribute("aria-valuetext", "x = −5.00, height f(x) = 25.00, slope −10.00");
    await expect(figure.locator("[data-figure-description]")).toContainText("from x = −5.00 to −2.50");
  });

  test("pressed elsewhere the ball comes there, and a longer step ends higher", async ({ page }) => {
    const figure = await openFigure(page, "descent");
    const area = figure.locator(".fig-area");
    const box = await area.boundingBox();
    await area.click({ position: { x: (box?.width ?? 0) * 0.3, y: 20 } });
    await expect(figure.getByRole("slider", { name: "Ball" })).toHaveAttribute("aria-valuenow", "-2");
    const eta = figure.getByRole("slider", { name: "learning rate" });
    await eta.focus();
    await page.keyboard.press("End");
    await expect(eta).toHaveAttribute("aria-valuetext", "1.20");
    // x′ = −2 + 1.2 · 4 = 2.8
    expect(await readings(figure)).toEqual([-19.2, 3.84]);
    await expect(figure.locator("[data-figure-description]")).toContainText("ends up higher");
  });

  test("another curve begins where it is worth a look", async ({ page }) => {
    const figure = await openFigure(page, "descent");
    await figure.getByRole("radio", { name: "two valleys" }).check();
    const quartic = descentsOf("quartic", "x").find(({ eta }) => eta === 0.5);
    const ball = figure.getByRole("slider", { name: "Ball" });
    await expect(ball).toHaveAttribute("aria-valuenow", "0.4");
    expect(quartic?.losses[0]).toBeCloseTo(0.1 ** 4 / 4 - 0.1 ** 2, 12);
  });
});

test.describe("learning rate", () => {
  const runs = [
    ...descentsOf("parabola", "x").map((run) => ({ ...run, surface: "bowl", start: "x:4" })),
    ...descentsOf("valley", "p").map((run) => ({ ...run, surface: "ravine", start: "x:10,y:1" })),
  ];

  test("the losses on screen are PyTorch's, for every rate that it was asked", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const { id, eta, surface, start, losses, places, tolerance } of runs) {
      for (const n of [1, 10, 40]) {
        const figure = await openFigure(
          page,
          "learning-rate",
          `surface:${surface},eta:${eta},${start},n:${n}`,
        );
        const shown = await readings(figure);
        const wanted = [...(places.get(n) ?? []), losses[n] ?? Number.NaN];
        // Places are recorded for some of the steps only.
        for (const [index, value] of wanted.reverse().entries()) {
          const text = shown[shown.length - 1 - index] ?? Number.NaN;
          expect(Math.abs(text - value), `${id}, step ${n}`).toBeLessThanOrEqual(
            Math.abs(value) * 6e-5 + tolerance.atol,
          );
        }
      }
    }
  });

  test("by keyboard from too small to NaN", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await openFigure(page, "learning-rate", "eta:0.01");
    const eta = figure.getByRole("slider", { name: "learning rate" });
    const verdict = figure.locator(".fig-verdict");
    await expect(verdict).toHaveText("Too small: it hardly moves");
    await eta.focus();
    const press = async (key: string, times: number) => {
      for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
    };
    await press("PageUp", 2);
    await expect(verdict).toHaveText("Always on one side, steadily down");
    await press("PageUp", 7);
    await press("ArrowRight", 8);
    await expect(eta).toHaveAttribute("aria-valuetext", /^0\.500/);
    await expect(verdict).toHaveText("One step to the bottom");
    await press("ArrowRight", 1);
    await expect(verdict).toHaveText("Across and back, closer each time");
    await press("PageUp", 10);
    await press("ArrowLeft", 1);
    await expect(eta).toHaveAttribute("aria-valuetext", /^1\.000/);
    await expect(verdict).toHaveText("Across and back, for ever");
    await press("End", 1);
    await expect(eta).toHaveAttribute("aria-valuetext", /^3\.000/);
    await expect(verdict).toHaveText("Diverging: farther each time");

    const theirs = runs.find(({ eta: rate }) => rate === 3);
    const nan = theirs?.losses.findIndex(Number.isNaN) ?? 0;
    const infinite = theirs?.losses.indexOf(Number.POSITIVE_INFINITY);
    await figure.getByRole("button", { name: "Next step" }).press("End");
    expect(await readings(figure)).toEqual([Number.NaN, Number.NaN]);
    await expect(figure.getByText(`step ${nan}: NaN`, { exact: true })).toBeVisible();
    await expect(figure.getByText(`step ${infinite}: the loss overflows to ∞`)).toBeVisible();
    await expect(figure.locator("[data-figure-description]")).toContainText("NaN");
  });

  for (const pointer of ["mouse", "touch"] as const) {
    test(`by ${pointer}: η, and the start`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        baseURL,
        hasTouch: true,
        viewport: { width: 900, height: 900 },
      });
      const page = await context.newPage();
      const figure = await openFigure(page, "learning-rate");
      const start = figure.getByRole("slider", { name: "Start" });
      const area = await figure.locator(".fig-area").first().boundingBox();
      // The window is twelve units wide.
      await drag(page, start, { x: -(area?.width ?? 0) / 6, y: 0 }, pointer);
      expect(await readings(figure)).toEqual([2, 4]);

      const track = await figure.getByRole("slider", { name: "learning rate" }).boundingBox();
      const thumb = 20;
      const place = {
        x: (track?.x ?? 0) + thumb / 2 + ((track?.width ?? 0) - thumb) * Math.sqrt(1.2 / 3),
        y: (track?.y ?? 0) + (track?.height ?? 0) / 2,
      };
      if (pointer === "mouse") await page.mouse.click(place.x, place.y);
      else await page.touchscreen.tap(place.x, place.y);
      const eta = Number(
        /^[\d.]+/.exec(
          (await figure.getByRole("slider", { name: "learning rate" }).getAttribute("aria-valuetext")) ?? "",
        )?.[0],
      );
      expect(Math.abs(eta - 1.2)).toBeLessThan(0.03);
      await expect(figure.locator(".fig-verdict")).toHaveText("Diverging: farther each time");
      await context.close();
    });
  }

  test("the ravine at the same multiple of 1/λ; its start moves both ways", async ({ page }) => {
    const figure = await openFigure(page, "learning-rate", "eta:0.95");
    await figure.getByRole("radio", { name: "ravine" }).check();
    await expect(figure.getByRole("slider", { name: "learning rate" })).toHaveAttribute(
      "aria-valuetext",
      /^0\.190/,
    );
    const start = figure.getByRole("slider", { name: "Start" });
    await start.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await expect(start).toHaveAttribute("aria-valuetext", "start at w = 9.95, 1.05");
    // (9.95² + 10 · 1.05²) / 2
    expect((await readings(figure)).at(-1)).toBeCloseTo(55.014, 3);
  });
});

test.describe("batches", () => {
  interface CountCase {
    readonly id: string;
    readonly inputs: { readonly N: number; readonly B: number; readonly drop_last: boolean };
    readonly expected: {
      readonly batches_per_epoch: number;
      readonly iterations_in_10_epochs: number;
      readonly last_batch_size: number;
    };
  }
  const { cases } = readGolden<GoldenFile<CountCase>>("epoch_arithmetic.json");

  test("counts on screen are those of PyTorch's DataLoader", async ({ page }) => {
    const figure = await openFigure(page, "batches", "epochs:10");
    const [samples, size] = [
      figure.getByRole("textbox", { name: "samples N" }),
      figure.getByRole("textbox", { name: "batch size B" }),
    ];
    const drop = figure.getByRole("checkbox");
    for (const { id, inputs, expected } of cases) {
      for (const [box, value] of [
        [samples, inputs.N],
        [size, inputs.B],
      ] as const) {
        await box.fill(String(value));
        await box.press("Enter");
        await expect(box).toHaveValue(String(value));
      }
      await drop.setChecked(inputs.drop_last);
      const [perEpoch, second, all] = await readings(figure);
      expect([perEpoch, all], id).toEqual([expected.batches_per_epoch, expected.iterations_in_10_epochs]);
      if (inputs.drop_last) expect(second, id).toBe(inputs.N - expected.batches_per_epoch * inputs.B);
      else expect(second, id).toBe(expected.last_batch_size);
    }
  });

  test("an epoch goes by, batch by batch, and the next one is dealt anew", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await openFigure(page, "batches", "samples:10,size:3,epochs:2");
    const numbers = () => figure.locator("svg text").allTextContents();
    const first = await numbers();
    expect([...first].map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const step = figure.getByRole("button", { name: "Next step" });
    const now = figure.locator(".batch-now");
    await step.click();
    await expect(figure.locator(".fig-progress")).toHaveText("iteration 1 of 8");
    await expect(now).toContainText("batch 2 of 4");
    await expect(now).toContainText("samples 4 to 6");
    await step.press("ArrowRight");
    await step.press("ArrowRight");
    await expect(now).toContainText("samples 10 to 10 in this epoch's order (1)");
    await step.press("ArrowRight");
    await expect(now).toContainText("epoch 2 of 2");
    const second = await numbers();
    expect(second).not.toEqual(first);
    expect([...second].sort()).toEqual([...first].sort());
    await step.press("End");
    await expect(figure.locator(".fig-progress")).toHaveText("iteration 8 of 8");
    await figure.getByRole("button", { name: "To the start" }).click();
    await expect(figure.locator(".fig-progress")).toHaveText("iteration 0 of 8");
    expect(await numbers()).toEqual(first);
  });

  test("plays to the end by itself, and stops for the reader", async ({ page }) => {
    const figure = await openFigure(page, "batches", "samples:4,size:2,epochs:1");
    await figure.getByRole("button", { name: "Play" }).click();
    await expect(figure.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect(figure.locator(".fig-progress")).toHaveText("iteration 2 of 2");
    await expect(figure.getByRole("button", { name: "Play" })).toBeVisible();
    await figure.getByRole("button", { name: "Play" }).click();
    await figure.getByRole("button", { name: "Pause" }).click();
    await expect(figure.getByRole("button", { name: "Play" })).toBeVisible();
  });

  test("with less motion it plays from whole step to whole step", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await openFigure(page, "batches", "samples:6,size:2,epochs:1");
    const seen = await figure.evaluateHandle((element) => {
      const widths = new Set<boolean>();
      new MutationObserver(() => widths.add(element.querySelector(".batch-tile-now") !== null)).observe(
        element,
        {
          subtree: true,
          childList: true,
          attributes: true,
        },
      );
      return widths;
    });
    await figure.getByRole("button", { name: "Play" }).click();
    await expect(figure.locator(".fig-progress")).toHaveText("iteration 3 of 3");
    // A batch under way would have been drawn.
    expect(await seen.evaluate((set) => [...set])).toEqual([false]);
  });

  test("50 000 samples in batches of 256: 196 tiles, by slider and by preset", async ({ page }) => {
    const figure = await openFigure(page, "batches");
    await figure.getByRole("button", { name: "50,000 / 256" }).click();
    expect(await readings(figure)).toEqual([196, 80, 588]);
    const path = (await figure.locator(".batch-tile").getAttribute("d")) ?? "";
    expect(path.match(/M/g)).toHaveLength(196);
    const slider = figure.getByRole("slider", { name: "batch size B" });
    await slider.focus();
    await page.keyboard.press("Home");
    expect((await readings(figure))[0]).toBe(50_000);
    await page.keyboard.press("ArrowRight");
    expect((await readings(figure))[0]).toBe(25_000);
    await figure.getByRole("slider", { name: "epochs" }).press("End");
    expect(await readings(figure)).toEqual([25_000, 2, 500_000]);
  });
});

test.describe("derivatives", () => {
  interface OpCase {
    readonly op?: string;
    readonly inputs?: readonly GoldenInput[];
    readonly outputs?: readonly GoldenTensor[];
    readonly upstream?: readonly GoldenTensor[];
    readonly grads?: readonly GoldenTensor[];
  }
  const { cases } = readGolden<GoldenFile<OpCase>>("activations.json");

  test("values and slopes on screen are PyTorch's", async ({ page }) => {
    for (const name of ["sigmoid", "tanh", "relu"]) {
      const found = cases.find(
        ({ op, inputs }) => op === name && isGolden(inputs?.[0]) && inputs[0].data.includes(0.7),
      );
      const input = found?.inputs?.[0];
      if (!found || !isGolden(input)) throw new Error(`no case of ${name}`);
      for (const x of [-2.5, -0.3, 0.7, 2.2]) {
        const index = input.data.indexOf(x);
        const of = (tensors: readonly GoldenTensor[] | undefined) =>
          toNumber(tensors?.[0]?.data[index] ?? "NaN");
        const figure = await openFigure(page, "derivatives", `f:${name},x:${x}`);
        const [at, value, slope] = await readings(figure);
        expect(at).toBe(x);
        expect(value, `${name}(${x})`).toBeCloseTo(of(found.outputs), 4);
        expect(slope, `${name}′(${x})`).toBeCloseTo(of(found.grads) / of(found.upstream), 4);
      }
    }
  });

  const f: readonly (readonly [
    label: string,
    f: (x: number) => number,
    derivative: (x: number) => number,
  ])[] = [
    ["x2", (x) => x ** 2, (x) => 2 * x],
    ["x3", (x) => x ** 3, (x) => 3 * x ** 2],
    ["1/x", (x) => 1 / x, (x) => -1 / x ** 2],
    ["√x", Math.sqrt, (x) => 0.5 / Math.sqrt(x)],
    ["ex", Math.exp, Math.exp],
    ["ln x", Math.log, (x) => 1 / x],
    ["sin x", Math.sin, Math.cos],
    ["cos x", Math.cos, (x) => -Math.sin(x)],
  ];

  test("each function can be chosen, and its point moved by the keyboard", async ({ page }) => {
    const figure = await openFigure(page, "derivatives");
    const point = figure.getByRole("slider", { name: "Point of contact" });
    for (const [label, value, derivative] of f) {
      await figure.getByRole("radio", { name: label, exact: true }).check();
      await point.press("ArrowRight");
      await point.press("PageDown");
      const [x = 0, shown, slope] = await readings(figure);
      expect(shown, label).toBeCloseTo(value(x), 4);
      expect(slope, label).toBeCloseTo(derivative(x), 4);
    }
  });

  for (const pointer of ["mouse", "touch"] as const) {
    test(`the point follows the ${pointer}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        baseURL,
        hasTouch: true,
        viewport: { width: 900, height: 900 },
      });
      const page = await context.newPage();
      const figure = await openFigure(page, "derivatives");
      const area = await figure.locator(".fig-area").first().boundingBox();
      // The window is six units wide.
      await drag(
        page,
        figure.getByRole("slider", { name: "Point of contact" }),
        { x: -(area?.width ?? 0) / 2, y: 10 },
        pointer,
      );
      const [x = 0, value, slope] = await readings(figure);
      expect(Math.abs(x + 2)).toBeLessThanOrEqual(0.04);
      expect(value).toBeCloseTo(x * x, 4);
      expect(slope).toBeCloseTo(2 * x, 4);
      await context.close();
    });
  }

  test("a corner has no tangent, and the figure says so", async ({ page }) => {
    const figure = await openFigure(page, "derivatives", "f:relu,x:0");
    await expect(figure.getByText("A corner has no tangent").first()).toBeVisible();
    expect(await readings(figure)).toEqual([0, 0, 0]);
  });
});
