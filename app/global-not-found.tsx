import type { Metadata } from "next";
import { Document } from "@/components/layout/document";
import { NotFound } from "@/components/layout/not-found";

export const metadata: Metadata = { title: "404 · Gradbook" };

export default function Page() {
  return (
    <Document locale="zh">
      <NotFound />
    </Document>
  );
}
