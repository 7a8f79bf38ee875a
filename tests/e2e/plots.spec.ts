import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { GALLERY_PLOTS, PRELUDE } from "../../tools/gallery/plots";
import { compared } from "./drawn-twice";
import { HOSTILE } from "./hostile-plots";
import { cell, complaints, writeAndRun } from "./notebook";

const CHAPTER = "en/backpropagation/";
const { plot } = JSON.parse(readFileSync(".generated/vendor.json", "utf8")) as { plot: string };

test.describe("on a fine screen, as in a worker", () => {
  test.use({ deviceScaleFactor: 2 });

  test("every plot of the gallery is the one that the real Plot draws on a page", async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    // A bare page of the same origin, without a policy: the plots' code comes as text.
    await page.route("**/twice.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: "<!doctype html><meta charset=utf-8><title>twice</title>",
      }),
    );
    await page.goto("twice.html");
    const library = new URL(plot, baseURL).href;
    expect(GALLERY_PLOTS.length).toBeGreaterThanOrEqual(40);
    const differences = await compared(page, library, PRELUDE, GALLERY_PLOTS);
    expect(differences).toEqual({});
  });
});

test("hostile plots run nothing, load nothing and cover nothing", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (/evil/.test(request.url())) requests.push(request.url());
  });
  page.on("dialog", (dialog) => {
    requests.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(CHAPTER);
  const attempts = HOSTILE.map(([name, code]) => `[${JSON.stringify(name)}, () => (${code})]`).join(",\n");
  await writeAndRun(
    page,
    "forward",
    `for (const [name, draw] of [\n${attempts}\n]) {
  try { display(draw()); print("drawn: " + name); } catch (error) { print("refused: " + name + ": " + error.message); }
}`,
  );
  const outputs = cell(page, "forward").locator(".outputs");
  for (const [name] of HOSTILE) await expect(outputs).toContainText(`: ${name}`);
  expect(await outputs.locator(".plot-picture").count()).toBeGreaterThan(10);

  const found = await outputs.evaluate((box) => {
    const wrong: string[] = [];
    for (const element of box.querySelectorAll(".plot-picture *")) {
      if (
        /^(script|iframe|object|embed|link|style|a|use|foreignobject|animate.*|set|form|input|button|video|audio|base|meta)$/i.test(
          element.localName,
        )
      )
        wrong.push(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) wrong.push(name);
        if (/href|src/i.test(name) && !value.startsWith("data:image/png;base64,"))
          wrong.push(`${name}=${value.slice(0, 60)}`);
        if (/javascript:|https?:|\/\/evil|@import|expression/i.test(value) && name !== "title")
          wrong.push(`${name}=${value.slice(0, 60)}`);
        if (name === "style" && /position|z-index|url\(|inset|transform|margin(-\w+)?:\s*-/i.test(value))
          wrong.push(`style=${value}`);
      }
    }
    return wrong;
  });
  expect(found).toEqual([]);

  // Every pixel that a plot shows lies within its own output, wherever the reader looks.
  for (const picture of await outputs.locator(".plot-picture").all())
    await picture.click({ position: { x: 5, y: 5 }, force: true });
  const covered = await page.evaluate(() => {
    const inside = (x: number, y: number) => document.elementFromPoint(x, y)?.closest(".plot-picture");
    const wrong: string[] = [];
    for (let y = 5; y < innerHeight; y += 20) {
      for (let x = 5; x < innerWidth; x += 20) {
        const picture = inside(x, y);
        if (!picture) continue;
        const { left, right, top, bottom } = picture.getBoundingClientRect();
        const { left: from, right: to } = picture.closest(".outputs")?.getBoundingClientRect() ?? {
          left: 0,
          right: 0,
        };
        if (x < left || x > right || y < top || y > bottom || left < from - 1 || right > to + 1)
          wrong.push(`${x},${y}`);
      }
    }
    return wrong;
  });
  expect(covered).toEqual([]);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(requests).toEqual([]);
  expect(new URL(page.url()).pathname).toContain(CHAPTER);
});

const CURVE = `const steps = Array.from({ length: 20 }, (_, i) => ({ step: i, loss: 20 - i, run: i % 2 ? "odd" : "even" }));
Plot.plot({ title: "Loss", color: { legend: true }, marks: [Plot.lineY(steps, { x: "step", y: "loss", stroke: "run", tip: true })] })`;

