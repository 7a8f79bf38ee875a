import type { Browser, Page } from "@playwright/test";

/** How a reader's page may be. */
export interface Form {
  name: string;
  width: number;
  scheme: "light" | "dark";
  /** On paper. */
  print?: true;
  /** Without scripts. */
  still?: true;
}

/** Both themes, wide and narrow. */
export const FORMS: readonly Form[] = (["light", "dark"] as const).flatMap((scheme) => [
  { name: `${scheme}-wide`, width: 1440, scheme },
  { name: `${scheme}-narrow`, width: 390, scheme },
]);

/** On paper, and without scripts. */
export const STILL_FORMS: readonly Form[] = [
  { name: "print", width: 794, scheme: "light", print: true },
  { name: "still", width: 1440, scheme: "light", still: true },
];

/** A picture that was taken. */
export interface Shot {
  file: string;
  form: Form;
  title: string;
}

/** A page of that form, for readers who want nothing to move. */
export async function pageIn(browser: Browser, { width, scheme, print, still }: Form): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    javaScriptEnabled: !still,
  });
  const page = await context.newPage();
  if (print) await page.emulateMedia({ media: "print" });
  return page;
}
