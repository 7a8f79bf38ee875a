/** The languages that the interface has words in. Each course chooses among them. */
export const LOCALES = ["zh", "en"] as const;

export type Locale = (typeof LOCALES)[number];

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** As `<html lang>` and `Intl` want it. */
export const LANGUAGE_TAG: Record<Locale, string> = { zh: "zh-Hans", en: "en" };

/** What a language calls itself. */
export const LANGUAGE_NAME: Record<Locale, string> = { zh: "中文", en: "English" };
