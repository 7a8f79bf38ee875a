import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChapterPage } from "@/components/layout/chapter-page";
import { neighboursOf } from "@/components/layout/chapter-turn";
import { compiledChapter } from "@/components/layout/compiled";
import { course, courseWords, isCourseLocale } from "@/components/layout/course";

type Props = { params: Promise<{ locale: string; chapter: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  const { languages, chapters, appendices } = course;
  return languages.flatMap((locale) => [...chapters, ...appendices].map((chapter) => ({ locale, chapter })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, chapter } = await params;
  const compiled = isCourseLocale(locale) ? await compiledChapter(locale, chapter) : null;
  if (!compiled) return {};
  const { title, summary } = compiled.chapter.frontMatter;
  return { title: `${title} · ${courseWords(compiled.chapter.locale).name}`, description: summary };
}

export default async function Page({ params }: Props) {
  const { locale, chapter } = await params;
  const compiled = isCourseLocale(locale) ? await compiledChapter(locale, chapter) : null;
  if (!compiled) notFound();
  const { locale: language, slug, frontMatter } = compiled.chapter;
  const needs = await Promise.all(frontMatter.needs.map((slug) => compiledChapter(language, slug)));
  return (
    <ChapterPage
      compiled={compiled}
      needs={needs.filter((one) => one !== null)}
      neighbours={await neighboursOf(language, slug)}
    />
  );
}
