import type { ReactNode, RefObject } from "react";
import type { Locale } from "@/lib/i18n";
import { LinkIcon, ResetIcon } from "./icons";
import { KIT_WORDS } from "./words";

/** What surrounds a figure's drawing: its title, what can be done with any figure, and what it shows in words. */
export function Frame({
  id,
  title,
  locale,
  description,
  notice = "",
  live,
  view,
  onReset,
  onCopy,
  children,
}: {
  id: string;
  title: string;
  locale: Locale;
  description: string;
  /** What came of the last press, for a moment. */
  notice?: string;
  /** Whether it can be touched yet. */
  live: boolean;
  /** The box of the drawing. */
  view?: RefObject<HTMLDivElement | null>;
  onReset(): void;
  onCopy(): void;
  children: ReactNode;
}) {
  const words = KIT_WORDS[locale];
  return (
    <div className="fig" data-live={live}>
      <div className="fig-head">
        <p className="fig-title" id={`${id}-title`}>
          {title}
        </p>
        <span className="fig-tools" inert={!live}>
          <span className="fig-notice" role="status">
            {notice}
          </span>
          <FrameButton name={words.reset} onPress={onReset}>
            <ResetIcon />
          </FrameButton>
          <FrameButton name={words.copyLink} onPress={onCopy}>
            <LinkIcon />
          </FrameButton>
        </span>
      </div>
      {/* Before the script has come there is nothing to press: the description stands for the picture. */}
      <div className="fig-view" inert={!live} ref={view}>
        {children}
      </div>
      <p className="visually-hidden" aria-live={live ? "polite" : undefined} data-figure-description="">
        {description}
      </p>
    </div>
  );
}

function FrameButton({ name, onPress, children }: { name: string; onPress(): void; children: ReactNode }) {
  return (
    <button type="button" className="fig-button" aria-label={name} title={name} onClick={onPress}>
      {children}
    </button>
  );
}
