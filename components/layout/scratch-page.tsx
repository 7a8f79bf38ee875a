import { SCRATCH, SCRATCH_CELL, SCRATCH_CODE } from "@/lib/content";
import { createHighlighter } from "@/lib/content/highlight";
import { type Locale, messages, portable } from "@/lib/i18n";
import { ExerciseLog } from "../exercise/log";
import { Still } from "../mdx/still";
import { Cell } from "../notebook/cell";
import { EarlyStart } from "../notebook/early-start";
import { KeySheet } from "../notebook/key-sheet";
import { NotebookProvider } from "../notebook/notebook";
import { NotebookPanel } from "../notebook/notebook-panel";
import { colouredCode } from "../notebook/static-code";
import { ReaderDialogs } from "../reader/dialogs";
import { ReaderNotices } from "../reader/lazy";
import { ReaderMenu } from "../reader/menu";
import { Alive } from "./alive";
import { ChapterMenu } from "./chapter-menu";
import { courseWords, otherLanguage } from "./course";
import { LanguageLink } from "./language-link";
import { asset } from "./site";
import { ThemeSwitch } from "./theme-switch";
import { themeWords } from "./theme-words";

/** A notebook of the reader's own: one cell to begin with, and no text but what the reader writes. */
export async function ScratchPage({ locale }: { locale: Locale }) {
  const words = messages(locale);
  const highlight = await createHighlighter();
  const cells = [
    { id: SCRATCH_CELL, code: SCRATCH_CODE, declares: ["x", "y"], uses: [], precompiled: undefined },
  ];
  const still = `${locale}/${SCRATCH}`;
  const brand = (
    <a className="brand" href={asset(`${locale}/`)}>
      {courseWords(locale).name}
    </a>
  );
  const tools = (
    <>
      <LanguageLink to={otherLanguage(locale)} path={`${SCRATCH}/`} name={words.language} />
      <ThemeSwitch words={themeWords(words)} />
    </>
  );
  return (
    <NotebookProvider chapter={SCRATCH} locale={locale} words={portable(words)} cells={cells}>
      <ExerciseLog keys={[]} renamed={{}}>
        <EarlyStart id={`${still}/kernel`} />
        <a className="skip" href="#main">
          {words.skipToContent}
        </a>
        <div className="page">
          <header className="topbar">
            {brand}
            <span className="spacer" />
            {tools}
            <ChapterMenu label={words.menu}>
              <NotebookPanel />
              <ReaderMenu />
            </ChapterMenu>
          </header>
          <aside className="rail only-wide" aria-label={words.menu}>
            {brand}
            <p className="rail-title">{words.scratch}</p>
            <NotebookPanel />
            <ReaderMenu />
            <div className="rail-foot rail-tools">{tools}</div>
          </aside>
          <main id="main" tabIndex={-1}>
            <article className="text-column">
              <header className="chapter-head">
                <h1>{words.scratch}</h1>
                <p className="summary">{words.scratchIntro}</p>
                <noscript>
                  <p className="note">{words.noScript}</p>
                </noscript>
                <p id="notebook-keys" className="visually-hidden">
                  {words.editorKeys}
                </p>
              </header>
              <div className="prose">
                <Cell
                  id={SCRATCH_CELL}
                  author={
                    <Still id={`${still}/${SCRATCH_CELL}/code`} as="span">
                      {colouredCode(highlight(SCRATCH_CODE, "typescript"))}
                    </Still>
                  }
                  saved={null}
                />
              </div>
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
