import { type KeyboardEvent, useRef } from "react";
import { type CellCommand, commandOf } from "./keys";
import { focusSoon, moveFocus, type Then } from "./navigation";
import { useNotebook } from "./notebook";
import type { TypedAhead } from "./typed-ahead";

/** What the keys do on a cell that is not being edited. */
export function useCellKeys(
  id: string,
  {
    edit,
    run,
    leave,
    ahead,
  }: {
    edit(): void;
    run(then: Then): void;
    leave(): void;
    /** What is typed while an editor is on its way; null if none is. */
    ahead(): TypedAhead | null;
  },
): (event: KeyboardEvent) => void {
  const { controller } = useNotebook();
  const before = useRef<string | null>(null);
  const goOn = () => {
    if (!moveFocus(id, 1)) moveFocus(id, -1);
  };
  const obey: Record<CellCommand, () => void> = {
    edit,
    run: () => run("stay"),
    runAndAdvance: () => run("advance"),
    runAndInsert: () => run("insert"),
    next: () => void moveFocus(id, 1),
    previous: () => void moveFocus(id, -1),
    first: () => void moveFocus(id, Number.NEGATIVE_INFINITY),
    last: () => void moveFocus(id, Number.POSITIVE_INFINITY),
    stop: () => controller.stop(),
    restart: () => controller.restart(),
    addAbove: () => focusSoon(controller.addCell(id, "above")),
    addBelow: () => focusSoon(controller.addCell(id, "below")),
    toMarkdown: () => {
      controller.turnInto(id, "markdown");
      focusSoon(id);
    },
    toCode: () => {
      controller.turnInto(id, "code");
      focusSoon(id);
    },
    copy: () => controller.copyCell(id),
    cut: () => {
      goOn();
      controller.cutCell(id);
    },
    paste: () => focusSoon(controller.pasteCell(id)),
    remove: () => {
      goOn();
      controller.removeCell(id);
    },
    undoRemove: () => focusSoon(controller.undoRemove()),
    keys: () => controller.showKeys(true),
  };
  return (event) => {
    // Keys pressed on what lies inside are not the cell's.
    if (event.target !== event.currentTarget) return;
    const typed = ahead();
    const asked = typed?.press(event);
    if (typed && asked !== "run") {
      if (asked !== undefined) event.preventDefault();
      if (asked === "leave") leave();
      return;
    }
    const command = commandOf(event, before.current);
    before.current = event.key;
    if (!command) return;
    event.preventDefault();
    // A key that counts when pressed twice does not count three times.
    before.current = null;
    obey[command]();
  };
}
