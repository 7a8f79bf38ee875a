import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FIGURE_DEFINITIONS } from "@/components/figures/definitions";
import { FigurePage } from "@/components/figures/figure-page";
import { isFigureName } from "@/components/figures/loaders";
import { course, courseWords, isCourseLocale } from "@/components/layout/course";

type Props = { params: Promise<{ locale: string; name: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return course.languages.flatMap((locale) =>
    Object.keys(FIGURE_DEFINITIONS).map((name) => ({ locale, name })),
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, name } = await params;
  if (!isCourseLocale(locale) || !isFigureName(name)) return {};
  const { title, caption } = FIGURE_DEFINITIONS[name];
  return { title: `${title[locale]} · ${courseWords(locale).name}`, description: caption[locale] };
}

export default async function Page({ params }: Props) {
  const { locale, name } = await params;
  if (!isCourseLocale(locale) || !isFigureName(name)) notFound();
  return <FigurePage locale={locale} name={name} />;
}
