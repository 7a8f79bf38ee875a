import type { EditorFactory, EditorHandle, EditorOptions } from "./handle";
import { breakLine, indent, outdent, type TextEdit } from "./indentation";

/** The factory of plain text fields, for touch screens and where Monaco cannot load. */
export const plainFactory: EditorFactory = {
  kind: "plain",
  create: createPlainEditor,
  // The browser keeps a text field's undo history no longer than the field.
  forget: () => {},
  highlight: (text) => [{ type: "text", value: text }],
  startLanguageService: () => Promise.resolve(),
  knowCells: () => {},
};

/** A text field in `options.element`, as tall as its text, with the keys of a cell. */
export function createPlainEditor(options: EditorOptions): EditorHandle {
  const { element, onCommand } = options;
  const document = element.ownerDocument;
  const field = document.createElement("textarea");
  field.className = "code-field";
  field.value = options.value;
  field.setAttribute("aria-label", options.label);
  const wraps = options.language === "markdown";
  field.wrap = wraps ? "soft" : "off";
  if (wraps) field.dataset.wraps = "";
  field.spellcheck = wraps;
  field.autocapitalize = "off";
  field.setAttribute("autocorrect", "off");
  field.autocomplete = "off";
  // Tab belongs to the text until Escape or Ctrl+M gives it back to the page.
  let tabMovesFocus = false;
  let leaving = false;

  const layout = () => {
    if (wraps) {
      field.style.height = "";
      field.style.height = `${field.scrollHeight}px`;
      return;
    }
    element.style.setProperty("--code-lines", String(field.value.split("\n").length));
  };

  const changed = () => {
    layout();
    options.onChange(field.value);
  };

  const apply = (edit: TextEdit) => {
    field.setSelectionRange(edit.start, edit.end);
    // The only way to change a text field that its own undo history knows of.
    if (!document.execCommand("insertText", false, edit.insert)) {
      field.setRangeText(edit.insert, edit.start, edit.end, "end");
      changed();
    }
    field.setSelectionRange(edit.selectionStart, edit.selectionEnd);
  };

  const onKey = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, altKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const { value, selectionStart: start, selectionEnd: end } = field;
    if (key === "Enter") {
      if (altKey) onCommand.run("insert");
      else if (command) onCommand.run("stay");
      else if (shiftKey) onCommand.run("advance");
      else apply(breakLine(value, start, end));
      return true;
    }
    if (key === "Escape" && !command && !altKey) {
      leaving = true;
      onCommand.escape();
      return true;
    }
    if (key === "Tab" && !command && !altKey) {
      if (tabMovesFocus || leaving) return false;
      apply(shiftKey ? outdent(value, start, end) : indent(value, start, end));
      return true;
    }
    if (key.toLowerCase() === "m" && event.ctrlKey && !altKey) {
      tabMovesFocus = !tabMovesFocus;
      options.onTabMovesFocus?.(tabMovesFocus);
      return true;
    }
    if (command || altKey || shiftKey || start !== end) return false;
    if (key === "ArrowUp" && !value.slice(0, start).includes("\n")) {
      onCommand.upFromFirstLine();
      return true;
    }
    if (key === "ArrowDown" && !value.slice(start).includes("\n")) {
      onCommand.downFromLastLine();
      return true;
    }
    return false;
  };

  field.addEventListener("keydown", (event) => {
    // While an input method composes (Chinese, say), Enter, Escape and the arrows are its own.
    if (event.isComposing) return;
    if (onKey(event)) event.preventDefault();
    else if (event.key !== "Tab" && event.key !== "Shift") leaving = false;
  });
  field.addEventListener("input", changed);
  field.addEventListener("focus", () => {
    options.onFocus?.();
    options.onTabMovesFocus?.(tabMovesFocus);
  });
  field.addEventListener("blur", () => {
    leaving = false;
    options.onBlur?.();
  });
  element.append(field);
  layout();

  const errors: HTMLElement[] = [];

  return {
    focus(position) {
      field.focus();
      if (!position) return;
      const lines = field.value.split("\n").slice(0, position.line - 1);
      const offset = lines.reduce((sum, line) => sum + line.length + 1, 0) + position.column - 1;
      field.setSelectionRange(offset, offset);
    },
    getValue: () => field.value,
    setValue(text) {
      if (text === field.value) return;
      field.value = text;
      changed();
    },
    type(text) {
      for (const [index, line] of text.split("\n").entries()) {
        if (index > 0) apply(breakLine(field.value, field.selectionStart, field.selectionEnd));
        const [start, end] = [field.selectionStart, field.selectionEnd];
        const after = start + line.length;
        if (line !== "") apply({ start, end, insert: line, selectionStart: after, selectionEnd: after });
      }
    },
    layout,
    markError(line, _column, message) {
      const mark = document.createElement("span");
      mark.className = "code-error-line";
      mark.style.setProperty("--code-line", String(line));
      // Before the field, so that it lies under the text.
      element.prepend(mark);
      errors.push(mark);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-description", message);
    },
    clearErrors() {
      for (const mark of errors.splice(0)) mark.remove();
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-description");
    },
    dispose() {
      for (const mark of errors.splice(0)) mark.remove();
      field.remove();
      element.style.removeProperty("--code-lines");
    },
  };
}
