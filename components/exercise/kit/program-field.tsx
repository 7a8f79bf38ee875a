import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CodeExercise } from "@/lib/exercise";
import type { ExerciseWords } from "@/lib/i18n";
import type { EditorFactory, EditorHandle } from "../../editor";
import { asset, STORAGE_NAME } from "../../layout/site";
import { useNotebook } from "../../notebook/notebook";
import type { Answering } from "../use-answer";

/** The editor of a program, once it is wanted, and what else can be done with the program. */
export function ProgramField({
  exercise,
  answering,
  words,
  editing,
  setEditing,
}: {
  exercise: CodeExercise<ReactNode>;
  answering: Answering;
  words: ExerciseWords;
  editing: boolean;
  setEditing(editing: boolean): void;
}) {
  const { locale } = useNotebook();
  const { text, setText, name } = answering;
  const [factory, setFactory] = useState<EditorFactory | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const latest = useRef({ text, answering });
  latest.current = { text, answering };
  const draft = `${STORAGE_NAME}:draft:${name}`;

  // What was written and not checked yet is there again after a reload.
  useEffect(() => {
    const kept = storedDraft(draft);
    if (kept !== null && kept !== latest.current.text) setText(kept);
  }, [draft, setText]);

  useEffect(() => {
    if (!editing) return;
    let gone = false;
    void import("../../editor")
      .then(({ loadEditor }) => loadEditor(locale, asset("")))
      .then((loaded) => gone || setFactory(loaded));
    return () => {
      gone = true;
    };
  }, [editing, locale]);

  useLayoutEffect(() => {
    if (!factory || !host.current) return;
    const handle = factory.create({
      key: name,
      element: host.current,
      value: latest.current.text,
      language: "typescript",
      label: words.program,
      onChange: (value) => {
        if (value === latest.current.text) return;
        latest.current.answering.setText(value);
        keepDraft(draft, value);
      },
      onCommand: {
        run: () => void latest.current.answering.check(),
        escape: () => {
          document
            .getElementById(`exercise-${exercise.id}`)
            ?.querySelector<HTMLElement>(".exercise-check")
            ?.focus();
        },
        upFromFirstLine: () => undefined,
        downFromLastLine: () => undefined,
      },
    });
    editor.current = handle;
    handle.focus();
    return () => {
      editor.current = null;
      handle.dispose();
    };
  }, [factory, name, words, draft, exercise.id]);

  useEffect(() => {
    if (editor.current && editor.current.getValue() !== text) editor.current.setValue(text);
  }, [text]);

  return (
    <>
      {editing && (
        <div className="code-shell" data-editing>
          <div ref={host} className="code-editor" />
        </div>
      )}
      <p className="exercise-program-tools">
        {!editing && (
          <button type="button" className="quiet-button" onClick={() => setEditing(true)}>
            {words.editProgram}
          </button>
        )}
        {text !== exercise.starter && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              setText(exercise.starter);
              keepDraft(draft, exercise.starter);
            }}
          >
            {words.startOver}
          </button>
        )}
      </p>
    </>
  );
}

function storedDraft(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keepDraft(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Without storage the program lasts as long as the page.
  }
}
