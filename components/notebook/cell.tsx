"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { activity, cellOf, errorOf, shownOutputs, validity } from "@/lib/notebook";
import { Outputs } from "../output/outputs";
import { CellBar } from "./cell-bar";
import { CellCode } from "./cell-code";
import { runAndAdvance } from "./navigation";
import { useNotebook, useNotebookState } from "./notebook";

/**
 * A cell of the chapter. `author` is the author's code in its colours, and `saved` is what that code put out when the
 * site was built: both are in the page before any script has run.
 */
export function Cell({
  id,
  title,
  author,
  saved,
}: {
  id: string;
  title?: string;
  author: ReactNode;
  saved: ReactNode;
}) {
  const { controller, words } = useNotebook();
  const code = controller.authorText(id);
  const text = useNotebookState((state) => state.edits[id] ?? code);
  const facts = useNotebookState((state) => cellOf(state.session, id));
  const doing = useNotebookState((state) => activity(state.session, id));
  const truth = useNotebookState((state) => validity(state.session, id, state.edits[id] ?? code).join(" "));
  const [valid, reason] = truth.split(" ") as [
    ReturnType<typeof validity>[0],
    ReturnType<typeof validity>[1],
  ];
  const failed = errorOf(facts) !== null && valid === "evaluated";
  const own = facts.ranCode !== null;
  // What the build computed belongs to the author's text.
  const outdated = !own && text !== code;
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = section.current;
    // A reader on the way to a cell will soon run it.
    const warm = () => controller.warm();
    const events = ["pointerover", "focusin", "touchstart"] as const;
    for (const name of events) element?.addEventListener(name, warm, { passive: true, once: true });
    return () => {
      for (const name of events) element?.removeEventListener(name, warm);
    };
  }, [controller]);

  return (
    <section
      ref={section}
      className="cell"
      id={`cell-${id}`}
      data-cell={id}
      data-activity={doing}
      // A click may have been heard before React came.
      suppressHydrationWarning
      data-validity={valid}
      data-failed={failed || undefined}
      aria-label={words.cell(id)}
    >
      {title && <p className="cell-title">{title}</p>}
      <CellCode
        id={id}
        text={text}
        author={text === code ? author : null}
        error={failed ? errorOf(facts) : null}
        onRun={(advance) => (advance ? runAndAdvance(controller, id) : controller.run(id))}
      />
      <CellBar
        id={id}
        doing={doing}
        valid={valid}
        reason={outdated ? "edited" : reason}
        facts={facts}
        edited={text !== code}
      />
      <Outputs
        cell={id}
        outputs={shownOutputs(facts)}
        running={doing === "running"}
        flooded={facts.outputs.flooded}
        stale={outdated || (own && (valid === "stale" || valid === "aborted"))}
        saved={saved}
      />
    </section>
  );
}
