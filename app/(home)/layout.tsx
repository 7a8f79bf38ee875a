import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Document } from "@/components/layout/document";

export const metadata: Metadata = { title: "Gradbook", description: "反向传播 · Back-propagation" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function Layout({ children }: { children: ReactNode }) {
  return <Document locale="zh">{children}</Document>;
}
