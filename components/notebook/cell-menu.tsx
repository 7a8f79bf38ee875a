"use client";

import { useRef } from "react";
import { useDismissible } from "../layout/dismissible";
import { MoreIcon } from "./icons";
import { focusCell } from "./navigation";
import { useNotebook } from "./notebook";

/** What else can be done from a cell on: folded away, closed by a choice, by Escape, or by a click elsewhere. */
export function CellMenu({ id }: { id: string }) {
  const { controller, words } = useNotebook();
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissible(menu);

  const choose = (command: () => unknown) => () => {
    if (menu.current) menu.current.open = false;
    const cell = command();
    // A new cell is where the reader goes on.
    if (typeof cell === "string") requestAnimationFrame(() => focusCell(cell));
  };
  const commands: [words: string, command: () => unknown][] = [
    [words.runAboveAll, () => controller.runAbove(id)],
    [words.runFromHere, () => controller.runFrom(id)],
    [words.addAbove, () => controller.addCell(id, "above")],
    [words.addBelow, () => controller.addCell(id, "below")],
    [words.duplicate, () => controller.duplicate(id)],
    ...(controller.isAuthors(id)
      ? []
      : ([
          [words.moveUp, () => controller.moveCell(id, "up")],
          [words.moveDown, () => controller.moveCell(id, "down")],
        ] as [string, () => unknown][])),
    [words.removeCell, () => controller.removeCell(id)],
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
        {commands.map(([name, command]) => (
          <button key={name} type="button" className="quiet-button" onClick={choose(command)}>
            {name}
          </button>
        ))}
      </div>
    </details>
  );
}
