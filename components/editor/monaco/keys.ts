import { type editor, KeyCode, KeyMod } from "monaco-editor/editor";
import type { EditorCommands } from "../handle";

/** Escape first closes what is open in the editor and drops selections; only then does it leave. */
const nothingToClose = [
  "editorTextFocus",
  "!suggestWidgetVisible",
  "!parameterHintsVisible",
  "!findWidgetVisible",
  "!renameInputVisible",
  "!markersNavigationVisible",
  "!editorHoverVisible",
  "!inSnippetMode",
  "!editorHasSelection",
  "!editorHasMultipleSelections",
].join(" && ");

const cursorAlone =
  "editorTextFocus && !suggestWidgetVisible && !parameterHintsVisible && !editorHasSelection && !editorHasMultipleSelections";

/** Shift+Alt+F as in VS Code, on every system. Who formats comes with the language service. */
async function format(instance: editor.IStandaloneCodeEditor, started: Promise<void>): Promise<void> {
  await started;
  await instance.getAction("editor.action.formatDocument")?.run();
}

/**
 * Binds the notebook's keys in one editor; in a cell they come before Monaco's own.
 *
 * @param startLanguageService for what only it can do
 */
export function bindCommands(
  instance: editor.IStandaloneCodeEditor,
  commands: EditorCommands,
  startLanguageService: () => Promise<void>,
): void {
  const onFirstLine = instance.createContextKey<boolean>("cellFirstLine", false);
  const onLastLine = instance.createContextKey<boolean>("cellLastLine", false);
  const look = () => {
    const line = instance.getPosition()?.lineNumber;
    onFirstLine.set(line === 1);
    onLastLine.set(line === instance.getModel()?.getLineCount());
  };
  look();
  instance.onDidChangeCursorPosition(look);
  instance.onDidChangeModelContent(look);

  const bind = (id: string, keybindings: number[], precondition: string, run: () => void) =>
    instance.addAction({ id: `cell.${id}`, label: id, keybindings, precondition, run });
  bind("runAndAdvance", [KeyMod.Shift | KeyCode.Enter], "editorTextFocus", () => commands.run("advance"));
  bind("run", [KeyMod.CtrlCmd | KeyCode.Enter, KeyMod.WinCtrl | KeyCode.Enter], "editorTextFocus", () =>
    commands.run("stay"),
  );
  bind("runAndInsert", [KeyMod.Alt | KeyCode.Enter], "editorTextFocus", () => commands.run("insert"));
  bind("format", [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF], "editorTextFocus", () => {
    // Without the service the text stays as it is.
    if (instance.getModel()?.getLanguageId() === "typescript")
      format(instance, startLanguageService()).catch(() => undefined);
  });
  bind("escape", [KeyCode.Escape], nothingToClose, () => commands.escape());
  bind("up", [KeyCode.UpArrow], `cellFirstLine && ${cursorAlone}`, () => commands.upFromFirstLine());
  bind("down", [KeyCode.DownArrow], `cellLastLine && ${cursorAlone}`, () => commands.downFromLastLine());
}
