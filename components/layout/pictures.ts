import pictures from "@/.generated/pictures.json";
import type { Locale } from "@/lib/i18n";
import { FIRST_LANGUAGE } from "./course";

/** The language whose folder has a picture: the page's own, else the source's. */
export function pictureFolder(locale: Locale, path: string): Locale {
  return (pictures as string[]).includes(`${locale}/${path}`) ? locale : FIRST_LANGUAGE;
}
