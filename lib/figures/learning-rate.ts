import { mul, square, sum, type Tensor, tensor } from "../autograd/core";
import { remembering } from "./remember";

/** A quadratic loss: along each axis of its own a parabola λ w² / 2. */
interface Surface {
  readonly loss: (w: Tensor) => Tensor;
  /** λ of each axis: the second derivatives. */
  readonly curvatures: readonly number[];
  readonly start: readonly number[];
}

const SURFACES_BY_NAME = {
  /** L = w² */
  bowl: { loss: (w) => sum(square(w)), curvatures: [2], start: [4] },
  /** L = (w₁² + 10 w₂²) / 2 */
  ravine: { loss: (w) => sum(mul(square(w), tensor([0.5, 5]))), curvatures: [1, 10], start: [10, 1] },
} satisfies Record<string, Surface>;

export type SurfaceName = keyof typeof SURFACES_BY_NAME;
export const SURFACES: Readonly<Record<SurfaceName, Surface>> = SURFACES_BY_NAME;
export const SURFACE_NAMES = Object.keys(SURFACES_BY_NAME) as readonly SurfaceName[];

/** Points of the bowl, close enough to look smooth. */
export const bowlPoints = remembering((min: number, max: number): (readonly [number, number])[] => {
  const ws = Array.from({ length: 121 }, (_, index) => min + ((max - min) * index) / 120);
  const losses = square(tensor(ws)).tolist() as number[];
  return ws.map((w, index) => [w, losses[index] ?? Number.NaN]);
});

/** The largest λ: it alone decides what a learning rate leads to. */
export function steepest(name: SurfaceName): number {
  return Math.max(...SURFACES[name].curvatures);
}

/** What becomes of gradient descent on a parabola. */
export type Regime = "crawling" | "monotone" | "exact" | "oscillating" | "endless" | "diverging";

/** Below this ηλ a step removes less than a twentieth of the way. */
const CRAWL = 0.05;

/**
 * Each step multiplies w by 1 − ηλ: above 0 the side never changes, at 0 the first step ends in the minimum, below it the
 * sides alternate, at −1 for ever, beyond it farther each time.
 */
export function regimeOf(eta: number, lambda: number): Regime {
  const product = Number((eta * lambda).toPrecision(12));
  if (product > 2) return "diverging";
  if (product === 2) return "endless";
  if (product > 1) return "oscillating";
  if (product === 1) return "exact";
  return product < CRAWL ? "crawling" : "monotone";
}

/** Where gradient descent was before each step and after the last, and the loss there. */
export interface Run {
  readonly places: readonly (readonly number[])[];
  readonly losses: readonly number[];
}

/** Steps that are shown of a run that stays finite. */
export const SHOWN_STEPS = 40;
/** Steps after which nobody waits any longer for numbers to overflow. */
const MOST_STEPS = 500;
/** From this factor on numbers of 64 bits overflow within so many steps. */
const OVERFLOWING = 4.1;

/** w ← w − η ∂L/∂w for 40 steps; where the numbers will soon overflow, until they are none (NaN). */
export const descend = remembering((name: SurfaceName, eta: number, ...start: readonly number[]): Run => {
  const { loss, curvatures } = SURFACES[name];
  const soon = curvatures.some((lambda) => Math.abs(1 - eta * lambda) >= OVERFLOWING);
  const steps = soon ? MOST_STEPS : SHOWN_STEPS;
  const places: (readonly number[])[] = [];
  const losses: number[] = [];
  for (let w = start; places.length <= steps; ) {
    const at = tensor([...w], { requiresGrad: true });
    const value = loss(at);
    value.backward();
    places.push(w);
    losses.push(value.item());
    if (Number.isNaN(value.item())) break;
    const slopes = at.grad?.tolist() as number[];
    w = w.map((one, index) => one - eta * (slopes[index] ?? 0));
  }
  return { places, losses };
});

/** The first step at which the loss is beyond all numbers, and at which it is none; null where it stays one. */
export function overflowOf({ losses }: Run): { infinite: number; nan: number } | null {
  const nan = losses.findIndex(Number.isNaN);
  const infinite = losses.indexOf(Number.POSITIVE_INFINITY);
  return nan < 0 ? null : { infinite, nan };
}
