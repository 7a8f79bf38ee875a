import { type RefObject, useEffect, useState } from "react";
import type { FigureState } from "@/lib/figures";
import type { Playback, Player } from "./definition";
import { STILL_PLAYER } from "./player-at-rest";

/** Seconds that a step is shown at least where nothing may move. */
const CALM_PACE = 0.8;

/**
 * Moves a figure along its steps, frame by frame while it plays. Where the reader wants less motion it goes from step to
 * step at once, slowly enough to see each.
 */
export function usePlayer<State extends FigureState>(
  playback: Playback<State> | undefined,
  current: RefObject<State>,
  show: (state: State) => void,
): Player & { pause(): void } {
  // Where it plays to; null while it rests.
  const [target, setTarget] = useState<number | null>(null);

  useEffect(() => {
    if (target === null || !playback) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let before = performance.now();
    let frame = requestAnimationFrame(function advance(now) {
      const state = current.current;
      const position = playback.position(state);
      const passed = (now - before) / 1000;
      const pace = playback.pace(state);
      if (!calm || passed >= Math.max(pace, CALM_PACE)) {
        before = now;
        const next = calm ? Math.floor(position) + 1 : position + Math.max(0, passed) / pace;
        const end = Math.min(target, playback.length(state));
        show(playback.at(state, Math.min(next, end)));
        if (next >= end) {
          setTarget(null);
          return;
        }
      }
      frame = requestAnimationFrame(advance);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, playback, current, show]);

  if (!playback) return { ...STILL_PLAYER, pause: () => undefined };

  const go = (position: number) => {
    const state = current.current;
    setTarget(null);
    show(playback.at(state, Math.min(Math.max(0, position), playback.length(state))));
  };
  return {
    playing: target !== null,
    position: playback.position(current.current),
    length: playback.length(current.current),
    toggle() {
      if (target !== null) {
        setTarget(null);
        return;
      }
      const state = current.current;
      if (playback.position(state) >= playback.length(state)) show(playback.at(state, 0));
      setTarget(Number.POSITIVE_INFINITY);
    },
    step() {
      const state = current.current;
      const next = Math.floor(playback.position(state)) + 1;
      if (target !== null && Number.isFinite(target)) {
        // Pressed again on the way: the way is left out.
        go(target);
        setTarget(target + 1);
      } else if (matchMedia("(prefers-reduced-motion: reduce)").matches) go(next);
      else setTarget(next);
    },
    back: () => go(Math.ceil(playback.position(current.current)) - 1),
    seek: go,
    pause: () => setTarget(null),
  };
}
