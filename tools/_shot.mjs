import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const { url, close } = await serve({ folder: "out", base: "/courses/gradbook" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: CHROMIUM_ARGS });
const jobs = JSON.parse(process.argv[2]);
for (const j of jobs) {
  const ctx = await browser.newContext({
    viewport: { width: j.w ?? 1440, height: j.h ?? 900 },
    colorScheme: j.dark ? "dark" : "light",
    javaScriptEnabled: j.js !== false,
    hasTouch: !!j.touch,
    deviceScaleFactor: j.scale ?? 1,
  });
  const page = await ctx.newPage();
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) console.log("console", m.type(), m.text().slice(0, 600));
  });
  page.on("pageerror", (e) => console.log("pageerror", e.message.slice(0, 600)));
  await page.goto(url + j.path, { waitUntil: "networkidle" });
  if (j.do) await new Function("page", `return (async()=>{${j.do}})()`)(page);
  if (j.scroll !== undefined) {
    await page.evaluate((y) => window.scrollTo({ top: y, behavior: "instant" }), j.scroll);
    await page.waitForTimeout(300);
  }
  if (j.sel) {
    await page.locator(j.sel).first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
  }
  await page.screenshot({ path: `/tmp/shots/${j.name}.png`, fullPage: !!j.full });
  await ctx.close();
}
await browser.close();
close();
process.exit(0);
