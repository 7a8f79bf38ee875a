import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { compiledChapters } from "@/components/layout/compiled";
import { HomePage } from "@/components/layout/home-page";
import { isLocale, messages } from "@/lib/i18n";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const words = messages(locale);
  return { title: `${words.siteName} · ${words.siteTagline}`, description: words.siteIntro };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <HomePage locale={locale} chapters={await compiledChapters(locale)} />;
}
