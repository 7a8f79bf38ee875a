import type { Messages } from "@/lib/i18n";
import type { ThemeWords } from "./theme-switch";

/** Of all words those of the switch: only they go into the page. */
export function themeWords({ theme, themeAuto, themeLight, themeDark }: Messages): ThemeWords {
  return { theme, themeAuto, themeLight, themeDark };
}
