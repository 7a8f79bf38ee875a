import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n";

/** Opens a figure alone, in a state, and waits until it can be touched. */
export async function openFigure(
  page: Page,
  name: string,
  state = "",
  locale: Locale = "en",
): Promise<Locator> {
  await page.goto(`${locale}/figure/${name}/${state === "" ? "" : `?${name}=${state}`}`);
  const figure = page.locator(`[data-figure="${name}"]`);
  await expect(figure.locator(".fig")).toHaveAttribute("data-live", "true");
  return figure;
}

/** The numbers of a figure's readings, in their order. */
export async function readings(figure: Locator): Promise<number[]> {
  const texts = await figure.locator(".fig-reading dd").allTextContents();
  return texts.map(numberOf);
}

/** A number as figures write it: `−6.400`, `1.23×10⁸`, `∞`, `50,000`. */
export function numberOf(text: string): number {
  const plain = text.trim().replaceAll(",", "").replace("−", "-").replace("+", "");
  if (plain.endsWith("∞")) return plain.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [mantissa = "", power] = plain.split("×10");
  if (power === undefined) return Number(mantissa);
  const digits = [...power].map((sign) => (sign === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))));
  return Number(`${mantissa}e${digits.join("")}`);
}

/** How a handle is moved: by mouse, or by finger. */
export type Pointer = "mouse" | "touch";

/** Drags from the middle of one thing by so many pixels, in a few moves. */
export async function drag(
  page: Page,
  what: Locator,
  by: { x: number; y: number },
  pointer: Pointer,
): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error("nothing to drag");
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const places = [0.25, 0.5, 0.75, 1].map((part) => ({ x: from.x + by.x * part, y: from.y + by.y * part }));
  if (pointer === "mouse") {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const { x, y } of places) await page.mouse.move(x, y);
    await page.mouse.up();
    return;
  }
  // The browser's own touches: they go through its scrolling and its `touch-action`.
  const client = await page.context().newCDPSession(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
  for (const place of places)
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [place] });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await client.detach();
}
