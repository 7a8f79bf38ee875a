import { editor } from "monaco-editor/editor";
import { codeClasses } from "../../../lib/content/highlight";
import { ColorReader, isLight } from "./colors";
import { scopeOf } from "./language";

export const themeName = "gradbook";

/** Monaco's colours and the page's custom properties that they come from. */
const surfaces = {
  "editor.selectionBackground": "--code-selection",
  "editor.inactiveSelectionBackground": "--code-selection",
  "editorCursor.foreground": "--code-plain",
  "editor.findMatchBackground": "--accent-wash",
  "editor.findMatchHighlightBackground": "--accent-wash",
  "editor.selectionHighlightBackground": "--accent-wash",
  "editorBracketMatch.background": "--accent-wash",
  "editorError.foreground": "--wrong",
  "editorWidget.background": "--paper-raised",
  "editorWidget.foreground": "--code-plain",
  "editorWidget.border": "--rule-strong",
  "editorSuggestWidget.background": "--paper-raised",
  "editorSuggestWidget.border": "--rule-strong",
  "editorSuggestWidget.foreground": "--code-plain",
  "editorSuggestWidget.selectedForeground": "--code-plain",
  "editorSuggestWidget.selectedBackground": "--code-selection",
  "editorSuggestWidget.selectedIconForeground": "--code-plain",
  "editorSuggestWidget.highlightForeground": "--code-function",
  "editorSuggestWidget.focusHighlightForeground": "--code-function",
  "editorHoverWidget.background": "--paper-raised",
  "editorHoverWidget.border": "--rule-strong",
  "input.background": "--paper-raised",
  "input.foreground": "--code-plain",
  "input.border": "--rule-strong",
  "scrollbarSlider.background": "--rule-strong",
  "scrollbarSlider.hoverBackground": "--ink-faint",
  "scrollbarSlider.activeBackground": "--ink-faint",
  focusBorder: "--forward",
} as const;

const transparent = "#00000000";

/** Colours that must not show: the page draws the code's ground and frame itself. */
const unseen = [
  "editor.background",
  "editorGutter.background",
  "editorBracketMatch.border",
  "editor.lineHighlightBorder",
  "editor.lineHighlightBackground",
  "widget.shadow",
  "scrollbar.shadow",
] as const;

/** Takes the theme from the page's own colours, now and whenever the page changes between light and dark. */
export function followPageTheme(document: Document): void {
  const reader = new ColorReader(document.body);
  let applied = "";
  const apply = () => {
    const data = themeOf(reader);
    // Setting a theme lays out every editor anew, so an unrelated change of an attribute must not.
    const next = JSON.stringify(data);
    if (next === applied) return;
    applied = next;
    editor.defineTheme(themeName, data);
    editor.setTheme(themeName);
  };
  apply();
  new MutationObserver(apply).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["class", "style", "data-theme"],
  });
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", apply);
  }
}

function themeOf(reader: ColorReader): editor.IStandaloneThemeData {
  const tokens = reader.read([...codeClasses.map((name) => `--code-${name}` as const), "--code-plain"]);
  const plain = tokens["--code-plain"];
  const colors: Record<string, string> = {};
  for (const name of unseen) colors[name] = transparent;
  if (plain) colors["editor.foreground"] = plain;
  const values = reader.read(Object.values(surfaces));
  for (const [name, property] of Object.entries(surfaces)) {
    const value = values[property];
    if (value) colors[name] = value;
  }
  return {
    base: plain && isLight(plain) ? "vs-dark" : "vs",
    inherit: true,
    colors,
    rules: [
      ...(plain ? [{ token: "", foreground: plain.slice(1) }] : []),
      ...(plain ? [{ token: scopeOf(undefined), foreground: plain.slice(1) }] : []),
      // What Markdown quotes as code; its links are strings.
      ...(tokens["--code-function"]
        ? [{ token: "variable", foreground: tokens["--code-function"].slice(1) }]
        : []),
      ...codeClasses.flatMap((name) => {
        const color = tokens[`--code-${name}`];
        return color ? [{ token: scopeOf(name), foreground: color.slice(1) }] : [];
      }),
    ],
  };
}
