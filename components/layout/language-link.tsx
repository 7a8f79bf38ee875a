"use client";

import { useEffect, useState } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/i18n";
import { lastPlace } from "./last-place";
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
      onClick={({ currentTarget }) => {
        const section = sectionRead(path);
        if (section !== null) currentTarget.hash = section;
      }}
    >
      {name}
    </a>
  );
}

/** The section that is read now, for those who have read on from where the address led them; null for none. */
function sectionRead(path: string): string | null {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect();
  if (target && target.bottom > 0 && target.top < innerHeight) return null;
  const place = lastPlace();
  return place && `${place.chapter}/` === path ? place.section : null;
}
