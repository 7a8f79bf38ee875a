import type { Image, Link } from "mdast";
import { didYouMean } from "./nearest";
import type { Place } from "./place";
import type { Reading } from "./reading";
import { startOf } from "./tag";

/** A link to a place in the same chapter; whether it exists is known only at the end. */
export interface InnerLink {
  id: string;
  place: Place;
}

/** A link to another chapter, or to a place in it; whether it exists only the whole course can tell. */
export interface ChapterLink {
  slug: string;
  /** The place within it, empty for its beginning. */
  anchor: string;
  place: Place;
}

/** A picture that lies beside the chapter's file. */
export interface ChapterImage {
  src: string;
  alt: string;
  place: Place;
}

const OTHER_CHAPTER = /^\.\.\/([a-z][a-z0-9-]*)\/(?:#([a-z][a-z0-9-]*))?$/;
const PICTURE = /^(?:\.\/)?[\w-]+(?:\/[\w-]+)*\.(?:svg|png|webp|jpg|avif)$/;

/** Checks a link's address, and marks those that leave the site. */
export function readLink(reading: Reading, node: Link): InnerLink | null {
  const { url } = node;
  const place = startOf(node);
  if (url.startsWith("#")) return { id: url.slice(1), place };
  if (/^https?:\/\//i.test(url)) {
    node.data = { ...node.data, hProperties: { rel: ["noopener"] } };
    return null;
  }
  const [found, slug = "", anchor = ""] = OTHER_CHAPTER.exec(url) ?? [];
  if (found !== undefined) reading.chapterLinks.push({ slug, anchor, place });
  else {
    reading.report(
      "link",
      place,
      `\`${url}\` cannot be linked to. Write https://…, #anchor, or ../chapter/ for another chapter.`,
    );
  }
  return null;
}

/** Reports links to places that the chapter does not have. */
export function checkInnerLinks(reading: Reading, links: readonly InnerLink[]): void {
  for (const { id, place } of links) {
    if (reading.anchors.has(id)) continue;
    reading.report(
      "link",
      place,
      `There is no \`#${id}\` in this chapter.${didYouMean(id, reading.anchors.keys())}`,
    );
  }
}

/** Checks a picture's address and description. */
export function readImage(reading: Reading, node: Image): ChapterImage {
  const { report } = reading;
  const place = startOf(node);
  const alt = node.alt ?? "";
  if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(node.url)) {
    report("image", place, "Pictures must not come from other sites: put the file beside the chapter.");
  } else if (!PICTURE.test(node.url)) {
    report(
      "image",
      place,
      `\`${node.url}\` is not a picture beside the chapter: write a path such as pictures/name.svg.`,
    );
  }
  if (alt.trim() === "") {
    report(
      "image",
      place,
      "This picture needs a description for those who cannot see it: ![description](…).",
    );
  }
  return { src: node.url, alt, place };
}
