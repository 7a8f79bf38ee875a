import type { FigureState } from "@/lib/figures";
import type { Playback, Player } from "./definition";

/** A figure that does not go by steps. */
export const STILL_PLAYER: Player = {
  playing: false,
  position: 0,
  length: 0,
  toggle: () => undefined,
  step: () => undefined,
  back: () => undefined,
  seek: () => undefined,
};

/** Where a playback stands, with buttons that do nothing: for the picture in the HTML. */
export function stillPlayer<State extends FigureState>(
  playback: Playback<State> | undefined,
  state: State,
): Player {
  if (!playback) return STILL_PLAYER;
  return { ...STILL_PLAYER, position: playback.position(state), length: playback.length(state) };
}
