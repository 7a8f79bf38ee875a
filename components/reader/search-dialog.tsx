"use client";

import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/i18n";
import type { CourseSearch, ExcerptPiece, Hit } from "@/lib/search";
import { asset } from "../layout/site";
import { loadCourse } from "./course-search";
import type { DialogProps } from "./dialogs";
import { useReaderWords, WithReaderWords } from "./words";

/** Finds sections of the course, in the page's language first. */
export default function SearchDialog({ locale, onClose }: DialogProps) {
  return (
    <WithReaderWords locale={locale}>
      <SearchSheet locale={locale} onClose={onClose} />
    </WithReaderWords>
  );
}

function otherLocale(locale: Locale): Locale {
  return locale === "zh" ? "en" : "zh";
}

/** What was last looked for on this page: whoever comes back goes on there. */
let lastQuery = "";

function SearchSheet({ locale, onClose }: { locale: Locale; onClose(): void }) {
  const words = useReaderWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(lastQuery);
  const [language, setLanguage] = useState(locale);
  const courses = useCourses(locale);
  // Letters appear at once; the list follows.
  const asked = useDeferredValue(query.trim());
  const here = courses?.[language];
  const hits = useMemo(() => here?.find(asked) ?? [], [here, asked]);
  const other = otherLocale(language);
  const elsewhere = useMemo(() => courses?.[other]?.find(asked).length ?? 0, [courses, other, asked]);
  const suggestion = hits.length === 0 ? here?.suggestion(asked) : null;

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    field.current?.select();
  }, []);

  const look = (text: string) => {
    lastQuery = text;
    setQuery(text);
  };
  /** Arrow keys go from the field through the places that were found, and back. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const links = [...(dialog.current?.querySelectorAll<HTMLElement>("a[data-hit]") ?? [])];
    const place = links.indexOf(document.activeElement as HTMLElement);
    // Browsers would empty the field first, and close the dialog at the second press.
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.current?.close();
    } else if (event.key === "Enter" && document.activeElement === field.current) {
      event.preventDefault();
      links[0]?.click();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = place + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? field.current : links[Math.min(next, links.length - 1)])?.focus();
    }
  };
  return (
    <dialog
      ref={dialog}
      className="key-sheet search-sheet"
      aria-label={words.searchTitle}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <search>
        <input
          ref={field}
          type="search"
          className="search-field"
          value={query}
          placeholder={words.searchTitle}
          aria-label={words.searchFor}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => look(target.value)}
        />
      </search>
      <p className="reader-note" role="status">
        {courses === null
          ? words.searchFailed
          : asked === ""
            ? words.searchHint
            : hits.length > 0
              ? words.searchHits(hits.length)
              : words.searchNone}
      </p>
      {suggestion && (
        <button type="button" className="quiet-button" onClick={() => look(suggestion)}>
          {words.searchInstead(suggestion)}
        </button>
      )}
      <HitList hits={hits} language={language} onFollow={() => dialog.current?.close()} />
      {asked !== "" && elsewhere > 0 && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            setLanguage(other);
            field.current?.focus();
          }}
        >
          {language === locale ? words.searchOther(elsewhere) : words.searchBack(elsewhere)}
        </button>
      )}
    </dialog>
  );
}

/** The course in its languages, first the page's; undefined until that is there, null if it cannot be had. */
function useCourses(locale: Locale): Partial<Record<Locale, CourseSearch>> | null | undefined {
  const [courses, setCourses] = useState<Partial<Record<Locale, CourseSearch>> | null>();
  useEffect(() => {
    let wanted = true;
    const take = (language: Locale, course: CourseSearch) =>
      wanted && setCourses((before) => ({ ...before, [language]: course }));
    loadCourse(locale).then(
      (own) => {
        take(locale, own);
        const other = otherLocale(locale);
        // The other language is an offer: where it cannot be had there is none.
        if (own.course.languages.includes(other))
          loadCourse(other).then(
            (course) => take(other, course),
            () => undefined,
          );
      },
      () => wanted && setCourses(null),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return courses;
}

function HitList({ hits, language, onFollow }: { hits: readonly Hit[]; language: Locale; onFollow(): void }) {
  return (
    <ol className="search-hits" lang={LANGUAGE_TAG[language]}>
      {hits.map(({ chapter, chapterTitle, id, title, excerpt }) => (
        <li key={`${chapter}#${id}`}>
          <a
            data-hit
            href={asset(`${language}/${chapter}/`) + (id === "" ? "" : `#${id}`)}
            onClick={onFollow}
          >
            <span className="search-where">{id === "" ? "" : chapterTitle}</span>
            <span className="search-title">
              <Pieces pieces={title} />
            </span>
            <span className="search-excerpt">
              <Pieces pieces={excerpt} />
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}

function Pieces({ pieces }: { pieces: readonly ExcerptPiece[] }) {
  return pieces.map(({ text, marked }, place) =>
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
      <mark key={place}>{text}</mark>
    ) : (
      text
    ),
  );
}
