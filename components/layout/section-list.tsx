"use client";

import { useEffect, useState } from "react";

export interface SectionLink {
  id: string;
  title: string;
  depth: 2 | 3;
}

/** The chapter's sections; the one in view is marked. */
export function SectionList({ sections, label }: { sections: readonly SectionLink[]; label: string }) {
  const [current, setCurrent] = useState<string | null>(null);

  useEffect(() => {
    const headings = sections
      .map(({ id }) => document.getElementById(id))
      .filter((heading): heading is HTMLElement => heading !== null);
    // The section in view is the last whose heading has passed the upper third of the window.
    const observer = new IntersectionObserver(
      () => {
        const line = window.innerHeight / 3;
        setCurrent(headings.findLast((heading) => heading.getBoundingClientRect().top < line)?.id ?? null);
      },
      { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] },
    );
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [sections]);

  return (
    <nav aria-label={label}>
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
