import { editor, MarkerSeverity } from "monaco-editor/editor";
import { TabFocus } from "monaco-editor/editor/browser/config/tabFocus";
import type { EditorHandle, EditorOptions } from "../handle";
import { bindCommands } from "./keys";
import { colorNow, type Models, replaceText } from "./models";
import { themeName } from "./theme";

/** The owner of the marks that the notebook sets, beside those of the language service. */
const markOwner = "cell";

/** The look of a cell's editor: the same glyphs at the same places as the static code that it replaces. */
const cellOptions: editor.IEditorOptions = {
  letterSpacing: 0,
  fontLigatures: false,
  lineNumbers: "off",
  lineNumbersMinChars: 0,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  wordWrap: "off",
  scrollbar: {
    vertical: "hidden",
    horizontal: "auto",
    horizontalScrollbarSize: 8,
    verticalScrollbarSize: 0,
    alwaysConsumeMouseWheel: false,
    ignoreHorizontalScrollbarInContentHeight: true,
    useShadows: false,
  },
  renderLineHighlight: "none",
  renderWhitespace: "none",
  guides: { indentation: false, bracketPairs: false },
  // Chinese text and punctuation are no look-alikes here; characters that one cannot see still are marked.
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  wordSegmenterLocales: ["zh", "en"],
  acceptSuggestionOnEnter: "smart",
  quickSuggestions: { other: true, comments: false, strings: false },
  fixedOverflowWidgets: true,
  contextmenu: false,
  links: false,
  colorDecorators: false,
  dragAndDrop: false,
  // Where the search stands nothing may be hidden: the editor is no higher than its text.
  find: { addExtraSpaceOnTop: true },
};

/** What else holds for texts: they are not proposed, and their lines end where the cell does. */
const textOptions: editor.IEditorOptions = {
  wordWrap: "on",
  quickSuggestions: false,
  autoClosingBrackets: "never",
  autoClosingQuotes: "never",
  occurrencesHighlight: "off",
  selectionHighlight: false,
};

/**
 * A Monaco editor in `options.element`, as tall as its text, drawn before this returns.
 *
 * @param startLanguageService what a key needs that only the language service can do
 */
export function createCellEditor(
  options: EditorOptions,
  models: Models,
  startLanguageService: () => Promise<void>,
): EditorHandle {
  const { element, key } = options;
  const model = models.open(key, options.value, options.language);
  colorNow(model);
  const metrics = metricsOf(element);
  const instance = editor.create(element, {
    ...cellOptions,
    ...metrics,
    ...(options.language === "markdown" && textOptions),
    "semanticHighlighting.enabled": false,
    wordBasedSuggestions: options.language === "markdown" ? "off" : "currentDocument",
    model,
    theme: themeName,
    ariaLabel: options.label,
    dimension: { width: element.clientWidth, height: heightOf(model, metrics) },
  });

  const layout = () => {
    const height = instance.getContentHeight();
    element.style.height = `${height}px`;
    instance.layout({ width: element.clientWidth, height });
  };
  const cursor = models.cursor(key);
  if (cursor) instance.restoreViewState(cursor);
  layout();
  instance.render(true);
  instance.onDidContentSizeChange(layout);
  const resize = new ResizeObserver(layout);
  resize.observe(element);

  const errorLines = instance.createDecorationsCollection();
  const markers: editor.IMarkerData[] = [];
  const showErrors = () => {
    editor.setModelMarkers(model, markOwner, markers);
    errorLines.set(
      markers.map((marker) => ({
        range: { ...marker, startColumn: 1, endColumn: 1, endLineNumber: marker.startLineNumber },
        options: { isWholeLine: true, className: "code-error-line", marginClassName: "code-error-margin" },
      })),
    );
  };

  instance.onDidChangeModelContent(() => options.onChange(instance.getValue()));
  instance.onDidFocusEditorWidget(() => {
    options.onFocus?.();
    options.onTabMovesFocus?.(TabFocus.getTabFocusMode());
  });
  instance.onDidBlurEditorWidget(() => options.onBlur?.());
  // Tab belongs to the text or to the page in all editors alike; the reader changes it in the one that has the focus.
  const tabFocus = TabFocus.onDidChangeTabFocus((moves) => {
    if (instance.hasWidgetFocus()) options.onTabMovesFocus?.(moves);
  });
  bindCommands(instance, options.onCommand, startLanguageService);

  return {
    focus(position) {
      if (position) {
        const place = { lineNumber: position.line, column: position.column };
        instance.setPosition(place);
        instance.revealPosition(place);
      }
      instance.focus();
    },
    getValue: () => instance.getValue(),
    setValue: (text) => replaceText(model, text),
    type(text) {
      // One by one: a bracket that closes itself is typed over by the next.
      for (const character of text) instance.trigger("keyboard", "type", { text: character });
    },
    layout,
    markError(line, column, message) {
      const startLineNumber = Math.min(Math.max(line, 1), model.getLineCount());
      const startColumn = column ?? model.getLineFirstNonWhitespaceColumn(startLineNumber);
      const word = column ? model.getWordAtPosition({ lineNumber: startLineNumber, column }) : null;
      markers.push({
        severity: MarkerSeverity.Error,
        message,
        startLineNumber,
        startColumn,
        endLineNumber: startLineNumber,
        endColumn: word?.endColumn ?? (column ? column + 1 : model.getLineMaxColumn(startLineNumber)),
      });
      showErrors();
    },
    clearErrors() {
      markers.length = 0;
      showErrors();
    },
    dispose() {
      resize.disconnect();
      tabFocus.dispose();
      models.keepCursor(key, instance.saveViewState());
      editor.setModelMarkers(model, markOwner, []);
      instance.dispose();
      element.style.height = "";
    },
  };
}

interface Metrics {
  fontFamily: string;
  fontSize: number;
  lineHeight: number;
  lineDecorationsWidth: number;
  padding: { top: number; bottom: number };
}

/** Type and space as the style sheet gives them to the element, so that there is one place for both. */
function metricsOf(element: HTMLElement): Metrics {
  const style = getComputedStyle(element);
  const px = (value: string) => Number.parseFloat(value) || 0;
  return {
    fontFamily: style.fontFamily,
    fontSize: px(style.fontSize),
    lineHeight: px(style.lineHeight),
    lineDecorationsWidth: px(style.getPropertyValue("--code-padding-inline")),
    padding: {
      top: px(style.getPropertyValue("--code-padding-block")),
      bottom: px(style.getPropertyValue("--code-padding-block")),
    },
  };
}

const heightOf = (model: editor.ITextModel, { lineHeight, padding }: Metrics): number =>
  model.getLineCount() * lineHeight + padding.top + padding.bottom;
