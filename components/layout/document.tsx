import type { ReactNode } from "react";
import { LANGUAGE_TAG, type Locale, messages } from "@/lib/i18n";
import { Offline } from "../offline/offline";
import { offlineWords } from "../offline/words";
import { courseColors } from "./course";
import { earlyInputScript } from "./early-input";
import { POLICY_SCRIPT, THEME_SCRIPT } from "./head-scripts";
import { ICON } from "./icon";
import "./styles";

const COLORS = courseColors();
const HEAD_SCRIPT = [POLICY_SCRIPT, THEME_SCRIPT, earlyInputScript()].join(";");

/** The outermost elements of every page. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    // The theme script may have set an attribute before React comes.
    <html lang={LANGUAGE_TAG[locale]} suppressHydrationWarning>
      <head>
        <link rel="icon" type="image/svg+xml" href={ICON} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours, named in the page's policy by their hash */}
        <script dangerouslySetInnerHTML={{ __html: HEAD_SCRIPT }} />
        {COLORS !== "" && <style>{COLORS}</style>}
      </head>
      <body>
        {children}
        <Offline words={offlineWords(messages(locale))} />
      </body>
    </html>
  );
}