test("points are read off with the pointer and with keys, and their numbers stand in a table", async ({
  page,
}) => {
  const all = complaints(page);
  await page.goto(CHAPTER);
  await writeAndRun(page, "forward", CURVE);
  const outputs = cell(page, "forward").locator(".outputs");
  const points = outputs.getByRole("slider", { name: "Points of the plot" });
  await points.focus();
  await page.keyboard.press("Home");
  await expect(points).toHaveAttribute("aria-valuetext", "run even, step 0, loss 20");
  await page.keyboard.press("ArrowRight");
  await expect(points).toHaveAttribute("aria-valuetext", "run even, step 2, loss 18");
  await page.keyboard.press("ArrowDown");
  await expect(points).toHaveAttribute("aria-valuetext", /^run odd, step [13], loss/);
  await page.keyboard.press("End");
  await expect(points).toHaveAttribute("aria-valuetext", "run odd, step 19, loss 1");
  await expect(outputs.locator(".plot-tip")).toContainText("19");
  await page.keyboard.press("Escape");
  await expect(outputs.locator(".plot-tip")).toHaveCount(0);

  // The last point, at the right end of the axes.
  const place = await outputs.locator("svg.plot").boundingBox();
  if (!place) throw new Error("no picture");
  await page.mouse.move(place.x + place.width * 0.97, place.y + place.height * 0.9);
  await expect(outputs.locator(".plot-tip")).toContainText("19");

  await outputs.getByLabel("Save the plot, or see its numbers").click();
  await outputs.getByRole("button", { name: "Show the numbers as a table" }).click();
  await expect(outputs.getByRole("table").locator("tbody tr")).toHaveCount(20);
  const { violations } = await new AxeBuilder({ page }).include('[data-cell="forward"] .outputs').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(all).toEqual([]);
});

for (const scheme of ["light", "dark"] as const) {
  test(`plots are kept as SVG and PNG files in the ${scheme} theme`, async ({ page }) => {
    const all = complaints(page);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(CHAPTER);
    await writeAndRun(page, "forward", CURVE);
    const outputs = cell(page, "forward").locator(".outputs");
    const save = async (name: string) => {
      await outputs.getByLabel("Save the plot, or see its numbers").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        outputs.getByRole("button", { name }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await save("Save as SVG");
    const png = await save("Save as PNG");
    expect([svg.name, png.name]).toEqual(["forward.svg", "forward.png"]);
    const text = svg.bytes.toString("utf8");
    // Nothing in it depends on the page any more, and the legend and the title are there.
    expect(text).not.toMatch(/var\(|class=|<div|<style/);
    expect(text).toContain(">Loss<");
    expect(text).toContain(">even<");
    const drawn = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), {
        width: image.width,
        height: image.height,
      });
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? {
        data: new Uint8ClampedArray(),
      };
      const colors = new Set<string>();
      for (let i = 0; i < data.length; i += 4) colors.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
      return { corner: [...data.slice(0, 4)], colors: colors.size };
    }, text);
    expect(drawn.colors).toBeGreaterThan(20);
    const [red = 0, , , opacity] = drawn.corner;
    expect(opacity).toBe(255);
    expect(scheme === "dark" ? red < 60 : red > 220).toBe(true);
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(all).toEqual([]);
  });
}

test("a live plot of a million points keeps its peak, marks where it diverged, and can be read", async ({
  page,
}) => {
  await page.goto(CHAPTER);
  await writeAndRun(
    page,
    "forward",
    `const curve = livePlot({ title: "noise", x: { label: "n" }, y: { label: "v" } });
for (let n = 0; n < 1_000_000; n++) curve.add(n, n === 654_321 ? 1000 : Math.sin(n / 1e4));
curve.add(1_000_000, NaN);`,
  );
  const outputs = cell(page, "forward").locator(".outputs");
  await expect(outputs.locator("svg.plot")).toContainText("NaN");
  const points = outputs.getByRole("slider");
  await expect(points).toBeAttached();
  await outputs.getByLabel("Save the plot, or see its numbers").click();
  await outputs.getByRole("button", { name: "Show the numbers as a table" }).click();
  await outputs.getByRole("button", { name: "v", exact: true }).click();
  await outputs.getByRole("button", { name: "v", exact: true }).click();
  // The greatest first: the peak, at its own place.
  await expect(outputs.getByRole("table").locator("tbody tr").first()).toContainText("654");
  await expect(outputs.getByRole("table").locator("tbody tr").first()).toContainText("1000");
});
