"use client";

import { type FormEvent, Fragment, type ReactNode, useId, useState } from "react";
import type { ChoiceExercise, CodeExercise, Exercise, PredictExercise } from "@/lib/exercise";
import { useNotebook } from "../notebook/notebook";
import { StaticCode } from "../notebook/static-code";
import { OrderFields } from "./order-fields";
import type { Answering } from "./use-answer";

interface Props<Kind = Exercise<ReactNode>> {
  exercise: Kind;
  answering: Answering;
  /** The id of the live region. */
  feedback: string;
  note?: string | undefined;
}

/** The answer that the reader has before touching anything. */
export function initialText(exercise: Exercise): string {
  if (exercise.kind === "order") return exercise.shown.join(" ");
  return exercise.kind === "code" ? exercise.starter : "";
}

/** Where the answer is given, and the button that has it checked. */
export function AnswerFields(props: Props) {
  const { exercise, answering } = props;
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void answering.check();
  }
  if (exercise.kind === "predict") return <PredictFields {...props} exercise={exercise} />;
  return (
    <form className="exercise-form" onSubmit={onSubmit} noValidate>
      <Fields {...props} />
      <CheckButton answering={answering} />
      {props.note && <span className="exercise-tolerance">{props.note}</span>}
    </form>
  );
}

function Fields(props: Props): ReactNode {
  const { exercise, answering } = props;
  const { kit } = answering;
  switch (exercise.kind) {
    case "numeric":
    case "expr":
      return <TextField {...props} />;
    case "choice":
      return <OptionFields {...props} exercise={exercise} />;
    case "order":
      return <OrderFields exercise={exercise} answering={answering} feedback={props.feedback} />;
    case "code":
      return <ProgramFields {...props} exercise={exercise} />;
    case "sketch":
      return (
        <div className="exercise-sketch">
          {kit && <kit.SketchField {...props} exercise={exercise} words={kit.words} />}
        </div>
      );
  }
}

/** The program as it is; an editor takes its place when the reader comes to change it. */
function ProgramFields({ exercise, answering, feedback }: Props<CodeExercise<ReactNode>>) {
  const { words } = useNotebook();
  const [editing, setEditing] = useState(false);
  const { kit, text } = answering;
  const changed = text !== exercise.starter;
  return (
    <div className="exercise-program">
      <div className="code-shell" hidden={editing}>
        <StaticCode
          lines={text.split("\n").length}
          role="textbox"
          aria-multiline
          aria-readonly
          aria-label={words.yourAnswer}
          aria-describedby={feedback}
          tabIndex={0}
          onClick={() => setEditing(kit !== null)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            setEditing(kit !== null);
          }}
        >
          <span hidden={changed}>{exercise.drawing}</span>
          {changed && text}
        </StaticCode>
      </div>
      {kit && (
        <kit.ProgramField
          exercise={exercise}
          answering={answering}
          words={kit.words}
          editing={editing}
          setEditing={setEditing}
        />
      )}
    </div>
  );
}

export function CheckButton({ answering }: { answering: Answering }) {
  const { words } = useNotebook();
  return (
    <button type="submit" className="exercise-check" aria-disabled={answering.busy || undefined}>
      {words.check}
    </button>
  );
}

function TextField({ exercise, answering, feedback }: Props) {
  const { words } = useNotebook();
  const { state } = answering;
  const field = useId();
  return (
    <Fragment>
      <label htmlFor={field} className="visually-hidden">
        {words.yourAnswer}
      </label>
      <input
        id={field}
        className={exercise.kind === "expr" ? "is-wide" : undefined}
        type="text"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={answering.text}
        aria-invalid={state === "wrong" || state === "unreadable" || undefined}
        aria-describedby={feedback}
        onChange={(event) => answering.setText(event.target.value)}
      />
    </Fragment>
  );
}

function OptionFields({ exercise, answering, feedback }: Props<ChoiceExercise<ReactNode>>) {
  const { words } = useNotebook();
  const { text, setText, said } = answering;
  const group = useId();
  const chosen = text.split(" ").filter((word) => word !== "");
  function choose(index: number, on: boolean) {
    if (!exercise.many) setText(String(index));
    else {
      const others = chosen.map(Number).filter((one) => one !== index);
      setText((on ? [...others, index] : others).sort((a, b) => a - b).join(" "));
    }
  }
  return (
    <fieldset className="exercise-options" aria-describedby={feedback}>
      <legend className={exercise.many ? "exercise-legend" : "visually-hidden"}>
        {exercise.many ? words.chooseMany : words.yourAnswer}
      </legend>
      {exercise.shown.map((index) => {
        const option = exercise.options[index];
        const checked = chosen.includes(String(index));
        const judged = checked && (said?.kind === "right" || said?.kind === "wrong");
        const mark = judged || (said?.kind === "revealed" && option?.right);
        return (
          <label key={index} data-mark={mark ? (option?.right ? "right" : "wrong") : undefined}>
            <input
              type={exercise.many ? "checkbox" : "radio"}
              name={group}
              checked={checked}
              onChange={(event) => choose(index, event.target.checked)}
            />
            <span>{option?.text}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function PredictFields({ exercise, answering, feedback }: Props<PredictExercise<ReactNode>>) {
  const { words } = useNotebook();
  const { kit, progress, text, setText } = answering;
  const group = useId();
  const guessed = progress.guess;
  // What happens is said once the reader has seen it happen.
  const [seen, setSeen] = useState(false);
  const shown = guessed ?? text;
  return (
    <form
      className="exercise-form"
      onSubmit={(event) => {
        event.preventDefault();
        void answering.check();
      }}
      noValidate
    >
      {exercise.options.length === 0 ? (
        <textarea
          aria-label={words.yourAnswer}
          aria-describedby={feedback}
          rows={2}
          readOnly={guessed !== null}
          value={shown}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <fieldset className="exercise-options" disabled={guessed !== null} aria-describedby={feedback}>
          <legend className="visually-hidden">{words.yourAnswer}</legend>
          {exercise.shown.map((index) => {
            const option = exercise.options[index];
            return (
              <label key={index} data-mark={seen && option?.right ? "right" : undefined}>
                <input
                  type="radio"
                  name={group}
                  checked={shown === String(index)}
                  onChange={() => setText(String(index))}
                />
                <span>{option?.text}</span>
              </label>
            );
          })}
        </fieldset>
      )}
      {guessed === null ? (
        <button type="submit" className="exercise-check">
          {words.guess}
        </button>
      ) : (
        kit && <kit.AfterGuess exercise={exercise} words={kit.words} onRun={() => setSeen(true)} />
      )}
      <div className="exercise-solution" hidden={!seen || exercise.solution === undefined}>
        {exercise.solution}
      </div>
    </form>
  );
}
