import { STORAGE_NAME } from "../layout/site";

const KEY = `${STORAGE_NAME}:seed`;
let remembered: number | null = null;

/** What this reader's variants of exercises are drawn from: a number that stays in the browser. */
export function readSeed(): number {
  if (remembered !== null) return remembered;
  const kept = Number(stored() ?? Number.NaN);
  remembered = Number.isInteger(kept) ? kept : (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  if (!Number.isInteger(kept)) writeSeed(remembered);
  return remembered;
}

/** Takes the seed of an imported record. */
export function writeSeed(seed: number): void {
  remembered = seed;
  try {
    localStorage.setItem(KEY, String(seed));
  } catch {
    // Without storage the seed lasts as long as the page.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
