import { join } from "node:path";
import type { Browser } from "@playwright/test";
import type { FigureName } from "@/components/figures/loaders";
import type { Locale } from "@/lib/i18n";
import { FIGURE_STATES } from "./figure-states";
import { FORMS, pageIn, type Shot, STILL_FORMS } from "./shot";

/** Every figure in its states, each alone on its own page; on paper and without scripts, in its first. */
export async function shootFigures(
  browser: Browser,
  folder: string,
  {
    locale,
    site,
    only,
    first,
  }: { locale: Locale; site: string; only: string | undefined; first: boolean | undefined },
): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const form of [...FORMS, ...STILL_FORMS]) {
    const one = first || !FORMS.includes(form);
    const page = await pageIn(browser, form);
    for (const name of Object.keys(FIGURE_STATES) as FigureName[]) {
      if (only !== undefined && only !== name) continue;
      for (const [index, state] of FIGURE_STATES[name].slice(0, one ? 1 : undefined).entries()) {
        const address = `${site}/${locale}/figure/${name}/`;
        await page.goto(state === "" ? address : `${address}?${name}=${state}`);
        await page.locator(`.fig[data-live="${!form.still}"]`).waitFor();
        const title = `${name}-${index}`;
        const file = join(folder, `${title}.${locale}.${form.name}.png`);
        await page.locator(".fig-shell").screenshot({ path: file, animations: "disabled" });
        shots.push({ file, form, title: `${title} ${state}` });
      }
    }
    await page.context().close();
  }
  return shots;
}
