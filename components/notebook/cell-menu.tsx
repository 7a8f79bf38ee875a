"use client";

import { useEffect, useRef } from "react";
import { MoreIcon } from "./icons";
import { editSoon, focusSoon } from "./navigation";
import { useNotebook, useNotebookState } from "./notebook";

/** What else can be done from a cell on: folded away, closed by a choice, by Escape, or by a click elsewhere. */
export function CellMenu({ id }: { id: string }) {
  const { controller, words } = useNotebook();
  const edited = useNotebookState((state) => state.edits[id] !== undefined && controller.isAuthors(id));
  const kind = useNotebookState(() => controller.kind(id));
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const details = menu.current;
    if (!details) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    const onClick = ({ target }: MouseEvent) => {
      if (details.open && target instanceof Node && !details.contains(target)) details.open = false;
    };
    details.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      details.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, []);

  const choose = (command: () => unknown) => () => {
    if (menu.current) menu.current.open = false;
    const cell = command();
    // A cell that is new, or elsewhere now, is where the reader goes on.
    if (typeof cell === "string") focusSoon(cell);
  };
  const turn = () => {
    controller.turnInto(id, kind === "code" ? "markdown" : "code");
    return id;
  };
  const commands: [words: string, command: () => unknown][] = [
    [words.runAboveAll, () => controller.runAbove(id)],
    [words.runFromHere, () => controller.runFrom(id)],
    [words.addAbove, () => controller.addCell(id, "above")],
    [words.addBelow, () => controller.addCell(id, "below")],
    [words.addText, () => editSoon(controller.addCell(id, "below", "", "markdown"))],
    [words.duplicate, () => controller.duplicate(id)],
    ...(edited ? ([[words.resetCell, () => controller.reset(id)]] as [string, () => unknown][]) : []),
    [words.moveUp, () => controller.moveCell(id, "up")],
    [words.moveDown, () => controller.moveCell(id, "down")],
    ...(controller.isAuthors(id)
      ? []
      : ([[kind === "code" ? words.toMarkdown : words.toCode, turn]] as [string, () => unknown][])),
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
