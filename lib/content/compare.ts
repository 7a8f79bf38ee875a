import type { Root } from "hast";
import type { Exercise } from "../exercise";
import type { Chapter } from "./chapter";
import { WORDED, type WrittenExercise } from "./exercise";
import type { Place } from "./place";
import { byPlace, type Problem, problemAt } from "./problem";
import { anchorOf } from "./reading";
import { sameProgram } from "./same-program";

/** A thing that both languages must have, and where it stands in the translation. */
interface Item {
  name: string;
  place: Place;
}

const TOP: Place = { line: 1, column: 1 };

/**
 * What a translation has made different from its source beyond words: sections, cells and figures must be the same
 * in the same order, exercises must have the same facts. The problems are the translation's.
 */
export function compareTranslations(source: Chapter, translation: Chapter): Problem[] {
  const comparison = new Comparison(source.file, translation);
  for (const kind of ["section", "cell", "exercise"] as const) {
    const items = (chapter: Chapter): Item[] =>
      chapter[`${kind}s`].map(({ id }) => ({ name: id, place: comparison.placeOf(kind, id) }));
    comparison.list(kind, "", items(source), items(translation));
  }
  const figures = (chapter: Chapter): Item[] => chapter.figures.map(({ name, place }) => ({ name, place }));
  comparison.list("figure", "", figures(source), figures(translation));

  for (const { id, depth } of translation.sections) {
    const twin = source.sections.find((section) => section.id === id);
    if (twin && twin.depth !== depth) {
      const message = `In ${source.file} the section \`${id}\` has a heading of level ${twin.depth}.`;
      comparison.report(comparison.placeOf("section", id), message);
    }
  }
  for (const { id, code, place } of translation.cells) {
    const twin = source.cells.find((cell) => cell.id === id);
    if (twin && !sameProgram(twin.code, code)) {
      const message = `The program of \`${id}\` is another one in ${source.file}: only comments and texts in quotes may differ. A cell without a program has that of its source.`;
      comparison.report(place, message);
    }
  }
  translation.figures.forEach(({ name, state, place }, index) => {
    const twin = source.figures[index];
    if (twin && twin.name === name && twin.state !== state) {
      const theirs = twin.state === undefined ? "not given" : `\`${twin.state}\``;
      comparison.report(place, `The state of the figure \`${name}\` is ${theirs} in ${source.file}.`);
    }
  });
  for (const exercise of translation.exercises) {
    const twin = source.exercises.find(({ id }) => id === exercise.id);
    const [theirs, ours] = [source.written[exercise.id], translation.written[exercise.id]];
    if (twin && theirs && ours) comparison.exercise(twin, exercise, [theirs, ours]);
  }
  return comparison.problems.sort(byPlace);
}

class Comparison {
  readonly problems: Problem[] = [];
  readonly #sourceFile: string;
  readonly #translation: Chapter;

  constructor(sourceFile: string, translation: Chapter) {
    this.#sourceFile = sourceFile;
    this.#translation = translation;
  }

  report(place: Place, message: string): void {
    this.problems.push(problemAt(this.#translation.file, "difference", place, message));
  }

  /** Where something stands in the translation. */
  placeOf(...named: Parameters<typeof anchorOf>): Place {
    return this.#translation.anchors[anchorOf(...named)] ?? TOP;
  }

  /** Two lists that must have the same names in the same order. `whose` ends the phrase "the cell `a`…". */
  list(what: string, whose: string, theirs: readonly Item[], ours: readonly Item[]): void {
    const file = this.#sourceFile;
    const has = (list: readonly Item[], name: string) => list.some((item) => item.name === name);
    const missing = theirs.filter(({ name }) => !has(ours, name));
    const added = ours.filter(({ name }) => !has(theirs, name));
    for (const { name } of missing) {
      this.report(TOP, `The ${what} \`${name}\` of ${whose ? `${whose} in ` : ""}${file} is missing.`);
    }
    for (const { name, place } of added) {
      this.report(place, `${file} has no ${what} \`${name}\`${whose ? ` in ${whose}` : ""}.`);
    }
    if (missing.length > 0 || added.length > 0) return;
    if (ours.length !== theirs.length) {
      this.report(TOP, `${file} has ${theirs.length} times a ${what}, this file ${ours.length} times.`);
      return;
    }
    const index = ours.findIndex(({ name }, i) => name !== theirs[i]?.name);
    const [here, there] = [ours[index], theirs[index]];
    if (here && there) {
      this.report(here.place, `In ${file} the ${what} \`${there.name}\` comes here, not \`${here.name}\`.`);
    }
  }

  exercise(theirs: Exercise<Root>, ours: Exercise<Root>, [theirsWritten, oursWritten]: Pair): void {
    const place = this.placeOf("exercise", ours.id);
    const expect = (same: boolean, what: string, written: string) => {
      if (same) return;
      this.report(place, `The ${what} of \`${ours.id}\` is ${written} in ${this.#sourceFile}.`);
    };
    if (theirsWritten.tag !== oursWritten.tag) {
      expect(false, "tag", `\`<${theirsWritten.tag}>\``);
      return;
    }
    for (const name of new Set([
      ...Object.keys(theirsWritten.attributes),
      ...Object.keys(oursWritten.attributes),
    ])) {
      if (WORDED.includes(name)) continue;
      const written = theirsWritten.attributes[name];
      const same = sameText(written, oursWritten.attributes[name]);
      expect(same, name, written === undefined ? "not given" : `\`${written}\``);
    }
    for (const role of new Set([...Object.keys(theirsWritten.code), ...Object.keys(oursWritten.code)])) {
      // Comments and texts are each language's own.
      const same = sameProgram(theirsWritten.code[role] ?? "", oursWritten.code[role] ?? "");
      expect(same, `\`${role}\``, "another program");
    }
    expect(theirs.hints.length === ours.hints.length, "number of hints", String(theirs.hints.length));
    const solved = theirs.solution !== undefined;
    expect(solved === (ours.solution !== undefined), "solution", solved ? "written out" : "left out");
    const items = (exercise: Exercise<Root>): Item[] =>
      listed(exercise).map(({ match, verdict }) => ({
        name: verdict === "wrong" ? match : `${match} ::${verdict}`,
        place,
      }));
    this.list("wrong answer", `\`${ours.id}\``, items(theirs), items(ours));
    const marks = (exercise: Exercise<Root>) =>
      "options" in exercise ? exercise.options.map(({ right }) => (right ? "[x]" : "[ ]")).join(", ") : "";
    expect(marks(theirs) === marks(ours), "list of options", marks(theirs));
    const steps = (exercise: Exercise<Root>) => (exercise.kind === "order" ? exercise.items.length : 0);
    expect(steps(theirs) === steps(ours), "number of steps", String(steps(theirs)));
  }
}

type Pair = readonly [theirs: WrittenExercise, ours: WrittenExercise];

function listed(exercise: Exercise<Root>) {
  return "answers" in exercise ? exercise.answers : [];
}

/** White space is no difference. */
function sameText(one: string | undefined, other: string | undefined): boolean {
  return one?.replace(/\s+/g, "") === other?.replace(/\s+/g, "");
}
