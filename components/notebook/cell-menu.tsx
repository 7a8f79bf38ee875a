"use client";

import { useEffect, useRef } from "react";
import { MoreIcon } from "./icons";
import { useNotebook } from "./notebook";

/** What else can be done from a cell on: folded away, closed by a choice, by Escape, or by a click elsewhere. */
export function CellMenu({ id }: { id: string }) {
  const { controller, words } = useNotebook();
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

  const choose = (command: (cell: string) => Promise<void>) => () => {
    if (menu.current) menu.current.open = false;
    void command(id);
  };
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
        <button type="button" className="quiet-button" onClick={choose((cell) => controller.runAbove(cell))}>
          {words.runAboveAll}
        </button>
        <button type="button" className="quiet-button" onClick={choose((cell) => controller.runFrom(cell))}>
          {words.runFromHere}
        </button>
      </div>
    </details>
  );
}
