import type { KeyboardEvent, ReactNode } from "react";
import type { Locale } from "@/lib/i18n";
import type { Player } from "./definition";
import { BackIcon, PauseIcon, PlayIcon, StartIcon, StepIcon } from "./icons";
import { KIT_WORDS } from "./words";

/**
 * Start, back, play, step. On any of its buttons the arrow keys step, Home and End go to the ends.
 *
 * @param text how far it has come, in the figure's own words; else the steps are counted
 */
export function Stepper({ player, locale, text }: { player: Player; locale: Locale; text?: ReactNode }) {
  const words = KIT_WORDS[locale];
  const { playing, position, length } = player;
  const [atStart, atEnd] = [position <= 0, position >= length];
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: player.step,
    ArrowLeft: player.back,
    Home: () => player.seek(0),
    End: () => player.seek(length),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  const toStart = () => player.seek(0);
  return (
    <div className="fig-stepper" role="group" aria-label={words.player} onKeyDown={onKeyDown}>
      <StepperButton name={words.toStart} off={atStart && !playing} onPress={toStart}>
        <StartIcon />
      </StepperButton>
      <StepperButton name={words.back} off={atStart} onPress={player.back}>
        <BackIcon />
      </StepperButton>
      <StepperButton
        name={playing ? words.pause : words.play}
        off={length === 0}
        main
        onPress={player.toggle}
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
      </StepperButton>
      <StepperButton name={words.step} off={atEnd} onPress={player.step}>
        <StepIcon />
      </StepperButton>
      <span className="fig-progress">{text ?? words.stepOf(Math.floor(position), length)}</span>
    </div>
  );
}

/** A button that keeps the focus when there is nothing left for it to do. */
function StepperButton({
  name,
  off,
  main,
  onPress,
  children,
}: {
  name: string;
  off: boolean;
  main?: boolean;
  onPress(): void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="fig-button"
      data-main={main}
      aria-label={name}
      title={name}
      aria-disabled={off}
      onClick={() => !off && onPress()}
    >
      {children}
    </button>
  );
}
