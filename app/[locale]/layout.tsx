import type { Viewport } from "next";
import type { ReactNode } from "react";
import { Document } from "@/components/layout/document";
import { isLocale, LOCALES } from "@/lib/i18n";

export const dynamicParams = false;
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}) {
  const { locale } = await params;
  return <Document locale={isLocale(locale) ? locale : "en"}>{children}</Document>;
}
