/** The languages of the site, the first being the source's own. */
export const LOCALES = ["zh", "en"] as const;

export type Locale = (typeof LOCALES)[number];

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** The other language: what the language switch leads to. */
export function otherLocale(locale: Locale): Locale {
  return locale === "zh" ? "en" : "zh";
}

/** As `<html lang>` and `Intl` want it. */
export const LANGUAGE_TAG: Record<Locale, string> = { zh: "zh-Hans", en: "en" };
