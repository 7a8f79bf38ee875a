"use client";

import { lazy, Suspense } from "react";
import type { MarkdownTextProps } from "./markdown";
import { TextOutput } from "./text-output";

/** Loads what asks for Markdown to be drawn, and puts it on the page. */
export const loadMarkdown = () => import("./markdown");

function AsWritten({ text }: MarkdownTextProps) {
  return <TextOutput text={text} />;
}

const Drawn = lazy(() =>
  loadMarkdown().then(
    ({ MarkdownText }) => ({ default: MarkdownText }),
    () => ({ default: AsWritten }),
  ),
);

/** Markdown as it is meant; as it is written until what draws it has come, and where it cannot be had. */
export function LateMarkdown(props: MarkdownTextProps) {
  return (
    <Suspense fallback={<AsWritten {...props} />}>
      <Drawn {...props} />
    </Suspense>
  );
}
