import type { TipGroup } from "@/lib/protocol";

/** One place of a plot at which there is something to be read. */
export interface TipPlace {
  pointer: TipGroup["pointer"];
  x: number;
  y: number;
  lines: [label: string, value: string][];
  color: string;
  /** Which curve it is on, of all groups. */
  curve: number;
}

/** Pixels within which a pointer finds something, as in Plot. */
const REACH = 40;

/** How much of a distance counts that is across the one asked for, as in Plot. */
const ACROSS = 0.01;

/** All places, curve by curve, each from left to right. */
export function placesOf(groups: readonly TipGroup[]): TipPlace[] {
  const curves: TipPlace[][] = [];
  for (const group of groups) {
    const first = curves.length;
    for (let i = 0; i < group.x.length; i++) {
      const curve = first + (group.series?.[i] ?? 0);
      curves[curve] ??= [];
      curves[curve].push({
        pointer: group.pointer,
        x: group.x[i] ?? 0,
        y: group.y[i] ?? 0,
        lines: group.labels.flatMap((label, line): [string, string][] => {
          const value = group.values[i]?.[line] ?? "";
          return value === "" ? [] : [[label, value]];
        }),
        color: group.colors?.[i] ?? "",
        curve,
      });
    }
  }
  return curves.flatMap((curve) => curve?.sort((a, b) => a.x - b.x || b.y - a.y) ?? []);
}

/** The place that a pointer means, as its index; -1 if none is near. */
export function nearest(places: readonly TipPlace[], x: number, y: number): number {
  let found = -1;
  let least = REACH ** 2;
  let leastWhole = Number.POSITIVE_INFINITY;
  for (const [i, place] of places.entries()) {
    const dx = place.x - x;
    const dy = place.y - y;
    const kx = place.pointer === "y" ? ACROSS : 1;
    const ky = place.pointer === "x" ? ACROSS : 1;
    const distance = (kx * dx) ** 2 + (ky * dy) ** 2;
    const whole = dx ** 2 + dy ** 2;
    if (distance > least || (distance === least && whole >= leastWhole)) continue;
    found = i;
    least = distance;
    leastWhole = whole;
  }
  return found;
}

/** Places that the page keys leap over. */
const LEAP = 10;

/**
 * Where a key leads from a place: along its curve by left and right, to the nearest place of the next curve by up
 * and down. Undefined for other keys.
 */
export function stepTo(places: readonly TipPlace[], at: number, key: string): number | undefined {
  const place = places[at];
  if (!place) return undefined;
  const from = places.findIndex(({ curve }) => curve === place.curve);
  const to = places.findLastIndex(({ curve }) => curve === place.curve);
  const within = (next: number) => Math.min(to, Math.max(from, next));
  const several = to - from + 1 < places.length;
  switch (key) {
    case "ArrowRight":
      return within(at + 1);
    case "ArrowLeft":
      return within(at - 1);
    case "PageUp":
      return within(at + LEAP);
    case "PageDown":
      return within(at - LEAP);
    case "Home":
      return from;
    case "End":
      return to;
    case "ArrowUp":
      return several ? acrossTo(places, place, -1) : within(at + 1);
    case "ArrowDown":
      return several ? acrossTo(places, place, 1) : within(at - 1);
    default:
      return undefined;
  }
}

function acrossTo(places: readonly TipPlace[], place: TipPlace, direction: 1 | -1): number {
  const curves = [...new Set(places.map(({ curve }) => curve))];
  const next = curves[(curves.indexOf(place.curve) + direction + curves.length) % curves.length];
  let found = places.indexOf(place);
  let least = Number.POSITIVE_INFINITY;
  for (const [i, other] of places.entries()) {
    if (other.curve !== next) continue;
    const distance = Math.hypot(other.x - place.x, (other.y - place.y) * ACROSS);
    if (distance >= least) continue;
    found = i;
    least = distance;
  }
  return found;
}

/** What a place says, for those who hear it. */
export function spoken({ lines }: TipPlace): string {
  return lines.map(([label, value]) => (label === "" ? value : `${label} ${value}`)).join(", ");
}
