import { type RefObject, useEffect, useState } from "react";
import { type ExerciseWords, type Locale, loadExerciseWords } from "@/lib/i18n";

/** What judges answers and draws what is rarer than a text field, with its words. Readers who only read never get it. */
export type Kit = typeof import("./kit/index") & { words: ExerciseWords };

let loaded: Kit | null = null;
let loading: Promise<Kit> | null = null;

/** Loads the kit. After a failure it can be asked for again. */
export function loadKit(locale: Locale): Promise<Kit> {
  loading ??= Promise.all([import("./kit/index"), loadExerciseWords(locale)]).then(
    ([module, words]) => {
      loaded = { ...module, words };
      return loaded;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** How far below or above the screen an exercise may be for its kit to be fetched, once the reader moves about. */
const NEAR = "900px";

/** Resolves when the reader first does something. Until then the page's first needs have the network to themselves. */
let stirred: Promise<void> | null = null;

function whenStirred(): Promise<void> {
  stirred ??= new Promise((resolve) => {
    const signs = ["scroll", "pointerdown", "keydown"] as const;
    const hear = () => {
      for (const sign of signs) removeEventListener(sign, hear);
      resolve();
    };
    for (const sign of signs) addEventListener(sign, hear, { passive: true });
  });
  return stirred;
}

/** The kit once the element is on the screen or near it, or somebody has asked for it; null until then. */
export function useKit(element: RefObject<HTMLElement | null>, locale: Locale): Kit | null {
  const [kit, setKit] = useState<Kit | null>(null);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let gone = false;
    const load = () => {
      observer.disconnect();
      // A failure is said where somebody checks an answer.
      loadKit(locale).then(
        (module) => gone || setKit(module),
        () => undefined,
      );
    };
    const watch = (rootMargin: string) => {
      const watching = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(),
        { rootMargin },
      );
      watching.observe(target);
      return watching;
    };
    let observer = watch("0px");
    void whenStirred().then(() => {
      if (gone) return;
      observer.disconnect();
      observer = watch(`${NEAR} 0px`);
    });
    target.addEventListener("focusin", load, { once: true });
    return () => {
      gone = true;
      observer.disconnect();
      target.removeEventListener("focusin", load);
    };
  }, [element, locale]);
  return kit;
}

/** The kit, if it is there already. */
export function kitAtHand(): Kit | null {
  return loaded;
}
