"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The narrow page's contents, folded away; it closes when a link in it is followed, or by Escape. */
export function ChapterMenu({ label, children }: { label: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const details = menu.current;
    if (!details) return;
    const close = () => {
      details.open = false;
    };
    const onClick = (event: Event) => event.target instanceof Element && event.target.closest("a") && close();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      close();
      details.querySelector("summary")?.focus();
    };
    details.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      details.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details className="menu" ref={menu}>
      <summary className="quiet-button">{label}</summary>
      <div className="rail-menu rail">{children}</div>
    </details>
  );
}
