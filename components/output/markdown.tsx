"use client";

import type { RootContent } from "hast";
import { memo, startTransition, useEffect, useRef, useState } from "react";
import vendor from "@/.generated/vendor.json";
import type { DrawnMarkdown, MarkdownLinks, MarkdownReply } from "@/lib/content/markdown";
import { watchScrollRegions } from "../layout/scroll-regions";
import { asset } from "../layout/site";
import { useNotebook } from "../notebook/notebook";
import { drawElements } from "./elements";
import { MarkdownService, type MarkdownWorker, type MarkdownWorkerEvents } from "./markdown-service";

/** Elements and texts that are drawn in one go, so that the page never stands still. */
const AT_ONCE = 2000;
/** Characters of a text that is shown as it is written. */
const AS_WRITTEN = 20_000;

const address = () => new URL(asset(vendor.markdown), document.baseURI).href;

/** Fetches what draws Markdown, without running it. */
export const fetchMarkdown = (): Promise<unknown> => fetch(address()).then((response) => response.text());

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** The page's policy lets scripts be loaded by name only: this one's name is the worker's. */
function openWorker({ onReply, onError }: MarkdownWorkerEvents): MarkdownWorker {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  const url = address();
  policy ??= trustedTypes?.createPolicy("gradbook-markdown", {
    createScriptURL: (given) => {
      if (given === url) return given;
      throw new TypeError(`not the worker for Markdown: ${given}`);
    },
  });
  const worker = new Worker((policy?.createScriptURL(url) ?? url) as string, { name: "markdown" });
  worker.onmessage = ({ data }: MessageEvent<MarkdownReply>) => onReply(data);
  worker.onerror = onError;
  return { send: (request) => worker.postMessage(request), end: () => worker.terminate() };
}

const service = new MarkdownService(openWorker);

/** What has become of a text: the page may still be showing what came before it. */
type Outcome = { text: string; links: MarkdownLinks } & (
  | { kind: "drawn"; drawn: DrawnMarkdown }
  /** Too much for a page. */
  | { kind: "refused" }
  /** There is nothing to draw it with. */
  | { kind: "lost" }
);

/** Texts that were drawn lately: a cell that comes back is there at once. */
const known = new Map<string, Outcome>();
const KEPT = 50;
const nameOf = (text: string, links: MarkdownLinks) => `${links} ${text}`;

function remember(outcome: Outcome): void {
  known.set(nameOf(outcome.text, outcome.links), outcome);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) return;
    known.delete(oldest);
  }
}

function useMarkdown(text: string, links: MarkdownLinks): Outcome | undefined {
  const [outcome, setOutcome] = useState(() => known.get(nameOf(text, links)));
  useEffect(() => {
    const before = known.get(nameOf(text, links));
    if (before) {
      setOutcome(before);
      return;
    }
    const { signal, abort } = abortable();
    const told = (next: Outcome) => {
      if (next.kind !== "lost") remember(next);
      if (!signal.aborted) startTransition(() => setOutcome(next));
    };
    service.render(text, links, signal).then(
      (drawn) => told(drawn ? { text, links, kind: "drawn", drawn } : { text, links, kind: "refused" }),
      () => told({ text, links, kind: "lost" }),
    );
    return abort;
  }, [text, links]);
  return outcome;
}

function abortable(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

export interface MarkdownTextProps {
  text: string;
  links: MarkdownLinks;
}

/** Markdown as it is meant; as it is written until it has been made into elements, or where it cannot be. */
export function MarkdownText({ text, links }: MarkdownTextProps) {
  const { words } = useNotebook();
  const outcome = useMarkdown(text, links);
  if (outcome?.kind === "drawn") return <DrawnText {...outcome.drawn} />;
  const rest = text.length - AS_WRITTEN;
  return (
    <div
      className="markdown"
      data-source={outcome ? "shown" : "waiting"}
      data-pending={outcome ? undefined : ""}
    >
      {text.slice(0, AS_WRITTEN)}
      {rest > 0 && <p className="output-note">{words.leftOutCharacters(rest)}</p>}
      {outcome?.kind === "refused" && <p className="output-note">{words.markdownRefused}</p>}
    </div>
  );
}

/** A long text comes block after block, a few in each frame. */
function DrawnText({ blocks, sizes }: DrawnMarkdown) {
  const [shown, setShown] = useState(() => blocksFrom(sizes, 0));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown >= blocks.length) return;
    const frame = requestAnimationFrame(() => setShown(blocksFrom(sizes, shown)));
    return () => cancelAnimationFrame(frame);
  }, [blocks, sizes, shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other regions
  useEffect(() => (box.current ? watchScrollRegions(box.current) : undefined), [blocks, shown]);
  return (
    <div ref={box} className="markdown">
      {blocks.slice(0, shown).map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
        <Block key={place} block={block} />
      ))}
    </div>
  );
}

/** How many blocks stand there after the next go. */
function blocksFrom(sizes: readonly number[], shown: number): number {
  let size = 0;
  let next = shown;
  while (next < sizes.length && (next === shown || size + (sizes[next] ?? 0) <= AT_ONCE)) {
    size += sizes[next] ?? 0;
    next += 1;
  }
  return next;
}

const Block = memo(function Block({ block }: { block: RootContent }) {
  return drawElements([block]);
});
