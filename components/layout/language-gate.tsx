import { LANGUAGE_NAME, LANGUAGE_TAG } from "@/lib/i18n";
import { course, courseWords, FIRST_LANGUAGE } from "./course";
import { asset } from "./site";

/** For those who read none of the course's languages. */
const FALLBACK = course.languages.includes("en") ? "en" : FIRST_LANGUAGE;

/** Goes to the browser's language at once: the first of its languages that the course has, else English. */
const GATE_SCRIPT = `var c=${JSON.stringify(course.languages)},l=(navigator.languages||[]).map(function(t){return t.slice(0,2).toLowerCase()}).find(function(t){return c.indexOf(t)>=0})||${JSON.stringify(FALLBACK)};location.replace(${JSON.stringify(asset(""))}+l+"/")`;

/** The site's front door: leads on by itself, and has a link a language for browsers without JavaScript. */
export function LanguageGate() {
  return (
    <main className="gate">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, named in the page's policy by its hash */}
      <script dangerouslySetInnerHTML={{ __html: GATE_SCRIPT }} />
      <h1 className="brand">{courseWords(FIRST_LANGUAGE).name}</h1>
      <ul className="gate-list">
        {course.languages.map((locale) => (
          <li key={locale} lang={LANGUAGE_TAG[locale]}>
            <a href={asset(`${locale}/`)}>{LANGUAGE_NAME[locale]}</a>
            <span>{courseWords(locale).tagline}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
