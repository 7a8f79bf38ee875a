"use client";

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useDismissible } from "../layout/dismissible";
import { MoreIcon } from "./icons";
import { focusSoon } from "./navigation";

export interface Command {
  name: string;
  /** What the reader can press instead. */
  keys?: readonly string[];
  hint?: string;
  disabled?: boolean;
  /** A string is the cell where the reader goes on. */
  run(): unknown;
}

/**
 * Commands that are folded away behind three dots; closed by a choice, by Escape, or by a click elsewhere. What is in it
 * is drawn only while it is open: a chapter has dozens of these.
 */
export function CommandMenu({
  label,
  title,
  children,
}: {
  label: string;
  title: string;
  children(): ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="command-menu"
      // A reader may open it before the page is alive.
      ref={(details) => {
        if (details?.open) setOpen(true);
      }}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      {/* The list is there before the details open, so that it is never seen empty. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed by pointers and keys alike */}
      <summary
        className="quiet-button"
        aria-label={label}
        title={title}
        onClick={({ currentTarget }) => {
          if (!currentTarget.closest("details")?.open) setOpen(true);
        }}
      >
        <MoreIcon />
      </summary>
      {open && <CommandList>{children()}</CommandList>}
    </details>
  );
}

/** The open list: above its summary, or below where there is no room. */
function CommandList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLDetailsElement>(null);
  const [below, setBelow] = useState(false);
  useLayoutEffect(() => {
    details.current = list.current?.closest("details") ?? null;
    const summary = details.current?.querySelector("summary");
    if (!list.current || !summary) return;
    const top = document.querySelector(".topbar")?.getBoundingClientRect().bottom ?? 0;
    const room = summary.getBoundingClientRect().top - Math.max(0, top);
    setBelow(room < list.current.scrollHeight + 8);
  }, []);
  useDismissible(details);

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button:enabled") ?? [])];
    const place = buttons.indexOf(event.target as HTMLElement);
    const to =
      place < 0 ? undefined : { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside
    <div ref={list} className="command-list" data-below={below || undefined} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** Commands of one kind. */
export function CommandGroup({ commands, children }: { commands: readonly Command[]; children?: ReactNode }) {
  if (commands.length === 0 && !children) return null;
  return (
    <div className="command-group">
      {commands.map(({ name, keys = [], hint, disabled, run }) => (
        <button
          key={name}
          type="button"
          className="quiet-button"
          title={hint}
          disabled={disabled}
          onClick={({ currentTarget }) => {
            const menu = currentTarget.closest("details");
            if (menu) menu.open = false;
            const cell = run();
            if (typeof cell === "string") focusSoon(cell);
          }}
        >
          {name}
          {keys.length > 0 && (
            <span className="command-keys" aria-hidden="true">
              {keys.join(" ")}
            </span>
          )}
        </button>
      ))}
      {children}
    </div>
  );
}
