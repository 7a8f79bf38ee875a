import type { Metadata } from "next";
import { courseWords, FIRST_LANGUAGE } from "@/components/layout/course";
import { Document } from "@/components/layout/document";
import { NotFound } from "@/components/layout/not-found";

export const metadata: Metadata = { title: `404 · ${courseWords(FIRST_LANGUAGE).name}` };

export default function Page() {
  return (
    <Document locale={FIRST_LANGUAGE}>
      <NotFound />
    </Document>
  );
}
