import type { Locale } from "@/lib/i18n";
import { ExplanationText, useExplanations } from "./error-explanation";
import { TextOutput } from "./text-output";

/** A word on what a cell put out: what it most likely comes from, and what to do. */
export function HintOutput({ code, text, locale }: { code: string; text: string; locale: Locale }) {
  const parts = useExplanations(locale, true)?.(code, {});
  return parts ? (
    <div className="output-hint" role="note">
      <ExplanationText parts={parts} />
    </div>
  ) : (
    <TextOutput text={text} />
  );
}
