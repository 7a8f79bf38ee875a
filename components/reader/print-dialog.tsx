"use client";

import { useEffect, useState } from "react";
import { useNotebook } from "../notebook/notebook";
import { loadCourse } from "./course-search";
import type { DialogProps } from "./dialogs";
import { printBook } from "./print-book";
import { Sheet } from "./sheet";
import { useReaderWords, WithReaderWords } from "./words";

/** What is to be printed, and with which answers. */
export default function PrintDialog({ locale, onClose }: DialogProps) {
  return (
    <WithReaderWords locale={locale}>
      <PrintSheet onClose={onClose} />
    </WithReaderWords>
  );
}

function PrintSheet({ onClose }: { onClose(): void }) {
  const words = useReaderWords();
  const { locale, words: common } = useNotebook();
  const [whole, setWhole] = useState(false);
  const [answers, setAnswers] = useState(false);
  const [state, setState] = useState<"printing" | "failed" | null>(null);

  // The dialog itself is gone from the page before anything is printed.
  useEffect(() => {
    if (state !== "printing") return;
    const heading = answers ? words.printAnswersTitle : null;
    const chapters = whole
      ? loadCourse(locale).then(({ course }) =>
          course.chapters.filter(({ appendix }) => !appendix).map(({ slug }) => slug),
        )
      : null;
    Promise.resolve(chapters)
      .then((slugs) => printBook({ chapters: slugs, locale, answers: heading }))
      .then(onClose, () => setState("failed"));
  }, [state, whole, answers, locale, words, onClose]);

  return (
    <Sheet title={words.printTitle} close={common.close} onClose={onClose}>
      <fieldset className="print-choice">
        <legend>{words.printWhat}</legend>
        <Choice name="what" text={words.printChapter} checked={!whole} choose={() => setWhole(false)} />
        <Choice name="what" text={words.printCourse} checked={whole} choose={() => setWhole(true)} />
      </fieldset>
      <fieldset className="print-choice">
        <legend>{words.printAnswers}</legend>
        <Choice
          name="answers"
          text={words.printWithout}
          checked={!answers}
          choose={() => setAnswers(false)}
        />
        <Choice name="answers" text={words.printAtEnd} checked={answers} choose={() => setAnswers(true)} />
      </fieldset>
      <p className="concern-choices">
        <button
          type="button"
          className="reader-button"
          disabled={state === "printing"}
          onClick={() => setState("printing")}
        >
          {words.printNow}
        </button>
      </p>
      <p role="status" className="reader-said">
        {state === "printing" && whole && words.printWaits}
        {state === "failed" && words.printFailed}
      </p>
    </Sheet>
  );
}

function Choice({
  name,
  text,
  checked,
  choose,
}: {
  name: string;
  text: string;
  checked: boolean;
  choose(): void;
}) {
  return (
    <label>
      <input type="radio" name={name} checked={checked} onChange={choose} /> {text}
    </label>
  );
}
