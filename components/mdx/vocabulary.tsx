import type { Root } from "hast";
import type { Components } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import type { NumericExercise } from "@/lib/exercise";
import { EXAMPLE, runNetwork } from "@/lib/figures/network";
import { messages } from "@/lib/i18n";
import { Numeric } from "../exercise/numeric";
import { InteractiveFigure } from "../figures/interactive-figure";
import { isFigureName } from "../figures/loaders";
import { NetworkDiagram } from "../figures/network-diagram";
import type { CompiledChapter } from "../layout/compiled";
import { Cell } from "../notebook/cell";
import { colouredCode } from "../notebook/static-code";
import { SavedOutputs } from "../output/saved-outputs";
import { renderText } from "./rich-text";
import { Still } from "./still";

/** What a tag of a chapter gives its component: plain strings, and what stands inside. */
interface TagProps {
  id?: string;
  name?: string;
  alt?: string;
  caption?: string;
  state?: string;
  summary?: string;
  title?: string;
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
    "gb-listing": ({ title, children }) => (
      <figure className="listing">
        {title && <figcaption>{title}</figcaption>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must be able to get there */}
        <pre className="code" tabIndex={0}>
          <code>{children}</code>
        </pre>
      </figure>
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
    "gb-figure": ({ name = "", alt, caption, state }) => {
      if (isFigureName(name))
        return <InteractiveFigure {...{ name, alt, caption, still, locale: chapter.locale }} text={state} />;
      return (
        <figure className="figure">
          <div role="img" aria-label={alt}>
            <NetworkDiagram run={runNetwork(EXAMPLE)} show="weights" />
          </div>
          <figcaption>{caption}</figcaption>
        </figure>
      );
    },
    "gb-numeric": ({ id }) => {
      const index = chapter.exercises.findIndex((one) => one.id === id);
      const exercise = chapter.exercises[index];
      return exercise ? (
        <Numeric exercise={rendered(exercise, `${still}/${exercise.id}`)} number={index + 1} />
      ) : null;
    },
  };
  return tags as Components;
}

/** The exercise with its rich texts drawn: the page's scripts need no renderer. */
function rendered(exercise: NumericExercise<Root>, still: string): NumericExercise<ReactNode> {
  const draw = (root: Root, name: string) => <Still id={`${still}/${name}`}>{renderText(root)}</Still>;
  return {
    ...exercise,
    prompt: draw(exercise.prompt, "prompt"),
    wrong: exercise.wrong.map((wrong, index) => ({ ...wrong, why: draw(wrong.why, `why-${index}`) })),
    hints: exercise.hints.map((hint, index) => draw(hint, `hint-${index}`)),
    solution: exercise.solution && draw(exercise.solution, "solution"),
  };
}
