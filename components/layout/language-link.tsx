"use client";

import { LANGUAGE_TAG, type Locale } from "@/lib/i18n";
import { lastPlace } from "./last-place";
import { asset } from "./site";

/**
 * The same page in another language, at the same place; nothing where there is no other. A full load: the page's language
 * is its own document's.
 */
export function LanguageLink({ to, path, name }: { to: Locale | undefined; path: string; name: string }) {
  if (!to) return null;
  // Whoever comes to a link, by pointer, touch or key, comes before it is followed.
  const point = ({ currentTarget }: { currentTarget: HTMLAnchorElement }) => {
    currentTarget.hash = sectionRead(path) ?? location.hash;
  };
  return (
    <a
      className="quiet-button"
      href={asset(`${to}/${path}`)}
      hrefLang={LANGUAGE_TAG[to]}
      lang={LANGUAGE_TAG[to]}
      onPointerEnter={point}
      onFocus={point}
      onClick={point}
    >
      {name}
    </a>
  );
}

/** The section that is read now, for those who have read on from where the address led them; null for none. */
function sectionRead(path: string): string | null {
  const target = document.querySelector(":target")?.getBoundingClientRect();
  if (target && target.bottom > 0 && target.top < innerHeight) return null;
  const place = lastPlace();
  return place && `${place.chapter}/` === path ? place.section : null;
}
