import { Fragment } from "react";
import { messages, portable } from "@/lib/i18n";
import { gradedKeys, renamedKeys } from "../exercise/graded";
import { ExerciseLog, ExerciseSummary } from "../exercise/log";
import { ChapterBody } from "../mdx/chapter-body";
import { EarlyStart } from "../notebook/early-start";
import { KeySheet } from "../notebook/key-sheet";
import { NotebookProvider } from "../notebook/notebook";
import { NotebookPanel } from "../notebook/notebook-panel";
import { ReaderDialogs } from "../reader/dialogs";
import { ReaderNotices } from "../reader/lazy";
import { ReaderMenu } from "../reader/menu";
import { Alive } from "./alive";
import { ChapterMenu } from "./chapter-menu";
import { ChapterTurn, type Neighbours } from "./chapter-turn";
import type { CompiledChapter } from "./compiled";
import { courseWords, otherLanguage } from "./course";
import { LanguageLink } from "./language-link";
import { ScrollRegions } from "./scroll-regions";
import { SectionList } from "./section-list";
import { asset } from "./site";
import { ThemeSwitch } from "./theme-switch";
import { themeWords } from "./theme-words";

/** A chapter with all that surrounds it. */
export function ChapterPage({
  compiled,
  needs,
  neighbours,
}: {
  compiled: CompiledChapter;
  /** The chapters to be read before. */
  needs: readonly CompiledChapter[];
  neighbours: Neighbours;
}) {
  const { chapter, runs } = compiled;
  const { locale, slug, frontMatter } = chapter;
  const words = messages(locale);
  const cells = chapter.cells.map(({ id, code }) => ({
    id,
    code,
    formerly: formerly(frontMatter.aliases, "cell-", id),
    declares: runs[id]?.declares ?? [],
    uses: runs[id]?.precompiled?.uses ?? [],
    precompiled: runs[id]?.precompiled,
  }));
  const sections = chapter.sections.map(({ id, title, depth }) => ({ id, title, depth }));
  const brand = (
    <a className="brand" href={asset(`${locale}/`)}>
      {courseWords(locale).name}
    </a>
  );
  const tools = (
    <>
      <LanguageLink to={otherLanguage(locale)} path={`${slug}/`} name={words.language} />
      <ThemeSwitch words={themeWords(words)} />
    </>
  );
  return (
    <NotebookProvider chapter={slug} locale={locale} words={portable(words)} cells={cells}>
      <ExerciseLog keys={gradedKeys(chapter)} renamed={renamedKeys(chapter)}>
        <EarlyStart id={`${locale}/${slug}/kernel`} />
        <a className="skip" href="#main">
          {words.skipToContent}
        </a>
        <div className="page">
          <header className="topbar">
            {brand}
            <span className="spacer" />
            {tools}
            <ChapterMenu label={words.menu}>
              <SectionList sections={sections} label={words.sections} />
              <NotebookPanel />
              <ReaderMenu />
              <ExerciseSummary />
            </ChapterMenu>
          </header>
          <aside className="rail only-wide" aria-label={words.menu}>
            {brand}
            <p className="rail-title">{frontMatter.title}</p>
            <SectionList sections={sections} label={words.sections} chapter={slug} />
            <NotebookPanel />
            <ReaderMenu />
            <ExerciseSummary />
            <div className="rail-foot rail-tools">{tools}</div>
          </aside>
          <main id="main" tabIndex={-1}>
            <article className="text-column">
              <header className="chapter-head">
                <h1>{frontMatter.title}</h1>
                <p className="summary">{frontMatter.summary}</p>
                <p className="meta">{words.minutes(frontMatter.minutes)}</p>
                {needs.length > 0 && (
                  <p className="meta">
                    {words.needs}{" "}
                    {needs.map(({ chapter: needed }, index) => (
                      <Fragment key={needed.slug}>
                        {index > 0 && " · "}
                        <a href={asset(`${locale}/${needed.slug}/`)}>{needed.frontMatter.title}</a>
                      </Fragment>
                    ))}
                  </p>
                )}
                <div className="goals">
                  <h2>{words.goals}</h2>
                  <ul>
                    {frontMatter.goals.map((goal) => (
                      <li key={goal}>{goal}</li>
                    ))}
                  </ul>
                </div>
                <noscript>
                  <p className="note">{words.noScript}</p>
                </noscript>
                <p id="notebook-keys" className="visually-hidden">
                  {words.editorKeys}
                </p>
              </header>
              <div className="prose">
                <ChapterBody compiled={compiled} />
                <ScrollRegions />
              </div>
              <ChapterTurn locale={locale} {...neighbours} />
            </article>
          </main>
        </div>
        <KeySheet />
        <ReaderNotices />
        <ReaderDialogs locale={locale} />
        <Alive />
      </ExerciseLog>
    </NotebookProvider>
  );
}

/** The ids that a cell had before. */
function formerly(aliases: Readonly<Record<string, string>>, kind: string, id: string): string[] {
  return Object.entries(aliases).flatMap(([from, to]) => (to === kind + id ? [from.slice(kind.length)] : []));
}
