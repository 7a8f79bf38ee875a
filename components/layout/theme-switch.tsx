"use client";

import { useEffect, useState } from "react";
import type { Messages } from "@/lib/i18n";
import { THEME_KEY } from "./head-scripts";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/** What the button says of itself. */
export type ThemeWords = Pick<Messages, "theme" | "themeAuto" | "themeLight" | "themeDark">;

/** One button that goes round: as the system, light, dark. */
export function ThemeSwitch({ words }: { words: ThemeWords }) {
  const [theme, setTheme] = useState<Theme>("auto");

  useEffect(() => {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === "light" || chosen === "dark") setTheme(chosen);
  }, []);

  function choose(next: Theme) {
    setTheme(next);
    if (next === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem(THEME_KEY);
      else localStorage.setItem(THEME_KEY, next);
    } catch {
      // Without storage the choice holds until the page is left.
    }
  }

  const name = { auto: words.themeAuto, light: words.themeLight, dark: words.themeDark }[theme];
  return (
    <button
      type="button"
      className="quiet-button"
      data-theme-switch
      aria-label={`${words.theme}: ${name}`}
      title={`${words.theme}: ${name}`}
      onClick={() => choose(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto")}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75 A6.25 6.25 0 0 1 8 14.25 Z" fill="currentColor" />
      </svg>
      <span className="theme-name">{name}</span>
    </button>
  );
}
