"use client";

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { activity, cellOf, errorOf, ownCells, shownOutputs, type Truth } from "@/lib/notebook";
import { Outputs } from "../output/outputs";
import { CellBar } from "./cell-bar";
import { CellCode } from "./cell-code";
import { runAndAdvance } from "./navigation";
import { useNotebook, useNotebookState } from "./notebook";
import { Notices } from "./notices";

const UNKNOWN: Truth = { validity: "fresh", notices: [] };

/**
 * A cell of the chapter, with the cells that the reader has put above and below it. `author` is the author's code in its
 * colours, and `saved` is what that code put out when the site was built: both are in the page before any script has
 * run.
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
  const above = useNotebookState((state) => ownCells(state.arrangement, id, "above").join(" "));
  const below = useNotebookState((state) => ownCells(state.arrangement, id, "below").join(" "));
  const removed = useNotebookState((state) => state.arrangement.removed.includes(id));
  return (
    <div className="cells">
      <OwnCells ids={above} />
      {removed ? (
        <RemovedCell id={id} />
      ) : (
        <OneCell key={id} id={id} title={title} author={author} saved={saved} />
      )}
      <OwnCells ids={below} />
    </div>
  );
}

/** Cells that the reader has written. */
function OwnCells({ ids }: { ids: string }) {
  if (ids === "") return null;
  return ids.split(" ").map((id) => <OneCell key={id} id={id} author={null} saved={null} />);
}

/** What stands where the reader has taken out one of the author's cells. */
function RemovedCell({ id }: { id: string }) {
  const { controller, words } = useNotebook();
  return (
    <p className="cell-removed">
      {words.removedCell(id)}{" "}
      <button type="button" className="quiet-button" onClick={() => controller.undoRemove(id)}>
        {words.bringBack}
      </button>
    </p>
  );
}

function OneCell({
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
  const isAuthors = controller.isAuthors(id);
  const code = controller.authorText(id);
  const text = useNotebookState((state) => state.edits[id] ?? code);
  const facts = useNotebookState((state) => cellOf(state.session, id));
  const doing = useNotebookState((state) => activity(state.session, id));
  // One string, so that the cell is drawn again only when it says something else.
  const said = useNotebookState(() => JSON.stringify(controller.truth().get(id) ?? UNKNOWN));
  const truth = useMemo(() => JSON.parse(said) as Truth, [said]);
  const { validity: valid } = truth;
  const failed = errorOf(facts) !== null && valid === "evaluated";
  const hasRun = facts.ranCode !== null;
  // What the build computed belongs to the author's text.
  const outdated = isAuthors && !hasRun && text !== code;
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
        truth={outdated ? { ...truth, reason: "edited" } : truth}
        facts={facts}
        edited={isAuthors && text !== code}
      />
      {truth.notices.length > 0 && <Notices notices={truth.notices} />}
      <Outputs
        cell={id}
        outputs={shownOutputs(facts)}
        running={doing === "running"}
        flooded={facts.outputs.flooded}
        stale={outdated || (hasRun && (valid === "stale" || valid === "aborted"))}
        saved={saved}
      />
    </section>
  );
}
