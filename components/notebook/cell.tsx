"use client";

import { type ReactNode, useLayoutEffect, useState } from "react";
import { activity, cellOf, errorOf, isAtHome, placedAt, shownOutputs, type Truth } from "@/lib/notebook";
import { Outputs } from "../output/outputs";
import { CellConcern } from "../reader/lazy";
import { CellBar } from "./cell-bar";
import { CellChanges } from "./cell-changes";
import { CellCode } from "./cell-code";
import { focusCell, focusSoon, runAnd } from "./navigation";
import { useNotebook, useNotebookParts, useNotebookState } from "./notebook";
import { Notices } from "./notices";
import { TextCell } from "./text-cell";

const UNKNOWN: Truth = { validity: "fresh", notices: [] };

/** What the page's HTML holds of one of the author's cells: its code in its colours, and what that put out. */
interface AuthorsCell {
  id: string;
  title?: string;
  /** The author's code in its colours. */
  author: ReactNode;
  /** What that code put out when the site was built. */
  saved: ReactNode;
}

/**
 * The author's cells on this page. One that the reader has moved is drawn at another's place: by then all have been drawn
 * at their own.
 */
const authorsCells = new Map<string, AuthorsCell>();

/**
 * A cell of the chapter, with the cells that the reader has put above and below it. The author's code and its saved output
 * are in the page before any script has run.
 */
export function Cell({ id, title, author, saved }: AuthorsCell) {
  const { controller } = useNotebook();
  const { above, below, removed, home, gone } = useNotebookParts(({ arrangement, removals }) => {
    const last = removals.at(-1);
    return {
      above: placedAt(arrangement, id, "above"),
      below: placedAt(arrangement, id, "below"),
      removed: arrangement.removed.includes(id),
      home: isAtHome(arrangement, id),
      // One of the reader's own leaves no place of its own behind.
      gone: last?.place?.anchor === id && !controller.isAuthors(last.cell) ? last.cell : null,
    };
  });
  useLayoutEffect(() => {
    authorsCells.set(id, { id, title, author, saved });
  }, [id, title, author, saved]);
  return (
    <div className="cells">
      <PlacedCells ids={above} />
      {home ? (
        <OneCell key={id} id={id} title={title} author={author} saved={saved} />
      ) : (
        <AwayCell id={id} removed={removed} />
      )}
      <PlacedCells ids={below} />
      {gone !== null && <AwayCell id={gone} removed />}
    </div>
  );
}

/** Cells that the reader has written, or moved here. */
function PlacedCells({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <PlacedCell key={id} id={id} />);
}

function PlacedCell({ id }: { id: string }) {
  const { controller } = useNotebook();
  const kind = useNotebookState(() => controller.kind(id));
  if (kind === "markdown") return <TextCell id={id} />;
  const { title, author = null, saved = null } = authorsCells.get(id) ?? {};
  return <OneCell id={id} title={title} author={author} saved={saved} />;
}

/** What stands where the reader has taken out one of the author's cells, or moved it away. */
function AwayCell({ id, removed }: { id: string; removed: boolean }) {
  const { controller, words } = useNotebook();
  return (
    <p className="cell-away" data-away={removed ? "removed" : "moved"}>
      {removed ? words.removedCell(id) : words.movedCell(id)}{" "}
      {!removed && (
        <button type="button" className="quiet-button" onClick={() => focusCell(id)}>
          {words.goToIt}
        </button>
      )}
      <button
        type="button"
        className="quiet-button"
        onClick={() => focusSoon(removed ? controller.undoRemove(id) : controller.moveHome(id))}
      >
        {removed ? words.bringBack : words.moveHome}
      </button>
    </p>
  );
}

function OneCell({ id, title, author, saved }: AuthorsCell) {
  const { controller, words } = useNotebook();
  const isAuthors = controller.isAuthors(id);
  const code = controller.authorText(id);
  const { text, facts, doing, truth } = useNotebookParts((state) => ({
    text: state.edits[id] ?? code,
    facts: cellOf(state.session, id),
    doing: activity(state.session, id),
    truth: controller.truth().get(id) ?? UNKNOWN,
  }));
  const { validity: valid } = truth;
  const failed = errorOf(facts) !== null && valid === "evaluated";
  const hasRun = facts.ranCode !== null;
  const edited = isAuthors && text !== code;
  const [compared, setCompared] = useState(false);
  // What the build computed belongs to the author's text.
  const outdated = edited && !hasRun;
  // What stands there is of an earlier run; under a slider that is dragged it would flicker.
  const replaced = doing === "running" && facts.outputs.messages === 0 && !facts.byInput;

  return (
    <section
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
        onRun={(then) => runAnd(then, controller, id)}
      />
      <CellBar
        id={id}
        doing={doing}
        truth={outdated ? { ...truth, reason: "edited" } : truth}
        facts={facts}
        changes={edited ? { shown: compared, toggle: () => setCompared(!compared) } : null}
      />
      <CellConcern id={id} />
      {edited && compared && <CellChanges id={id} text={text} onClose={() => setCompared(false)} />}
      {truth.notices.length > 0 && <Notices notices={truth.notices} />}
      <Outputs
        cell={id}
        outputs={shownOutputs(facts)}
        running={doing === "running"}
        flooded={facts.outputs.flooded}
        stale={outdated || replaced || (hasRun && (valid === "stale" || valid === "aborted"))}
        saved={saved}
      />
    </section>
  );
}
