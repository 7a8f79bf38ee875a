"use client";

import { useEffect, useState } from "react";
import { LANGUAGE_TAG, type Locale, otherLocale } from "@/lib/i18n";
import { asset } from "./site";

/** The same page in the other language, at the same place. A full load: the page's language is its own document's. */
export function LanguageLink({ locale, path, name }: { locale: Locale; path: string; name: string }) {
  const other = otherLocale(locale);
  const [hash, setHash] = useState("");

  useEffect(() => {
    const update = () => setHash(window.location.hash);
    update();
    window.addEventListener("hashchange", update);
    return () => window.removeEventListener("hashchange", update);
  }, []);

  return (
    <a
      className="quiet-button"
      href={asset(`${other}/${path}`) + hash}
      hrefLang={LANGUAGE_TAG[other]}
      lang={LANGUAGE_TAG[other]}
    >
      {name}
    </a>
  );
}
