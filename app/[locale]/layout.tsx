import type { Viewport } from "next";
import type { ReactNode } from "react";
import { course, FIRST_LANGUAGE, isCourseLocale } from "@/components/layout/course";
import { Document } from "@/components/layout/document";

export const dynamicParams = false;
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export function generateStaticParams() {
  return course.languages.map((locale) => ({ locale }));
}

export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}) {
  const { locale } = await params;
  return <Document locale={isCourseLocale(locale) ? locale : FIRST_LANGUAGE}>{children}</Document>;
}
