"use client";

import { asset } from "../layout/site";
import { useNotebook } from "../notebook/notebook";
import { type DialogName, openDialog } from "./open";

/** What readers do with a chapter beyond reading it: find, keep, take along, share, print. */
export function ReaderMenu() {
  const { words, locale, controller } = useNotebook();
  const entries: [DialogName, string][] = [
    ["search", words.search],
    ["work", words.myWork],
    ["share", words.share],
    ["print", words.print],
  ];
  return (
    <div className="rail-tools reader-menu">
      {entries.map(([name, text]) => (
        <button key={name} type="button" className="quiet-button" onClick={() => openDialog(name)}>
          {text}
        </button>
      ))}
      {controller.chapter !== "scratch" && (
        <a className="quiet-button" href={asset(`${locale}/scratch/`)}>
          {words.scratch}
        </a>
      )}
    </div>
  );
}
