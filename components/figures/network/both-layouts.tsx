import { memo, type ReactNode } from "react";
import type { Orientation } from "./geometry";

const ORIENTATIONS: readonly Orientation[] = ["across", "down"];

/**
 * A picture in both layouts, of which the page's styles show one by the room that there is.
 *
 * @param seen the one that is shown, once it is known: only that one follows what changes, as the other would cost as
 * much in every frame
 */
export function BothLayouts({
  seen,
  draw,
}: {
  seen: Orientation | undefined;
  draw: (orientation: Orientation) => ReactNode;
}) {
  return ORIENTATIONS.map((orientation) => (
    <Layout
      key={orientation}
      followed={seen === undefined || seen === orientation}
      draw={() => draw(orientation)}
    />
  ));
}

/** A picture that stays as it was while nobody sees it. */
const Layout = memo(
  function Layout({ draw }: { followed: boolean; draw: () => ReactNode }) {
    return draw();
  },
  (_, { followed }) => !followed,
);
