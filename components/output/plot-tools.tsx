"use client";

import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { PlotData, TableData } from "@/lib/protocol";
import { useDismissible } from "../layout/dismissible";
import { savePng, saveSvg } from "./plot-file";
import { PlotTips } from "./plot-tips";
import { TableOutput } from "./table-output";

export interface PlotToolsProps {
  /** What holds the picture and these tools. */
  box: RefObject<HTMLElement | null>;
  tips?: PlotData["tips"];
  /** The numbers, when somebody asks for them. */
  table?: () => TableData;
  words: Messages;
  locale: string;
  /** What files are called. */
  name: string;
}

/** What can be done with a plot: read off its points, have its numbers, keep it as a file. */
export default function PlotTools({ box, tips, table, words, locale, name }: PlotToolsProps): ReactNode {
  const [shown, setShown] = useState<TableData | null>(null);
  return (
    <>
      {tips && tips.length > 0 && <PlotTips tips={tips} box={box} words={words} />}
      <PlotMenu
        box={box}
        words={words}
        name={name}
        tableShown={shown !== null}
        onTable={table && (() => setShown(shown ? null : table()))}
      />
      {shown && <TableOutput data={shown} words={words} locale={locale} />}
    </>
  );
}

function PlotMenu({
  box,
  words,
  name,
  tableShown,
  onTable,
}: Pick<PlotToolsProps, "box" | "words" | "name"> & { tableShown: boolean; onTable?: () => void }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [failed, setFailed] = useState(false);
  useDismissible(menu);
  const choose = (command: () => unknown) => () => {
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector("summary")?.focus();
    command();
  };
  const withPicture = (save: (picture: HTMLElement, name: string) => unknown) =>
    choose(async () => {
      const picture = box.current?.querySelector<HTMLElement>(".plot-picture");
      try {
        if (picture) await save(picture, name);
        setFailed(false);
      } catch {
        setFailed(true);
      }
    });
  return (
    <>
      <details className="plot-menu" ref={menu}>
        <summary className="quiet-button" aria-label={words.plotMenu} title={words.plotMenu}>
          <span aria-hidden="true">⋯</span>
        </summary>
        <div className="command-list plot-menu-list">
          {onTable && (
            <button
              type="button"
              className="quiet-button"
              onClick={choose(onTable)}
              aria-pressed={tableShown}
            >
              {tableShown ? words.plotHideTable : words.plotTable}
            </button>
          )}
          <button type="button" className="quiet-button" onClick={withPicture(saveSvg)}>
            {words.plotSaveSvg}
          </button>
          <button type="button" className="quiet-button" onClick={withPicture(savePng)}>
            {words.plotSavePng}
          </button>
        </div>
      </details>
      {failed && (
        <p className="output-note" role="status">
          {words.plotNotSaved}
        </p>
      )}
    </>
  );
}
