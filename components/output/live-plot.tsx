"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Messages } from "@/lib/i18n";
import { LIVE_HEIGHT, liveTable, type PlotLocale, type PlotModule } from "@/lib/plot";
import type { LiveDrawing } from "@/lib/plot/drawing";
import type { LiveData, PlotData } from "@/lib/protocol";
import { ElementTree, GrowingTree } from "./element-tree";
import { useContainerWidth, useNear, useSlowly } from "./live-hooks";
import { PlotTools } from "./plot-tools-loader";

const FAILED: Record<PlotLocale, string> = {
  zh: "绘图库没能载入，所以曲线画不出来。请检查网络后重新运行这个单元格。",
  en: "The drawing library could not be loaded, so the curve cannot be drawn. Check the network and run the cell again.",
};

/** Milliseconds between two announcements to screen readers. */
const ANNOUNCEMENTS = 5_000;

export interface LivePlotProps {
  data: LiveData;
  locale: PlotLocale;
  words: Messages;
  /** What files are called. */
  name: string;
  /** Loads what draws. Called when there is something to draw that has no saved picture. */
  loadDrawing(): Promise<Drawing>;
}

/** What a plot will take before anything is drawn of it: nothing below is to move when it comes. */
function roomOf({ options: { height = LIVE_HEIGHT, title } }: LiveData): string {
  // As high as `.plot-title` is.
  return title ? `calc(${height}px + 1.4 * var(--size-small) + 0.35rem)` : `${height}px`;
}

/** The drawing half of lib/plot together with the real Plot. */
export interface Drawing {
  Plot: PlotModule;
  LiveDrawing: typeof LiveDrawing;
}

/**
 * A live plot: the saved picture at first; once the program runs, a picture of the data as they are, drawn anew
 * at most once a frame and as wide as the page allows.
 */
export function LivePlot({ data, locale, words, name, loadDrawing }: LivePlotProps) {
  const container = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const newest = useRef(data);
  newest.current = data;
  const live = data.picture === undefined;
  const width = useContainerWidth(container, live);
  const { drawing, failed } = useDrawing(live, loadDrawing);
  const near = useNear(container, live);
  const drawn = useDrawn(drawing, data, { width, locale, near });
  const picture = data.picture ?? drawn;
  const description = useSlowly(picture?.description ?? "", live ? ANNOUNCEMENTS : 0);
  return (
    <div className="plot-live" ref={container} style={{ minHeight: live ? roomOf(data) : undefined }}>
      {picture && (
        <div className="plot-box" ref={box}>
          <div role="img" aria-label={description || data.options.title}>
            {live ? <GrowingTree node={picture.tree} /> : <ElementTree node={picture.tree} />}
          </div>
          {live && (
            <PlotTools
              box={box}
              tips={picture.tips}
              table={() => liveTable(newest.current)}
              words={words}
              locale={locale}
              name={name}
            />
          )}
        </div>
      )}
      {failed && <p role="status">{FAILED[locale]}</p>}
      <p className="plot-announcement" aria-live="polite">
        {live ? description : ""}
      </p>
    </div>
  );
}

/** What draws, once it is wanted and has come. */
function useDrawing(
  wanted: boolean,
  load: () => Promise<Drawing>,
): { drawing: Drawing | null; failed: boolean } {
  const [state, setState] = useState<{ drawing: Drawing | null; failed: boolean }>({
    drawing: null,
    failed: false,
  });
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    load().then(
      (drawing) => gone || setState({ drawing, failed: false }),
      () => gone || setState({ drawing: null, failed: true }),
    );
    return () => {
      gone = true;
    };
  }, [wanted, load]);
  return state;
}

/** Milliseconds without new points after which a plot rests. */
const REST = 250;

/**
 * The picture of the newest data; the last one while another is being drawn. While points come fast, the axes leave
 * room for more; when they have stopped coming, the axes are drawn once more to fit. Far from the reader only that is
 * drawn.
 */
function useDrawn(
  drawing: Drawing | null,
  data: LiveData,
  { width, locale, near }: { width: number; locale: PlotLocale; near: RefObject<boolean> },
): PlotData | undefined {
  const [drawn, setDrawn] = useState(data.picture);
  const live = useMemo(() => drawing && new drawing.LiveDrawing(drawing.Plot), [drawing]);
  const newest = useRef(data);
  const frame = useRef(0);
  const rest = useRef(0);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  newest.current = data;

  useEffect(() => {
    if (!live || width === 0 || data.picture) return;
    const now = performance.now();
    const fast = now - changed.current < REST;
    changed.current = now;
    const draw = (how: "growing" | "settled") => setDrawn(live[how](newest.current, { width, locale }));
    window.clearTimeout(rest.current);
    if (fast) rest.current = window.setTimeout(() => draw("settled"), REST);
    if (frame.current !== 0 || (fast && !near.current)) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      draw(fast ? "growing" : "settled");
    });
  }, [live, data, width, locale, near]);

  useEffect(
    () => () => {
      window.clearTimeout(rest.current);
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    },
    [],
  );
  return drawn;
}
