import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { compiledAppendices, compiledChapters } from "@/components/layout/compiled";
import { courseWords, isCourseLocale } from "@/components/layout/course";
import { HomePage } from "@/components/layout/home-page";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isCourseLocale(locale)) return {};
  const { name, tagline, intro } = courseWords(locale);
  return { title: `${name} · ${tagline}`, description: intro };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isCourseLocale(locale)) notFound();
  const [chapters, appendices] = await Promise.all([compiledChapters(locale), compiledAppendices(locale)]);
  return <HomePage locale={locale} chapters={chapters} appendices={appendices} />;
}
