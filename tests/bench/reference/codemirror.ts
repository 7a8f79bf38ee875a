import { javascript } from "@codemirror/lang-javascript";
import { basicSetup, EditorView } from "codemirror";
import { runCells } from "./run";

const editors = new Map<HTMLElement, EditorView>();
for (const section of document.querySelectorAll<HTMLElement>("section")) {
  const code = section.querySelector("pre");
  const editor = new EditorView({
    doc: code?.textContent ?? "",
    extensions: [basicSetup, javascript({ typescript: true })],
  });
  code?.replaceWith(editor.dom);
  editors.set(section, editor);
}
runCells((section) => editors.get(section)?.state.doc.toString() ?? "");
