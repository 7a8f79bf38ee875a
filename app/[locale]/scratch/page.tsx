import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { courseWords, isCourseLocale } from "@/components/layout/course";
import { ScratchPage } from "@/components/layout/scratch-page";
import { messages } from "@/lib/i18n";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isCourseLocale(locale)) return {};
  const { scratch, scratchIntro } = messages(locale);
  return { title: `${scratch} · ${courseWords(locale).name}`, description: scratchIntro };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isCourseLocale(locale)) notFound();
  return <ScratchPage locale={locale} />;
}
