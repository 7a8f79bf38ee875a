import { LANGUAGE_TAG, messages } from "@/lib/i18n";
import { Alive } from "./alive";
import { course } from "./course";
import { asset } from "./site";

/** The page for an address that leads nowhere, in all languages: the address no longer tells which is wanted. */
export function NotFound() {
  return (
    <main className="gate">
      <p className="brand">404</p>
      <ul className="gate-list">
        {course.languages.map((locale) => {
          const words = messages(locale);
          return (
            <li key={locale} lang={LANGUAGE_TAG[locale]}>
              <h1>{words.notFound}</h1>
              <span>{words.notFoundText}</span>
              <a href={asset(`${locale}/`)}>{words.toHome}</a>
            </li>
          );
        })}
      </ul>
      <Alive />
    </main>
  );
}
