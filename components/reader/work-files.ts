import {
  type CellPlan,
  isNotebook,
  isWork,
  type Notebook,
  newVersions,
  planCells,
  type Reading,
  readerNotebook,
  readJson,
  readNotebook,
  readWork,
  recordsOf,
  refused,
  toTypeScript,
  type Work,
  writeWork,
} from "@/lib/exchange";
import { chapterOf, fromJson, newAttempts } from "@/lib/exercise";
import type { Locale } from "@/lib/i18n";
import type { CellRecord, Storage } from "@/lib/notebook";
import { readSeed, writeSeed } from "../exercise/seed";
import { asset } from "../layout/site";
import type { NotebookController } from "../notebook/controller";
import { saveFile } from "../output/save-file";

/** Milliseconds that a store which does not answer is waited for: what is on the page can be saved all the same. */
const PATIENCE = 1500;

/** All of the reader's work: what the store has, and this page's chapter as it stands here. */
export async function gatherWork(
  storage: Storage,
  controller: NotebookController,
): Promise<{ work: Work; unreadable: number; complete: boolean }> {
  const read = Promise.all([storage.allCells(), storage.allVersions(), storage.allAttempts()]);
  const late = new Promise<null>((resolve) => window.setTimeout(() => resolve(null), PATIENCE));
  const stored = await Promise.race([read, late]).catch(() => null);
  const [all, versions, attempts] = stored ?? [{ records: [], unreadable: 0 }, [], []];
  const others = all.records.filter(({ chapter }) => chapter !== controller.chapter);
  const cells = [...others, ...controller.records()].sort(byName);
  const work = { cells, versions, seed: readSeed(), attempts };
  return { work, unreadable: all.unreadable, complete: stored !== null };
}

function byName(one: CellRecord, other: CellRecord): number {
  const [a, b] = [`${one.chapter}\n${one.cell}`, `${other.chapter}\n${other.cell}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

export async function saveWork(storage: Storage, controller: NotebookController): Promise<void> {
  const { work } = await gatherWork(storage, controller);
  saveFile("gradbook-work.json", new Blob([writeWork(work)], { type: "application/json" }));
}

/** The chapter as its author wrote it, as a notebook. */
async function authorsNotebook(locale: string, chapter: string): Promise<Notebook | null> {
  const response = await fetch(asset(`notebooks/${locale}/${chapter}.ipynb`));
  return response.ok ? ((await response.json()) as Notebook) : null;
}

/** @returns false if the chapter's text could not be had */
export async function saveNotebook(controller: NotebookController, locale: Locale): Promise<boolean> {
  const { chapter } = controller;
  const author = await authorsNotebook(locale, chapter).catch(() => null);
  if (!author) return false;
  const { edits, arrangement } = controller.snapshot();
  const notebook = readerNotebook(author, {
    records: controller.records(),
    arrangement,
    edits,
    runs: controller.runs(),
  });
  const text = `${JSON.stringify(notebook, null, 1)}\n`;
  saveFile(`${chapter}.ipynb`, new Blob([text], { type: "application/x-ipynb+json" }));
  return true;
}

export function saveTypeScript(controller: NotebookController, heading: string): void {
  const cells = controller.ids().map((id) => ({ id, kind: controller.kind(id), text: controller.text(id) }));
  const text = toTypeScript(heading, cells);
  saveFile(`${controller.chapter}.ts`, new Blob([text], { type: "text/plain" }));
}

/** What a file would bring, once the reader agrees. */
export interface Incoming {
  plan: CellPlan;
  versions: Work["versions"];
  attempts: Work["attempts"];
  seed: number | null;
  unreadable: number;
}

/** Reads a file of any of our kinds, and compares it with what there is. Changes nothing. */
export async function readIncoming(
  file: File,
  storage: Storage,
  controller: NotebookController,
  locale: Locale,
): Promise<Reading<Incoming>> {
  if (file.size > 4 * 50_000_000) return refused("too-large");
  const json = readJson(await file.text());
  if (json.kind === "refused") return json;
  const work = await workOf(json.value, controller, locale);
  if (work.kind === "refused") return work;
  const { cells, versions, attempts, seed, unreadable } = work.value;
  const [present, knownVersions, knownAttempts] = await Promise.all([
    storage.allCells(),
    storage.allVersions(),
    storage.allAttempts(),
  ]);
  return {
    kind: "read",
    value: {
      plan: planCells(present.records, cells),
      versions: newVersions(knownVersions, versions),
      attempts: newAttempts(knownAttempts, attempts),
      seed,
      unreadable,
    },
  };
}

async function workOf(
  data: unknown,
  controller: NotebookController,
  locale: Locale,
): Promise<Reading<Work & { unreadable: number }>> {
  if (isWork(data)) return readWork(data);
  if (isNotebook(data)) {
    const cells = await cellsOf(data, controller, locale);
    return cells.kind === "refused"
      ? cells
      : {
          kind: "read",
          value: { cells: cells.value, versions: [], attempts: [], seed: null, unreadable: 0 },
        };
  }
  const progress = fromJson(JSON.stringify(data) ?? "");
  if (progress.kind === "refused")
    return refused(progress.code === "newer-version" ? "newer-version" : "unknown-kind");
  const { attempts, seed, refused: unreadable } = progress;
  return { kind: "read", value: { cells: [], versions: [], attempts, seed, unreadable } };
}

/** A notebook's cells: those of the chapter that it came from, or of the one on the page. */
async function cellsOf(
  data: unknown,
  controller: NotebookController,
  locale: Locale,
): Promise<Reading<CellRecord[]>> {
  const reading = readNotebook(data);
  if (reading.kind === "refused") return reading;
  const incoming = reading.value;
  // A notebook from elsewhere comes to the page that belongs to no chapter.
  const chapter = incoming.chapter ?? "scratch";
  const language = incoming.locale ?? locale;
  const now = Date.now();
  if (chapter === controller.chapter && language === locale) {
    return { kind: "read", value: recordsOf(incoming, { chapter, author: controller.cells, locale, now }) };
  }
  const known = /^[\w-]+$/.test(chapter) && (language === "zh" || language === "en");
  const notebook = known ? await authorsNotebook(language, chapter).catch(() => null) : null;
  const author = notebook && readNotebook(notebook);
  if (author?.kind !== "read") return refused("no-such-chapter");
  const cells = author.value.cells.flatMap(({ cell, text }) => (cell ? [{ id: cell, code: text }] : []));
  return { kind: "read", value: recordsOf(incoming, { chapter, author: cells, locale: language, now }) };
}

/**
 * Brings it in.
 *
 * @param take whether the file's texts take the places of different ones; the others are earlier versions in either case
 */
export async function bringIn(incoming: Incoming, take: boolean, storage: Storage): Promise<void> {
  const { plan, versions, attempts, seed } = incoming;
  await storage.replaceCells([...plan.fresh, ...(take ? plan.differing : [])]);
  const left = take ? [] : plan.differing;
  await storage.addVersions([
    ...versions,
    ...left.map(({ chapter, cell, text, savedAt }) => ({
      chapter,
      cell,
      text,
      savedAt,
      reason: "replaced" as const,
    })),
  ]);
  await storage.addAttempts(attempts.map((attempt) => ({ chapter: chapterOf(attempt.exercise), attempt })));
  if (seed !== null) writeSeed(seed);
}
