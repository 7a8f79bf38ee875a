"use client";

import { useEffect, useRef } from "react";
import { keysOn, SHEET } from "./key-names";
import { useNotebook, useNotebookState } from "./notebook";

/** The keys, in a dialog of the browser's own: Escape closes it, and the focus returns to where it was. */
export default function KeyList() {
  const { controller, words } = useNotebook();
  const open = useNotebookState((state) => state.keysShown);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    else if (!open) dialog.current?.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className="key-sheet"
      aria-label={words.keys}
      onClose={() => controller.showKeys(false)}
    >
      {open && (
        <>
          <form method="dialog">
            <button type="submit" className="quiet-button">
              {words.close}
            </button>
          </form>
          {(["cell", "editor"] as const).map((mode) => (
            <section key={mode}>
              <h2>{mode === "cell" ? words.keysCell : words.keysEditor}</h2>
              <dl>
                {SHEET[mode].map(([keys, name]) => (
                  <div key={name}>
                    <dt>
                      {keysOn(navigator.platform, keys).map((key, place) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a key may be pressed twice
                        <kbd key={place}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{words[name]}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </>
      )}
    </dialog>
  );
}
