import type { Root } from "hast";
import type { Exercise } from "../exercise";
import type { Chapter, Figure } from "./chapter";
import type { Program, WrittenExercise } from "./exercise";
import type { Cell } from "./fence";
import type { Section } from "./heading";
import type { Highlighter } from "./highlight";
import type { ChapterImage, ChapterLink, InnerLink } from "./link";
import type { Place } from "./place";
import type { Report } from "./problem";
import { isSlug, SLUG_RULE } from "./slug";

/** What the steps of reading one chapter share: what they are given, and what they have found so far. */
export interface Reading {
  /** The file, line by line. */
  readonly lines: readonly string[];
  readonly report: Report;
  readonly highlight: Highlighter | undefined;
  /** Where each thing stands that can be linked to, by its anchor in the page. */
  readonly anchors: Map<string, Place>;
  readonly sections: Section[];
  readonly cells: Cell[];
  readonly exercises: Exercise<Root>[];
  readonly programs: Program[];
  readonly written: Map<string, WrittenExercise>;
  /** The chapter of which this is a translation, if it is one. */
  readonly source: Chapter | undefined;
  readonly figures: Figure[];
  readonly images: ChapterImage[];
  readonly innerLinks: InnerLink[];
  readonly chapterLinks: ChapterLink[];
}

export function startReading(
  text: string,
  report: Report,
  highlight: Highlighter | undefined,
  source?: Chapter,
): Reading {
  return {
    lines: text.split("\n"),
    report,
    highlight,
    anchors: new Map(),
    sections: [],
    cells: [],
    exercises: [],
    programs: [],
    written: new Map(),
    source,
    figures: [],
    images: [],
    innerLinks: [],
    chapterLinks: [],
  };
}

type Named = "section" | "cell" | "exercise";

/** What follows `#` in a link: a section's id as it is, `cell-` and `exercise-` before the ids of the others. */
export function anchorOf(kind: Named, id: string): string {
  return kind === "section" ? id : `${kind}-${id}`;
}

/** Takes an id, which must be the only one of its kind in the chapter. */
export function claimId(reading: Reading, kind: Named, id: string, place: Place): void {
  const { anchors, report } = reading;
  const anchor = anchorOf(kind, id);
  const first = anchors.get(anchor);
  if (!isSlug(id)) report("id", place, `\`${id}\` cannot be an id: write ${SLUG_RULE}.`);
  else if (kind === "section" && /^(?:cell|exercise)-/.test(id)) {
    report(
      "id",
      place,
      `\`${id}\` cannot be a section's id: \`cell-\` and \`exercise-\` lead to cells and exercises.`,
    );
  } else if (first) report("id", place, `The ${kind} \`${id}\` is already there, on line ${first.line}.`);
  else anchors.set(anchor, place);
}
