import type { Geometry, Point } from "./geometry";
import { spot } from "./stage";

/** What lies over a node or the error, to be looked at: by pointing, by a press, by the keyboard. */
export function NodeButton({
  label,
  place,
  pressed,
  onLook,
}: {
  label: string;
  place: (geometry: Geometry) => Point;
  pressed: boolean;
  onLook: () => void;
}) {
  return (
    <button
      type="button"
      className="net-touch"
      aria-label={label}
      aria-pressed={pressed}
      style={spot(place)}
      onClick={onLook}
      onFocus={onLook}
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse" && event.buttons === 0) onLook();
      }}
    />
  );
}
