import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FIGURE_DEFINITIONS } from "@/components/figures/definitions";
import { FigurePage } from "@/components/figures/figure-page";
import { isFigureName } from "@/components/figures/loaders";
import { isLocale, LOCALES } from "@/lib/i18n";

type Props = { params: Promise<{ locale: string; name: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.flatMap((locale) => Object.keys(FIGURE_DEFINITIONS).map((name) => ({ locale, name })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, name } = await params;
  if (!isLocale(locale) || !isFigureName(name)) return {};
  const { title, caption } = FIGURE_DEFINITIONS[name];
  return { title: `${title[locale]} · Gradbook`, description: caption[locale] };
}

export default async function Page({ params }: Props) {
  const { locale, name } = await params;
  if (!isLocale(locale) || !isFigureName(name)) notFound();
  return <FigurePage locale={locale} name={name} />;
}
