import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChapterPage } from "@/components/layout/chapter-page";
import { compiledChapter, compiledChapters } from "@/components/layout/compiled";
import { isLocale, LOCALES } from "@/lib/i18n";

type Props = { params: Promise<{ locale: string; chapter: string }> };

export const dynamicParams = false;

export async function generateStaticParams() {
  const all = await Promise.all(LOCALES.map(compiledChapters));
  return all.flat().map(({ chapter }) => ({ locale: chapter.locale, chapter: chapter.slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, chapter } = await params;
  const compiled = isLocale(locale) ? await compiledChapter(locale, chapter) : null;
  if (!compiled) return {};
  const { title, summary } = compiled.chapter.frontMatter;
  return { title: `${title} · Gradbook`, description: summary };
}

export default async function Page({ params }: Props) {
  const { locale, chapter } = await params;
  const compiled = isLocale(locale) ? await compiledChapter(locale, chapter) : null;
  if (!compiled) notFound();
  return <ChapterPage compiled={compiled} />;
}
