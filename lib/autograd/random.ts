import { checkOption } from "./errors";

/**
 * The generator behind `rand`, `randn`, … and the initial values of layers: sfc32 (Chris Doty-Humphrey's "small fast
 * chaotic" generator, three words of chaos and a counter, from PractRand), seeded by writing the seed into its words
 * and running it twelve times. The numbers are not PyTorch's, but the same seed always gives the same numbers.
 */
const state = new Uint32Array(4);
let spare = Number.NaN;
let seeded = false;

function next(): number {
  const a = state[0]!;
  const b = state[1]!;
  const c = state[2]!;
  const sum = (a + b + state[3]!++) >>> 0;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + sum;
  return sum;
}

/** Starts the generator anew: the same seed (a whole number from 0 up) gives the same numbers. */
export function manualSeed(seed: number): void {
  checkOption("manualSeed", "seed", seed, { whole: true });
  state[0] = 0;
  state[1] = seed % 2 ** 32;
  state[2] = Math.floor(seed / 2 ** 32);
  state[3] = 1;
  spare = Number.NaN;
  seeded = true;
  for (let i = 0; i < 12; i++) next();
}

/** @internal A number from 0 (included) to 1 (not included), with 53 random bits. */
export function uniform(): number {
  // Without a seed every run is different.
  if (!seeded) manualSeed(Math.floor(Math.random() * 2 ** 53));
  return ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

/** @internal A number from the normal distribution with mean 0 and variance 1, by Marsaglia's polar method. */
export function normal(): number {
  if (!Number.isNaN(spare)) {
    const value = spare;
    spare = Number.NaN;
    return value;
  }
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) {
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * scale;
      return u * scale;
    }
  }
}

/** @internal Runs a function with the generator started anew by a seed, and sets the generator back afterwards; without a seed, goes on with it. */
export function withSeed<T>(seed: number | null | undefined, run: () => T): T {
  if (seed === null || seed === undefined) return run();
  const before = { words: state.slice(), spare, seeded };
  manualSeed(seed);
  try {
    return run();
  } finally {
    state.set(before.words);
    spare = before.spare;
    seeded = before.seeded;
  }
}
