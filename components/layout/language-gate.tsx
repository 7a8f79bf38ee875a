import { LANGUAGE_TAG, LOCALES, messages } from "@/lib/i18n";
import { asset } from "./site";

/** Goes to the browser's language at once: the first of its languages that the course has, else English. */
const GATE_SCRIPT = `var l=(navigator.languages||[]).map(function(t){return t.slice(0,2).toLowerCase()}).find(function(t){return t==="zh"||t==="en"})||"en";location.replace(${JSON.stringify(asset(""))}+l+"/")`;

/** The site's front door: leads on by itself, and has a link a language for browsers without JavaScript. */
export function LanguageGate() {
  return (
    <main className="gate">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, named in the page's policy by its hash */}
      <script dangerouslySetInnerHTML={{ __html: GATE_SCRIPT }} />
      <h1 className="brand">Gradbook</h1>
      <ul className="gate-list">
        {LOCALES.map((locale) => (
          <li key={locale} lang={LANGUAGE_TAG[locale]}>
            <a href={asset(`${locale}/`)}>{locale === "zh" ? "中文" : "English"}</a>
            <span>{messages(locale).siteTagline}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
