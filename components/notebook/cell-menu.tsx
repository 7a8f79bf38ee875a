"use client";

import { openDialog } from "../reader/open";
import { type Command, CommandGroup, CommandMenu } from "./command-menu";
import { editSoon } from "./navigation";
import { useNotebook, useNotebookState } from "./notebook";

/** What else can be done from a cell on. */
export function CellMenu({ id }: { id: string }) {
  const { words } = useNotebook();
  return (
    <CommandMenu label={`${words.moreCommands} · ${words.cell(id)}`} title={words.moreCommands}>
      {() => <CellCommands id={id} />}
    </CommandMenu>
  );
}

function CellCommands({ id }: { id: string }) {
  const { controller, words } = useNotebook();
  const edited = useNotebookState((state) => state.edits[id] !== undefined && controller.isAuthors(id));
  const kind = useNotebookState(() => controller.kind(id));
  const mine = !controller.isAuthors(id);
  const turn = () => {
    controller.turnInto(id, kind === "code" ? "markdown" : "code");
    return id;
  };
  const groups: Command[][] = [
    [
      { name: words.runAboveAll, run: () => controller.runAbove(id) },
      { name: words.runFromHere, run: () => controller.runFrom(id) },
    ],
    [
      { name: words.addAbove, keys: ["a"], run: () => controller.addCell(id, "above") },
      { name: words.addBelow, keys: ["b"], run: () => controller.addCell(id, "below") },
      { name: words.addText, run: () => editSoon(controller.addCell(id, "below", "", "markdown")) },
    ],
    [
      ...(edited ? [{ name: words.resetCell, run: () => controller.reset(id) }] : []),
      ...(mine && kind === "code" ? [{ name: words.toMarkdown, keys: ["m"], run: turn }] : []),
      ...(mine && kind === "markdown" ? [{ name: words.toCode, keys: ["y"], run: turn }] : []),
      { name: words.duplicate, run: () => controller.duplicate(id) },
      { name: words.moveUp, run: () => controller.moveCell(id, "up") },
      { name: words.moveDown, run: () => controller.moveCell(id, "down") },
      { name: words.earlierVersions, run: () => openDialog("history", id) },
      { name: words.removeCell, keys: ["d", "d"], run: () => controller.removeCell(id) },
    ],
  ];
  return groups.map((commands) => <CommandGroup key={commands[0]?.name} commands={commands} />);
}
