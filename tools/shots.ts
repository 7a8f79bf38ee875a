/**
 * Takes pictures of what the site draws, for people to look at: the gallery's plots and the figures in many states, in
 * both themes, wide and narrow. They are put into `shots/`, which is not kept; nothing judges them but eyes.
 *
 *   npm run build && npm run shots -- [plots] [figures] [--locale zh] [--only chain] [--first]
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { isLocale } from "@/lib/i18n";
import { CHROMIUM_ARGS, ensureChromium } from "./chromium.mjs";
import { serve } from "./serve.mjs";
import { shootFigures } from "./shots/figures";
import { shootPlots } from "./shots/plots";
import { writeSheets } from "./shots/sheet";

const root = fileURLToPath(new URL("..", import.meta.url));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      locale: { type: "string", default: "en" },
      only: { type: "string" },
      first: { type: "boolean" },
    },
  });
  const { locale, only, first } = values;
  if (!isLocale(locale)) {
    console.error("--locale takes zh or en.");
    return 1;
  }
  if (!existsSync(`${root}/out/index.html`)) {
    console.error("There is no built site in out/: run npm run build first.");
    return 1;
  }
  const wanted = (what: string) => positionals.length === 0 || positionals.includes(what);
  const folder = `${root}/shots`;
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
  const index = readFileSync(`${root}/out/index.html`, "utf8");
  const base = /(?:src|href)="([^"]*)\/_next\//.exec(index)?.[1] ?? "";
  const { url: site, close } = await serve({ folder: `${root}/out`, base });
  try {
    if (wanted("plots")) {
      const sheets = await writeSheets(browser, await shootPlots(browser, folder, locale), folder, "plots");
      console.log(sheets.join("\n"));
    }
    if (wanted("figures")) {
      const shots = await shootFigures(browser, folder, {
        locale,
        site: site.replace(/\/$/, ""),
        only,
        first,
      });
      console.log((await writeSheets(browser, shots, folder, `figures-${locale}`)).join("\n"));
    }
  } finally {
    await browser.close();
    close();
  }
  return 0;
}

process.exit(await main());
