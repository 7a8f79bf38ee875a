"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n";
import { FIGURE_LOADERS, type FigureName, isFigureName } from "../loaders";
import type { FigureDefinition } from "./definition";
import type { Formulas } from "./formula-tree";
import type { LiveFigure } from "./live-figure";

/** How far from the window a figure's script is asked for. */
const NEAR = "800px";

interface Loaded {
  Live: ComponentType<Parameters<typeof LiveFigure>[0]>;
  definition: FigureDefinition;
}

/** Loads what a figure needs. */
export async function loadFigure(name: FigureName): Promise<Loaded> {
  const [{ LiveFigure: Live }, definition] = await Promise.all([
    import("./live-figure"),
    FIGURE_LOADERS[name](),
  ]);
  return { Live, definition };
}

/** Loads the scripts of all figures on a page, so that they can be touched without a network. */
export function loadFiguresOf(page: Document): Promise<unknown> {
  const names = [...page.querySelectorAll<HTMLElement>("[data-figure]")].map(({ dataset }) => dataset.figure);
  return Promise.all(names.map((name) => name !== undefined && isFigureName(name) && loadFigure(name)));
}

/** A figure's picture from the HTML; when the reader comes near, the figure itself in its place. */
export function FigureShell({
  name,
  label,
  id,
  locale,
  formulas,
  text,
  children,
}: {
  name: FigureName;
  label: string;
  id: string;
  locale: Locale;
  formulas: Formulas;
  text: string;
  /** The picture of the first state. */
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let wanted = true;
    const observer = new IntersectionObserver(
      (entries) => {
        // A busy page hears of several at once: of being far, and of being near since.
        if (!entries.at(-1)?.isIntersecting) return;
        // Without the network the picture stays, and coming back asks again.
        loadFigure(name).then(
          (figure) => {
            observer.disconnect();
            if (wanted) setLoaded(figure);
          },
          () => undefined,
        );
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => {
      wanted = false;
      observer.disconnect();
    };
  }, [name]);

  return (
    <div ref={box} className="fig-shell" data-figure={name}>
      {loaded ? (
        <loaded.Live
          definition={loaded.definition}
          label={label}
          id={id}
          locale={locale}
          formulas={formulas}
          text={text}
        />
      ) : (
        children
      )}
    </div>
  );
}
