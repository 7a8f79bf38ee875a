"use client";

import { useEffect, useRef, useState } from "react";
import { keepPlace } from "./last-place";

export interface SectionLink {
  id: string;
  title: string;
  depth: 2 | 3;
}

/** Where a heading stands in the window; parts of the text below the line are not entered, for they may not be laid out. */
function topOf(heading: HTMLElement, line: number): number {
  const part = heading.closest(".part")?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY;
  return part < line ? heading.getBoundingClientRect().top : part;
}

/** The chapter's sections; the one in view is marked. */
export function SectionList({
  sections,
  label,
  chapter,
}: {
  sections: readonly SectionLink[];
  label: string;
  /** The chapter's name in addresses, for which the place is kept. */
  chapter?: string;
}) {
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const headings = sections
      .map(({ id }) => document.getElementById(id))
      .filter((heading): heading is HTMLElement => heading !== null);
    let frame = 0;
    // The section in view is the last whose heading has passed the upper third of the window.
    const look = () => {
      frame = 0;
      const line = window.innerHeight / 3;
      setCurrent(headings.findLast((heading) => topOf(heading, line) < line)?.id ?? null);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      window.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(frame);
    };
  }, [sections]);

  useEffect(() => {
    if (chapter && current) keepPlace(chapter, current);
  }, [chapter, current]);

  // A long list scrolls in itself; the marked section stays in sight.
  useEffect(() => {
    const link = current === null ? null : list.current?.querySelector("[aria-current]");
    if (!list.current || !link) return;
    const [frame, mark] = [list.current.getBoundingClientRect(), link.getBoundingClientRect()];
    if (mark.top < frame.top) list.current.scrollTop -= frame.top - mark.top;
    else if (mark.bottom > frame.bottom) list.current.scrollTop += mark.bottom - frame.bottom;
  }, [current]);

  return (
    <nav aria-label={label} ref={list}>
      <ol className="rail-list">
        {sections.map(({ id, title, depth }) => (
          <li key={id} className={`depth-${depth}`}>
            <a href={`#${id}`} aria-current={current === id ? "location" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
