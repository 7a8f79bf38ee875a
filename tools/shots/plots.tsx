import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { renderToStaticMarkup } from "react-dom/server";
import { SavedOutputs } from "@/components/output/saved-outputs";
import type { Chapter } from "@/lib/content";
import { type Locale, messages } from "@/lib/i18n";
import { GALLERY_PLOTS, HELPER_PRELUDE, HELPERS, PRELUDE } from "../gallery/plots";
import { runCells } from "../run-cells";
import { FORMS, type Form, pageIn, type Shot } from "./shot";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The gallery's plots, as a chapter's page has them in its HTML. */
export async function shootPlots(browser: Browser, folder: string, locale: Locale): Promise<Shot[]> {
  const cells = [
    { name: "data", code: PRELUDE },
    ...GALLERY_PLOTS,
    { name: "train-first", code: HELPER_PRELUDE },
    ...HELPERS,
  ].map(({ name, code }) => ({ id: name, code, place: { line: 1, column: 1 } }));
  const kernel = pathToFileURL(join(root, ".generated/kernel-node.mjs"));
  const { runs, problems } = await runCells({ cells, locale, file: "gallery" } as unknown as Chapter, kernel);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const words = messages(locale);
  const drawn = cells.map(({ id }) => (
    <section key={id} id={id} data-cell={id} className="cell">
      <h2>{id}</h2>
      <div className="outputs" data-saved="">
        <SavedOutputs id={id} outputs={runs[id]?.outputs ?? []} words={words} />
      </div>
    </section>
  ));
  const shots: Shot[] = [];
  for (const form of FORMS) {
    const page = await pageIn(browser, form);
    await page.setContent(document(renderToStaticMarkup(<main>{drawn}</main>), form), { waitUntil: "load" });
    for (const { id } of cells) {
      if (id === "data") continue;
      const file = join(folder, `${id}.${form.name}.png`);
      await page.locator(`#${id}`).screenshot({ path: file });
      shots.push({ file, form, title: id });
    }
    await page.context().close();
  }
  return shots;
}

/** A page with the site's own style sheets, and nothing around the outputs. */
function document(body: string, { width }: Form): string {
  const folder = join(root, "out/_next/static");
  const sheets = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".css"),
  );
  const styles = sheets.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return `<!doctype html><meta charset="utf-8"><style>${styles}
    body > main { display: grid; gap: 1.5rem; width: ${Math.min(width - 40, 688)}px; margin: 20px; }
    h2 { margin: 0; color: var(--ink-soft); font: 12px var(--font-ui); }
  </style>${body}`;
}
