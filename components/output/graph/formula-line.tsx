import { useEffect, useRef } from "react";
import type { Formula } from "./formula";

let katex: Promise<typeof import("katex")> | null = null;

/** Loads what sets formulas; after a failure it can be asked for again. */
export function loadFormulas(): Promise<typeof import("katex")> {
  katex ??= import("katex");
  katex.catch(() => {
    katex = null;
  });
  return katex;
}

/** A formula: as text until what sets it has come, and where that cannot be had. */
export function FormulaLine({ formula }: { formula: Formula }) {
  // Made anew for another formula, so that React and KaTeX never meet in one element.
  return <Once key={formula.tex} formula={formula} />;
}

function Once({ formula }: { formula: Formula }) {
  const place = useRef<HTMLSpanElement>(null);
  const { tex, text } = formula;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    element.textContent = text;
    loadFormulas().then(
      ({ default: { render } }) => {
        if (!gone) render(tex, element, { throwOnError: false, strict: false });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [tex, text]);
  return <span ref={place} className="graph-formula" />;
}
