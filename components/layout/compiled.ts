import type { Chapter } from "@/lib/content";
import type { Locale } from "@/lib/i18n";
import type { Output, PrecompiledCell } from "@/lib/protocol";
import { course } from "./course";

/** A chapter as the build left it: its data, and what its cells put out when they were run. */
export interface CompiledChapter {
  chapter: Chapter;
  runs: Record<string, { outputs: Output[]; declares: string[]; precompiled?: PrecompiledCell }>;
}

/** The chapters of a language, in the course's order. */
export function compiledChapters(locale: Locale): Promise<CompiledChapter[]> {
  return all(locale, course.chapters);
}

/** What stands behind the chapters. */
export function compiledAppendices(locale: Locale): Promise<CompiledChapter[]> {
  return all(locale, course.appendices);
}

/** One chapter or appendix, or null if the course has none of that name. */
export async function compiledChapter(locale: Locale, slug: string): Promise<CompiledChapter | null> {
  if (!course.chapters.includes(slug) && !course.appendices.includes(slug)) return null;
  const file = (await import(`@/.generated/chapters/${locale}/${slug}.json`)) as { default: CompiledChapter };
  return file.default;
}

async function all(locale: Locale, slugs: readonly string[]): Promise<CompiledChapter[]> {
  const chapters = await Promise.all(slugs.map((slug) => compiledChapter(locale, slug)));
  return chapters.filter((chapter) => chapter !== null);
}
