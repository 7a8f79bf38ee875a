"use client";

import { useEffect, useState } from "react";
import { lastPlace } from "./last-place";

/** Where reading begins; for those who have begun, where they went on to. */
export function HomeStart({
  folder,
  first,
  titles,
  words,
}: {
  /** Address of the language's pages. */
  folder: string;
  first: string;
  /** Of the chapters and appendices, by their names in addresses. */
  titles: Readonly<Record<string, string>>;
  words: { start: string; resume: string };
}) {
  const [place, setPlace] = useState<{ chapter: string; section: string } | null>(null);
  useEffect(() => {
    const last = lastPlace();
    // The course may have lost the chapter since.
    if (last && Object.hasOwn(titles, last.chapter)) setPlace(last);
  }, [titles]);
  const href = place ? `${folder}${place.chapter}/#${place.section}` : `${folder}${first}/`;
  return (
    <p className="home-begin">
      <a className="home-start" href={href}>
        {place ? words.resume : words.start}
        {place && <span className="visually-hidden">: {titles[place.chapter]}</span>}
      </a>
      {place && <span aria-hidden="true">{titles[place.chapter]}</span>}
    </p>
  );
}
