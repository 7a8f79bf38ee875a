import { checkOption } from "../errors";
import { normal, uniform, withSeed } from "../random";
import { blank, type Tensor } from "../tensor";
import type { RandomOptions } from "./dataset";

/** How many samples are generated, and how noisy they are. */
export interface GeneratedOptions extends RandomOptions {
  /** How many samples. Default 100. */
  readonly samples?: number;
  /** The standard deviation of what is added at random to every coordinate. */
  readonly noise?: number;
}

/** Samples and what belongs to them. */
export interface Samples {
  /** float64, [samples, features] */
  readonly x: Tensor;
  /** int64 classes [samples], or float64 values [samples, 1] */
  readonly y: Tensor;
}

/** Classes of points in the plane, whose samples alternate: sample i is of class i modulo `classes`. */
function points(
  name: string,
  classes: number,
  options: GeneratedOptions | undefined,
  noise: number,
  point: (kind: number, part: number) => readonly [number, number],
): Samples {
  const samples = options?.samples ?? 100;
  const deviation = options?.noise ?? noise;
  checkOption(name, "samples", samples, { whole: true });
  checkOption(name, "noise", deviation);
  const x = blank([samples, 2], "float64");
  const y = blank([samples], "int64");
  withSeed(options?.seed, () => {
    for (let i = 0; i < samples; i++) {
      const kind = i % classes;
      const [a, b] = point(kind, uniform());
      x.values[2 * i] = a + deviation * normal();
      x.values[2 * i + 1] = b + deviation * normal();
      y.values[i] = kind;
    }
  });
  return { x, y };
}

/** Two half circles that reach into each other; noise 0.1 by default. */
export const moons = (options?: GeneratedOptions): Samples =>
  points("moons", 2, options, 0.1, (kind, part) => {
    const angle = Math.PI * part;
    return kind === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
  });

/** A circle around another of half its radius; noise 0.05 by default. */
export const circles = (options?: GeneratedOptions): Samples =>
  points("circles", 2, options, 0.05, (kind, part) => {
    const radius = kind === 0 ? 1 : 0.5;
    return [radius * Math.cos(2 * Math.PI * part), radius * Math.sin(2 * Math.PI * part)];
  });

/** Options of samples of several classes. */
export interface ClassesOptions extends GeneratedOptions {
  /** How many classes. Default 3. */
  readonly classes?: number;
}

function classesOf(name: string, options: ClassesOptions | undefined): number {
  const classes = options?.classes ?? 3;
  checkOption(name, "classes", classes, { least: 1, whole: true });
  return classes;
}

/** Arms of a spiral, one for each class; noise 0.02 by default. */
export function spirals(options?: ClassesOptions): Samples {
  const classes = classesOf("spirals", options);
  return points("spirals", classes, options, 0.02, (kind, part) => {
    const angle = 2 * Math.PI * (kind / classes + 0.7 * part);
    return [part * Math.cos(angle), part * Math.sin(angle)];
  });
}

/** Clouds around points of a circle of radius 2, one for each class; noise 0.5 by default. */
export function blobs(options?: ClassesOptions): Samples {
  const classes = classesOf("blobs", options);
  return points("blobs", classes, options, 0.5, (kind) => {
    const angle = (2 * Math.PI * kind) / classes;
    return [2 * Math.cos(angle), 2 * Math.sin(angle)];
  });
}

/** Numbers between −1 and 1 and a function of each. */
function curve(name: string, options: GeneratedOptions | undefined, f: (x: number) => number): Samples {
  const samples = options?.samples ?? 100;
  const noise = options?.noise ?? 0.1;
  checkOption(name, "samples", samples, { whole: true });
  checkOption(name, "noise", noise);
  const x = blank([samples, 1], "float64");
  const y = blank([samples, 1], "float64");
  withSeed(options?.seed, () => {
    for (let i = 0; i < samples; i++) {
      const at = 2 * uniform() - 1;
      x.values[i] = at;
      y.values[i] = f(at) + noise * normal();
    }
  });
  return { x, y };
}

/** Options of samples of a straight line. */
export interface LinearOptions extends GeneratedOptions {
  /** Default 2. */
  readonly slope?: number;
  /** Default 1. */
  readonly intercept?: number;
}

/** A straight line, y = slope · x + intercept, with noise 0.1 by default. */
export const linear = (options?: LinearOptions): Samples =>
  curve("linear", options, (x) => (options?.slope ?? 2) * x + (options?.intercept ?? 1));

/** One wave, y = sin(π x), with noise 0.1 by default. */
export const sine = (options?: GeneratedOptions): Samples =>
  curve("sine", options, (x) => Math.sin(Math.PI * x));
