/** Reads, checks and runs a whole course, and writes it as data for the site to .generated/. */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Chapter,
  type Course,
  type CourseReading,
  errorsIn,
  type Problem,
  readCourseFolder,
} from "@/lib/content";
import { createHighlighter } from "@/lib/content/highlight";
import { diskFolder, ROOT } from "./course-folder";
import { provePrograms } from "./prove-programs";
import { type CellRun, runCells } from "./run-cells";

const GENERATED = join(ROOT, ".generated");
const KERNEL = join(GENERATED, "kernel-node.mjs");
const PICTURES = join(ROOT, "public/pictures");

/** What running a chapter's programs has shown. */
interface Execution {
  runs: Record<string, CellRun>;
  checks: Record<string, string>;
  problems: Problem[];
}

export interface BuiltCourse {
  reading: CourseReading;
  problems: Problem[];
}

/** Builds a course again and again, and does again only what its files and the kernel have changed. */
export class CourseBuilder {
  readonly #path: string;
  readonly #executions = new Map<string, Execution>();

  /** @param path of the course's folder */
  constructor(path: string) {
    this.#path = path;
  }

  /** @returns what was read, and all problems; data is written only for chapters without mistakes */
  async build(): Promise<BuiltCourse> {
    const highlight = await createHighlighter();
    const reading = readCourseFolder(diskFolder(this.#path), { highlight });
    const problems = [...reading.problems];
    if (!reading.course) return { reading, problems };
    const kernel = createHash("sha256").update(readFileSync(KERNEL)).digest("hex");
    const wanted = new Set<string>();
    for (const { chapter, sound } of reading.chapters) {
      const key = `${kernel}\n${programsOf(chapter)}`;
      wanted.add(key);
      const execution = this.#executions.get(key) ?? (await execute(chapter));
      this.#executions.set(key, execution);
      problems.push(...execution.problems);
      if (sound && errorsIn(execution.problems).length === 0) write(chapter, execution);
    }
    for (const key of this.#executions.keys()) if (!wanted.has(key)) this.#executions.delete(key);
    writeCourse(reading.course, this.#path);
    return { reading, problems: byFile(problems, reading) };
  }
}

/** All that is executed of a chapter, with its places: what is the same needs no second run. */
function programsOf({ file, locale, cells, programs, exercises }: Chapter): string {
  const checked = exercises.filter(({ kind }) => kind === "code");
  const plain = cells.map(({ id, code, place }) => ({ id, code, place }));
  return JSON.stringify([file, locale, plain, programs, checked]);
}

async function execute(chapter: Chapter): Promise<Execution> {
  const kernel = pathToFileURL(KERNEL);
  const { runs, problems } = await runCells(chapter, kernel);
  const proof = await provePrograms(chapter, kernel);
  return { runs, checks: proof.checks, problems: [...problems, ...proof.problems] };
}

/** File by file in the course's order, each in its own. */
function byFile(problems: readonly Problem[], { chapters }: CourseReading): Problem[] {
  const order = new Map(chapters.map(({ chapter }, index) => [chapter.file, index]));
  const place = ({ file }: Problem) => order.get(file) ?? -1;
  return problems.toSorted((a, b) => place(a) - place(b) || a.line - b.line || a.column - b.column);
}

function write(chapter: Chapter, { runs, checks }: Execution): void {
  const exercises = chapter.exercises.map((exercise) =>
    exercise.kind === "code" ? { ...exercise, check: checks[exercise.id] ?? "" } : exercise,
  );
  const file = join(GENERATED, "chapters", chapter.locale, `${chapter.slug}.json`);
  writeIfChanged(file, JSON.stringify({ chapter: { ...chapter, exercises }, runs }));
}

/** The course's own words and order, and its pictures; takes away what is another course's. */
function writeCourse(course: Course, path: string): void {
  writeIfChanged(join(GENERATED, "course.json"), JSON.stringify(course));
  const chapters = join(GENERATED, "chapters");
  const slugs = [...course.chapters, ...course.appendices];
  mkdirSync(chapters, { recursive: true });
  for (const locale of readdirSync(chapters)) {
    for (const name of readdirSync(join(chapters, locale))) {
      const known =
        (course.languages as string[]).includes(locale) && slugs.includes(name.replace(/\.json$/, ""));
      if (!known) rmSync(join(chapters, locale, name));
    }
  }
  rmSync(PICTURES, { recursive: true, force: true });
  for (const locale of course.languages) {
    const folder = diskFolder(path);
    const copy = (inside: string) => {
      const names = folder.list(inside);
      for (const name of names) {
        const file = `${inside}/${name}`;
        if (/\.(?:svg|png|webp|jpg|avif)$/.test(name)) {
          mkdirSync(dirname(join(PICTURES, file)), { recursive: true });
          copyFileSync(join(path, file), join(PICTURES, file));
        } else if (!name.includes(".")) copy(file);
      }
    };
    copy(locale);
  }
}

/** Leaves a file alone that already says so: whoever watches it need not look. */
function writeIfChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, "utf8") === text) return;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, text);
}
