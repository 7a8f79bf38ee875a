import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { Messages } from "@/lib/i18n";
import type { GraphStep } from "./steps";

/** Milliseconds from step to step while it plays. */
const PACE = 1100;

/** The buttons that go through the steps, and those for the scale. */
export function Controls({
  words,
  steps,
  count,
  goTo,
  zoom,
}: {
  words: Messages;
  steps: readonly GraphStep[];
  /** Steps that are done. */
  count: number;
  goTo(step: number): void;
  /** By which factor to change the scale; null to fit. */
  zoom(factor: number | null): void;
}) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ count, goTo });
  latest.current = { count, goTo };
  const last = steps.length;

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => latest.current.goTo(latest.current.count + 1), PACE);
    return () => clearInterval(timer);
  }, [playing]);
  useEffect(() => {
    if (count >= last) setPlaying(false);
  }, [count, last]);

  const go = (step: number) => () => {
    setPlaying(false);
    goTo(step);
  };
  const play = () => {
    if (!playing && count >= last) goTo(0);
    setPlaying(!playing);
  };
  const backward = steps.findIndex(({ kind }) => kind === "begin");
  const phase = backward >= 0 && count > backward ? "backward" : "forward";
  const said = words.graphStepOf(count, last);
  const button = (label: string, sign: string, onClick: () => void, off = false) => (
    <button
      type="button"
      className="graph-button"
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      {sign}
    </button>
  );
  return (
    <div className="graph-controls">
      <div className="graph-buttons">
        {button(words.graphBegin, "⇤", go(0), count === 0)}
        {button(words.graphBack, "←", go(count - 1), count === 0)}
        {button(playing ? words.graphPause : words.graphPlay, playing ? "❚❚" : "▶", play)}
        {button(words.graphNext, "→", go(count + 1), count === last)}
        {button(words.graphEnd, "⇥", go(last), count === last)}
      </div>
      <input
        type="range"
        className="graph-slider"
        min={0}
        max={last}
        step={1}
        value={count}
        data-phase={phase}
        style={{ "--done": last === 0 ? 1 : count / last } as CSSProperties}
        aria-label={words.graphStep}
        aria-valuetext={said}
        onChange={({ target }) => go(Number(target.value))()}
      />
      <span className="graph-count" data-phase={phase}>
        {phase === "backward" ? words.graphBackward : words.graphForward} {count}/{last}
      </span>
      <div className="graph-buttons graph-zoom">
        {button(words.graphOut, "−", () => zoom(1 / 1.25))}
        {button(words.graphIn, "+", () => zoom(1.25))}
        {button(words.graphFit, "⤢", () => zoom(null))}
      </div>
    </div>
  );
}
