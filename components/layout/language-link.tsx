"use client";

import { LANGUAGE_TAG, type Locale, messages, otherLocale } from "@/lib/i18n";
import { asset } from "./site";

/** The same page in the other language, at the same place. A full load: the page's language is its own document's. */
export function LanguageLink({ locale, path }: { locale: Locale; path: string }) {
  const words = messages(locale);
  const other = otherLocale(locale);
  const href = asset(`${other}/${path}`);
  return (
    <a
      className="quiet-button"
      href={href}
      hrefLang={LANGUAGE_TAG[other]}
      lang={LANGUAGE_TAG[other]}
      onClick={(event) => {
        event.currentTarget.href = href + window.location.hash;
      }}
    >
      {words.language}
    </a>
  );
}
