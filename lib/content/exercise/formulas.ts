import {
  evaluateFormula,
  FormulaError,
  type Names,
  NO_PARAMETERS,
  namesOf,
  type Parameters,
  parseFormula,
  parseParameters,
} from "../../exercise";
import { formulaMessage } from "../formula-problem";
import type { Place } from "../place";
import type { Reading } from "../reading";
import type { Attribute } from "../tag";

/** Parameters, or null if they could not be read: then nothing that uses them can be judged. */
export function readParameters(reading: Reading, attribute: Attribute | undefined): Parameters | null {
  if (!attribute) return NO_PARAMETERS;
  try {
    const parameters = parseParameters(attribute.value);
    for (const [name, value] of namesOf(parameters)) {
      if (Number.isFinite(value)) continue;
      reading.report("formula", attribute.placeAt(0), `In \`params\`, \`${name}\` comes out as ${value}.`);
    }
    return parameters;
  } catch (error) {
    reportFormula(reading, error, attribute.placeAt);
    return null;
  }
}

/** Whether a formula can be read and all of its names are known; reports where not. */
export function readFormula(
  reading: Reading,
  { value, placeAt }: Pick<Attribute, "value" | "placeAt">,
  names: Names,
): boolean {
  try {
    evaluateFormula(parseFormula(value), names);
    return true;
  } catch (error) {
    reportFormula(reading, error, placeAt, names.keys());
    return false;
  }
}

/** Stands in for parameters that could not be read, so that their every use is not reported again. */
export class EveryName extends Map<string, number> {
  override get(): number {
    return 1;
  }
}

export function reportFormula(
  reading: Reading,
  error: unknown,
  placeAt: (index: number) => Place,
  names?: Iterable<string>,
): void {
  if (!(error instanceof FormulaError)) throw error;
  const message = formulaMessage(error, names);
  reading.report("formula", placeAt(error.position), `This formula cannot be read: ${message}.`);
}

/** A value in a message. */
export function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
