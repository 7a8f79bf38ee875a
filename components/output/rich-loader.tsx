"use client";

import { lazy, Suspense } from "react";
import type { RichOutputProps } from "./rich-output";
import { TextOutput } from "./text-output";

/** Loads what draws trees, tables, tensors and progress. */
export const loadRichOutput = () => import("./rich-output");

function PlainOutput({ data }: RichOutputProps) {
  return <TextOutput text={data["text/plain"]} />;
}

// Where it cannot be loaded, the text says it too.
const Rich = lazy(() => loadRichOutput().catch(() => ({ default: PlainOutput })));

/** A value in a form that is loaded when it is first wanted; its text until then. */
export function RichOutput(props: RichOutputProps) {
  return (
    <Suspense fallback={<PlainOutput {...props} />}>
      <Rich {...props} />
    </Suspense>
  );
}
