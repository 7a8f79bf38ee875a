"use client";

import { useEffect, useState } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/i18n";
import { asset } from "./site";

/**
 * The same page in another language, at the same place; nothing where there is no other. A full load: the page's language
 * is its own document's.
 */
export function LanguageLink({ to, path, name }: { to: Locale | undefined; path: string; name: string }) {
  const [hash, setHash] = useState("");

  useEffect(() => {
    const update = () => setHash(window.location.hash);
    update();
    window.addEventListener("hashchange", update);
    return () => window.removeEventListener("hashchange", update);
  }, []);

  if (!to) return null;
  return (
    <a
      className="quiet-button"
      href={asset(`${to}/${path}`) + hash}
      hrefLang={LANGUAGE_TAG[to]}
      lang={LANGUAGE_TAG[to]}
    >
      {name}
    </a>
  );
}
