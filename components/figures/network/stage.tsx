import type { CSSProperties, ReactNode } from "react";
import { BothLayouts } from "./both-layouts";
import { GEOMETRY, type Geometry, type Orientation, type Point } from "./geometry";

/**
 * The network's place: the picture in both layouts, of which the page's styles show one by the room that there is, and
 * over it what can be touched, which is there once and stands where `spot` puts it.
 */
export function NetworkStage({
  seen,
  draw,
  children,
}: {
  /** The layout that is shown, once it is known. */
  seen: Orientation | undefined;
  draw: (geometry: Geometry) => ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="net">
      <div className="net-stage">
        <BothLayouts
          seen={seen}
          draw={(orientation) => {
            const geometry = GEOMETRY[orientation];
            return (
              <svg
                className={`net-picture net-${orientation}`}
                viewBox={`0 0 ${geometry.width} ${geometry.height}`}
                aria-hidden="true"
              >
                {draw(geometry)}
              </svg>
            );
          }}
        />
        {children}
      </div>
    </div>
  );
}

/** Where something stands in a drawing of a size. */
interface Placed {
  readonly at: Point;
  readonly width: number;
  readonly height: number;
}

/** Puts an element of the page over a point of a picture, in both layouts. */
export function place(placed: (orientation: Orientation) => Placed): CSSProperties {
  const part = (of: number, whole: number) => `${((of / whole) * 100).toFixed(3)}%`;
  const [across, down] = (["across", "down"] as const).map((orientation) => {
    const { at, width, height } = placed(orientation);
    return { x: part(at.x, width), y: part(at.y, height) };
  });
  return { "--ax": across?.x, "--ay": across?.y, "--dx": down?.x, "--dy": down?.y } as CSSProperties;
}

/** Puts an element over a point of the network. */
export function spot(point: (geometry: Geometry) => Point): CSSProperties {
  return place((orientation) => {
    const geometry = GEOMETRY[orientation];
    return { at: point(geometry), width: geometry.width, height: geometry.height };
  });
}
