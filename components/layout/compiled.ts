import order from "@/.generated/chapters.json";
import type { Chapter } from "@/lib/content";
import type { Locale } from "@/lib/i18n";
import type { Output, PrecompiledCell } from "@/lib/protocol";

/** A chapter as the build left it: its data, and what its cells put out when they were run. */
export interface CompiledChapter {
  chapter: Chapter;
  runs: Record<string, { outputs: Output[]; declares: string[]; precompiled?: PrecompiledCell }>;
}

/** All chapters of a language, in the course's order. */
export async function compiledChapters(locale: Locale): Promise<CompiledChapter[]> {
  const chapters = await Promise.all(order.map((slug) => compiledChapter(locale, slug)));
  return chapters.filter((chapter) => chapter !== null);
}

/** One chapter, or null if the course has none of that name. */
export async function compiledChapter(locale: Locale, slug: string): Promise<CompiledChapter | null> {
  if (!order.includes(slug)) return null;
  const file = (await import(`@/.generated/chapters/${locale}/${slug}.json`)) as { default: CompiledChapter };
  return file.default;
}
