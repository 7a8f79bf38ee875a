"use client";

import { useRef } from "react";
import { useDismissible } from "../layout/dismissible";
import { openDialog } from "../reader/open";
import { MoreIcon } from "./icons";
import { editSoon, focusSoon } from "./navigation";
import { useNotebook, useNotebookState } from "./notebook";

interface Command {
  name: string;
  /** A string is the cell where the reader goes on. */
  run(): unknown;
}

/** What else can be done from a cell on: folded away, closed by a choice, by Escape, or by a click elsewhere. */
export function CellMenu({ id }: { id: string }) {
  const { controller, words } = useNotebook();
  const edited = useNotebookState((state) => state.edits[id] !== undefined && controller.isAuthors(id));
  const kind = useNotebookState(() => controller.kind(id));
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissible(menu);

  const choose = (command: () => unknown) => () => {
    if (menu.current) menu.current.open = false;
    const cell = command();
    if (typeof cell === "string") focusSoon(cell);
  };
  const turn = () => {
    controller.turnInto(id, kind === "code" ? "markdown" : "code");
    return id;
  };
  const mine = !controller.isAuthors(id);
  const groups: Command[][] = [
    [
      { name: words.runAboveAll, run: () => controller.runAbove(id) },
      { name: words.runFromHere, run: () => controller.runFrom(id) },
    ],
    [
      { name: words.addAbove, run: () => controller.addCell(id, "above") },
      { name: words.addBelow, run: () => controller.addCell(id, "below") },
      { name: words.addText, run: () => editSoon(controller.addCell(id, "below", "", "markdown")) },
    ],
    [
      ...(edited ? [{ name: words.resetCell, run: () => controller.reset(id) }] : []),
      ...(mine ? [{ name: kind === "code" ? words.toMarkdown : words.toCode, run: turn }] : []),
      { name: words.duplicate, run: () => controller.duplicate(id) },
      { name: words.moveUp, run: () => controller.moveCell(id, "up") },
      { name: words.moveDown, run: () => controller.moveCell(id, "down") },
      { name: words.earlierVersions, run: () => openDialog("history", id) },
      { name: words.removeCell, run: () => controller.removeCell(id) },
    ],
  ];
  return (
    <details className="cell-menu" ref={menu}>
      <summary
        className="quiet-button"
        aria-label={`${words.moreCommands} · ${words.cell(id)}`}
        title={words.moreCommands}
      >
        <MoreIcon />
      </summary>
      <div className="cell-menu-list">
        {groups.map((commands) => (
          <div key={commands[0]?.name} className="cell-menu-group">
            {commands.map(({ name, run }) => (
              <button key={name} type="button" className="quiet-button" onClick={choose(run)}>
                {name}
              </button>
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}
