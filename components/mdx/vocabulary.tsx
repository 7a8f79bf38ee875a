import type { Root } from "hast";
import type { Components } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import type { Exercise, Tolerance } from "@/lib/exercise";
import { EXAMPLE, runNetwork } from "@/lib/figures/network";
import { type Locale, messages } from "@/lib/i18n";
import { Blank } from "../exercise/blank";
import { ExerciseBlock } from "../exercise/exercise";
import { InteractiveFigure } from "../figures/interactive-figure";
import { isFigureName } from "../figures/loaders";
import { NetworkDiagram } from "../figures/network-diagram";
import type { CompiledChapter } from "../layout/compiled";
import { course } from "../layout/course";
import { pictureFolder } from "../layout/pictures";
import { asset } from "../layout/site";
import { Cell } from "../notebook/cell";
import { colouredCode } from "../notebook/static-code";
import { SavedOutputs } from "../output/saved-outputs";
import { drawExercise } from "./draw-exercise";
import { Still } from "./still";

/** What a tag of a chapter gives its component: plain strings, and what stands inside. */
interface TagProps {
  id?: string;
  name?: string;
  alt?: string;
  caption?: string;
  state?: string;
  summary?: string;
  src?: string;
  title?: string;
  language?: string;
  className?: string;
  children?: ReactNode;
}

/** The closed vocabulary: for each element that stands for a tag or fenced code, the component that draws it. */
export function vocabulary({ chapter, runs }: CompiledChapter): Components {
  const words = messages(chapter.locale);
  const still = `${chapter.locale}/${chapter.slug}`;
  const saved = (id: string) => {
    const outputs = runs[id]?.outputs ?? [];
    if (outputs.length === 0) return null;
    return (
      <Still id={`${still}/${id}/output`}>
        <SavedOutputs id={id} outputs={outputs} words={words} />
      </Still>
    );
  };
  const tags: Record<string, (props: TagProps) => ReactNode> = {
    "gb-cell": ({ id = "" }) => {
      const cell = chapter.cells.find((one) => one.id === id);
      if (!cell) return null;
      return (
        <Cell
          id={id}
          title={cell.title}
          author={
            <Still id={`${still}/${id}/code`} as="span">
              {cell.highlighted ? colouredCode(cell.highlighted) : cell.code}
            </Still>
          }
          saved={saved(id)}
        />
      );
    },
    "gb-listing": ({ title, language, children }) => (
      <figure className={language === "mdx" ? "listing wraps" : "listing"}>
        {title && <figcaption>{title}</figcaption>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must be able to get there */}
        <pre className="code" tabIndex={0}>
          <code>{children}</code>
        </pre>
      </figure>
    ),
    img: ({ src = "", alt }) => (
      // biome-ignore lint/performance/noImgElement: a static site has no server that makes pictures smaller
      <img src={pictureAddress(chapter.locale, src)} alt={alt} loading="lazy" />
    ),
    "gb-problem": ({ title, children }) => (
      <div className="author-problem" role="alert">
        <code>{title}</code> {children}
      </div>
    ),
    "gb-aside": ({ children }) => (
      <aside className="aside" aria-label={words.aside}>
        {children}
      </aside>
    ),
    "gb-difference": ({ children }) => (
      <div className="note" role="note">
        <p className="note-label">{words.difference}</p>
        {children}
      </div>
    ),
    "gb-key": ({ children }) => <div className="key">{children}</div>,
    "gb-beside": ({ className = "", children }) => <div className={`beside ${className}`}>{children}</div>,
    "gb-details": ({ summary, children }) => (
      <details className="details">
        <summary>{summary}</summary>
        {children}
      </details>
    ),
    "gb-figure": ({ id, name = "", alt, caption, state }) => {
      if (isFigureName(name))
        return (
          <InteractiveFigure
            {...{ label: id, name, alt, caption, still, locale: chapter.locale }}
            text={state}
          />
        );
      return (
        <figure className="figure">
          <div role="img" aria-label={alt}>
            <NetworkDiagram run={runNetwork(EXAMPLE)} show="weights" />
          </div>
          <figcaption>{caption}</figcaption>
        </figure>
      );
    },
    "gb-exercise": ({ id }) => {
      const written = chapter.exercises.find((one) => one.id === id);
      if (!written) return null;
      // What readers are never to see does not go into the page, but for an author who is writing it.
      const hidden = course.solutions === "never" && process.env.NODE_ENV !== "development";
      const exercise = hidden ? { ...written, solution: undefined } : written;
      // Where only the number itself will do there is no distance to speak of.
      const note =
        exercise.kind === "numeric" && exercise.tolerance.value > 0
          ? words.tolerance(toleranceText(exercise.tolerance))
          : undefined;
      return (
        <ExerciseBlock
          exercise={drawExercise(exercise, `${still}/${exercise.id}`, tags)}
          number={numberOf(chapter, written)}
          note={note}
          solutions={course.solutions}
        />
      );
    },
    "gb-blank": ({ id }) => {
      const exercise = chapter.exercises.find((one) => one.id === id);
      if (exercise?.kind !== "numeric") return null;
      const drawn = drawExercise(exercise, `${still}/${exercise.id}`, tags);
      return drawn.kind === "numeric" ? (
        <Blank exercise={drawn} number={numberOf(chapter, exercise)} solutions={course.solutions} />
      ) : null;
    },
  };
  return tags as Components;
}

/** Exercises and blanks are counted apart, from 1. */
function numberOf({ exercises }: CompiledChapter["chapter"], exercise: Exercise<Root>): number {
  const isBlank = (one: Exercise<Root>) => one.kind === "numeric" && one.inline;
  const alike = exercises.filter((one) => isBlank(one) === isBlank(exercise) && one.kind !== "predict");
  return alike.indexOf(exercise) + 1;
}

function toleranceText({ kind, value }: Tolerance): string {
  return kind === "absolute" ? String(value) : `${Number((value * 100).toPrecision(6))}%`;
}

function pictureAddress(locale: Locale, src: string): string {
  const path = src.replace(/^\.\//, "");
  return asset(`pictures/${pictureFolder(locale, path)}/${path}`);
}
