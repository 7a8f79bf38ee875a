import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { course, courseWords, FIRST_LANGUAGE } from "@/components/layout/course";
import { Document } from "@/components/layout/document";

export const metadata: Metadata = {
  title: courseWords(FIRST_LANGUAGE).name,
  description: course.languages.map((locale) => courseWords(locale).headline).join(" · "),
};
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function Layout({ children }: { children: ReactNode }) {
  return <Document locale={FIRST_LANGUAGE}>{children}</Document>;
}
