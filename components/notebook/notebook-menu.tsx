"use client";

import { BudgetChoice } from "./budget-choice";
import { CommandGroup, CommandMenu } from "./command-menu";
import { useNotebook, useNotebookState } from "./notebook";

/** What is seldom asked of the notebook as a whole. */
export function NotebookMenu() {
  const { words } = useNotebook();
  return (
    <CommandMenu label={words.notebookCommands} title={words.notebookCommands}>
      {() => <NotebookCommands />}
    </CommandMenu>
  );
}

function NotebookCommands() {
  const { controller, words } = useNotebook();
  const none = useNotebookState((state) => state.session.kernel === "none");
  const changed = useNotebookState(() => controller.isChanged());
  const removal = useNotebookState((state) => state.removals.at(-1)?.cell ?? null);
  const reset = {
    name: words.resetChapter,
    hint: words.resetChapterHint,
    run: () => controller.resetChapter(),
  };
  return (
    <>
      <CommandGroup
        commands={[
          { name: words.restart, keys: ["0", "0"], disabled: none, run: () => controller.restart() },
          { name: words.restartAndRunAll, disabled: none, run: () => controller.restartAndRunAll() },
        ]}
      />
      <CommandGroup
        commands={[
          ...(removal === null
            ? []
            : [{ name: words.undoRemove(removal), keys: ["z"], run: () => controller.undoRemove() }]),
          ...(changed ? [reset] : []),
        ]}
      />
      <CommandGroup commands={[{ name: words.keys, keys: ["?"], run: () => controller.showKeys(true) }]} />
      <CommandGroup commands={[]}>
        <BudgetChoice />
      </CommandGroup>
    </>
  );
}
