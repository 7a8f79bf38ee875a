"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import vendor from "@/.generated/vendor.json";
import type { MarkdownLinks } from "@/lib/content/markdown";
import { watchScrollRegions } from "../layout/scroll-regions";
import { asset } from "../layout/site";
import { drawElements } from "./elements";

type Markdown = typeof import("@/lib/content/markdown");

let loading: Promise<Markdown> | undefined;
let loaded: Markdown | undefined;

/** Loads what turns Markdown into elements; a failure is forgotten, so that the next ask tries again. */
export function loadMarkdown(): Promise<Markdown> {
  const url = new URL(asset(vendor.markdown), document.baseURI).href;
  loading ??= import(/* webpackIgnore: true */ /* turbopackIgnore: true */ url).then(
    (module: Markdown) => {
      loaded = module;
      return module;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Markdown as it is meant; as it is written until what draws it has come, or where it cannot be had. */
export function MarkdownText({ text, links }: { text: string; links: MarkdownLinks }) {
  const [markdown, setMarkdown] = useState<Markdown | undefined>(loaded);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (markdown) return;
    let wanted = true;
    loadMarkdown().then(
      (module) => wanted && setMarkdown(module),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [markdown]);
  const drawn = useMemo(
    () => markdown && drawElements(markdown.renderMarkdown(text, links)),
    [markdown, text, links],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other regions
  useEffect(() => (box.current ? watchScrollRegions(box.current) : undefined), [drawn]);
  return (
    <div ref={box} className="markdown" data-source={drawn ? undefined : ""}>
      {drawn ?? text}
    </div>
  );
}
