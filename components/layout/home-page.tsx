import { type Chapter, SCRATCH } from "@/lib/content";
import { type Locale, type Messages, messages, portable } from "@/lib/i18n";
import { ChapterMark } from "../exercise/chapter-mark";
import { gradedKeys } from "../exercise/graded";
import { ForwardBackward } from "../figures/forward-backward";
import { ReaderDialogs } from "../reader/dialogs";
import { SearchButton } from "../reader/search-button";
import { Alive } from "./alive";
import type { CompiledChapter } from "./compiled";
import { course, courseWords, otherLanguage } from "./course";
import { HomeStart } from "./home-start";
import { LanguageLink } from "./language-link";
import { asset } from "./site";
import { ThemeSwitch } from "./theme-switch";
import { themeWords } from "./theme-words";

/** What this is, and the chapters. */
export function HomePage({
  locale,
  chapters,
  appendices,
}: {
  locale: Locale;
  chapters: readonly CompiledChapter[];
  appendices: readonly CompiledChapter[];
}) {
  const words = messages(locale);
  const { name, headline, intro } = courseWords(locale);
  const first = chapters[0]?.chapter;
  const titles = Object.fromEntries(
    [...chapters, ...appendices].map(({ chapter }) => [chapter.slug, chapter.frontMatter.title]),
  );
  return (
    <>
      <a className="skip" href="#main">
        {words.skipToContent}
      </a>
      <header className="home-bar">
        <span className="brand">{name}</span>
        <span className="spacer" />
        <SearchButton words={{ search: words.search }} />
        <LanguageLink to={otherLanguage(locale)} path="" name={words.language} />
        <ThemeSwitch words={themeWords(words)} />
      </header>
      <main id="main" className="home" tabIndex={-1}>
        <div className="home-lead">
          <section className="home-intro">
            <h1>{headline}</h1>
            <p>{intro}</p>
            {first && (
              <HomeStart
                folder={asset(`${locale}/`)}
                first={first.slug}
                titles={titles}
                words={{ start: words.homeStart, resume: words.homeResume }}
              />
            )}
          </section>
          {course.cover === "forward-backward" && <ForwardBackward locale={locale} />}
        </div>
        <section className="home-chapters" aria-label={words.chapters}>
          <h2>{words.chapters}</h2>
          <ol>
            {chapters.map(({ chapter }) => (
              <li key={chapter.slug}>
                <a href={asset(`${locale}/${chapter.slug}/`)}>
                  <h3>{chapter.frontMatter.title}</h3>
                  <p>{chapter.frontMatter.summary}</p>
                  <p className="meta">
                    {words.minutes(chapter.frontMatter.minutes)}
                    <ChapterMark keys={gradedKeys(chapter)} text={markText(words, chapter)} />
                  </p>
                </a>
              </li>
            ))}
          </ol>
        </section>
        {appendices.length > 0 && (
          <section className="home-chapters home-appendices" aria-label={words.appendices}>
            <h2>{words.appendices}</h2>
            <ol>
              {appendices.map(({ chapter }) => (
                <li key={chapter.slug}>
                  <a href={asset(`${locale}/${chapter.slug}/`)}>
                    <h3>{chapter.frontMatter.title}</h3>
                    <p>{chapter.frontMatter.summary}</p>
                  </a>
                </li>
              ))}
            </ol>
          </section>
        )}
        <p className="home-scratch">
          <a href={asset(`${locale}/${SCRATCH}/`)}>{words.scratch}</a> {words.scratchIntro}
        </p>
      </main>
      <ReaderDialogs locale={locale} />
      <Alive />
    </>
  );
}

/** The words for a chapter's mark, with a place for how many are solved. */
function markText(words: Messages, chapter: Chapter): string {
  return portable(words).progress.replace("{1}", String(gradedKeys(chapter).length));
}
