import { evaluateFormula, FormulaError, type Names, parseFormula } from "./formula";
import { CONSTANTS, FUNCTIONS } from "./formula/functions";
import { plainName } from "./formula/token";

/** A value that a parameter may take, as the author wrote it. */
export interface ParameterValue {
  text: string;
  value: number;
}

/**
 * What an exercise is asked with: names of which one value is drawn, and names that are formulas over those before.
 * `w: 2..6; eta: 0.05, 0.1; g = 2*w` has ten combinations.
 */
export interface Parameters {
  drawn: { name: string; values: ParameterValue[] }[];
  derived: { name: string; formula: string }[];
}

export const NO_PARAMETERS: Parameters = { drawn: [], derived: [] };

/** Each combination is proven when the site is built, so there must not be too many. */
export const MOST_COMBINATIONS = 5000;

const NAME = /^(\s*)(\p{L}[\p{L}\p{Nd}₀-₉_]*)\s*([=:])/u;
const VALUE =
  /^([-−]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-−]?\d+)?)(?:\s*\.\.\s*([-−]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-−]?\d+)?)(?:\s+step\s+([-−]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-−]?\d+)?))?)?$/i;

/**
 * Reads parameters, separated by semicolons: `name: values` with numbers and ranges (`2..6`, `0..1 step 0.25`), or
 * `name = formula`. Throws a FormulaError whose position counts from the start of the whole text.
 */
export function parseParameters(text: string): Parameters {
  const parameters: Parameters = { drawn: [], derived: [] };
  const names = new Map<string, number>();
  let start = 0;
  for (const piece of text.split(";")) {
    if (piece.trim() !== "") parsePiece(piece, start, parameters, names);
    start += piece.length + 1;
  }
  return parameters;
}

function parsePiece(piece: string, start: number, parameters: Parameters, names: Map<string, number>): void {
  const found = NAME.exec(piece);
  if (!found) throw new FormulaError("bad-binding", start + piece.length - piece.trimStart().length);
  const [head, indent = "", written = "", sign] = found;
  const name = plainName(written);
  const position = start + indent.length;
  if (CONSTANTS.has(name) || FUNCTIONS.has(name)) throw new FormulaError("reserved-name", position, { name });
  if (names.has(name)) throw new FormulaError("bound-twice", position, { name });
  const rest = piece.slice(head.length);
  if (sign === ":") {
    const values = parseValues(rest, start + head.length);
    parameters.drawn.push({ name, values });
    names.set(name, values[0]?.value ?? Number.NaN);
    if (countCombinations(parameters) > MOST_COMBINATIONS) {
      throw new FormulaError("too-many-combinations", position, { limit: String(MOST_COMBINATIONS) });
    }
    return;
  }
  try {
    names.set(name, evaluateFormula(parseFormula(rest), names));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FormulaError(error.code, start + head.length + error.position, error.details);
  }
  parameters.derived.push({ name, formula: rest.trim() });
}

function parseValues(text: string, start: number): ParameterValue[] {
  const values: ParameterValue[] = [];
  let at = start;
  for (const item of text.split(",")) {
    const trimmed = item.trim();
    const position = at + Math.max(0, item.indexOf(trimmed));
    const found = VALUE.exec(trimmed);
    if (!found) throw new FormulaError("bad-values", position, { found: trimmed });
    const [, first = "", last, step] = found;
    if (last === undefined) values.push({ text: first, value: toNumber(first) });
    else values.push(...range(first, last, step, position, trimmed));
    at += item.length + 1;
  }
  const twice = values.find(({ value }, index) => values.findIndex((one) => one.value === value) !== index);
  if (twice) throw new FormulaError("value-twice", start, { found: twice.text });
  return values;
}

function range(
  first: string,
  last: string,
  step: string | undefined,
  position: number,
  found: string,
): ParameterValue[] {
  const [from, to, by] = [toNumber(first), toNumber(last), step === undefined ? 1 : toNumber(step)];
  const count = Math.floor((to - from) / by + 1e-9) + 1;
  if (!(by > 0) || !(count >= 1)) throw new FormulaError("bad-values", position, { found });
  if (count > MOST_COMBINATIONS)
    throw new FormulaError("too-many-combinations", position, { limit: String(MOST_COMBINATIONS) });
  return Array.from({ length: count }, (_, index) => {
    // A dozen digits hide what a sum of decimals leaves behind.
    const value = Number((from + index * by).toPrecision(12));
    return { text: String(value), value };
  });
}

function toNumber(text: string): number {
  return Number(text.replaceAll("−", "-"));
}

/** How many ways there are to choose the values. */
export function countCombinations({ drawn }: Parameters): number {
  return drawn.reduce((product, { values }) => product * values.length, 1);
}

/** The values that a combination chooses, by name. `index` counts from 0; the last name changes fastest. */
export function chosenValues({ drawn }: Parameters, index: number): Map<string, ParameterValue> {
  const chosen: [string, ParameterValue][] = [];
  let rest = index;
  for (const { name, values } of drawn.toReversed()) {
    const value = values[rest % values.length];
    if (value) chosen.push([name, value]);
    rest = Math.floor(rest / values.length);
  }
  return new Map(chosen.toReversed());
}

/** The values of all names in a combination, the derived ones included. */
export function namesOf(parameters: Parameters, index = 0): Names {
  const names = new Map<string, number>();
  for (const [name, { value }] of chosenValues(parameters, index)) names.set(name, value);
  for (const { name, formula } of parameters.derived) {
    names.set(name, evaluateFormula(parseFormula(formula), names));
  }
  return names;
}

/** The values of a combination in words, for messages: `w = 2, eta = 0.1`. */
export function describeCombination(parameters: Parameters, index: number): string {
  return [...chosenValues(parameters, index)].map(([name, { text }]) => `${name} = ${text}`).join(", ");
}

/**
 * Which combination a reader gets at the nth draw. The same seed and key give the same sequence, which goes through all
 * combinations before one comes again.
 */
export function drawCombination(parameters: Parameters, seed: number, key: string, draw: number): number {
  const count = countCombinations(parameters);
  if (count <= 1) return 0;
  const start = hash(key, seed) % count;
  // A step without a common divisor visits every combination; not 1, so that more than one value changes.
  let step = 1 + (hash(key, seed ^ 0x9e3779b9) % (count - 1));
  while (greatestCommonDivisor(step, count) > 1) step = (step % (count - 1)) + 1;
  return (start + (draw % count) * step) % count;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** FNV-1a over UTF-16 units, with the final mix of MurmurHash3: neighbours in, strangers out. */
export function hash(text: string, seed = 0): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The numbers 0 … n−1 in an order that the text decides. */
export function shuffled(count: number, text: string): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = hash(`${text}/${last}`) % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
