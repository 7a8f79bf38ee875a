import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Observed, observeCell, observePlain } from "./observe";
import { randomProgram } from "./random-program";

const FUEL = 25;

/** Runs something while functions, whose compiled text differs, read as their names. */
async function withoutFunctionTexts<T>(run: () => Promise<T>): Promise<T> {
  const original = Function.prototype.toString;
  Function.prototype.toString = function () {
    return `function ${this.name}`;
  };
  try {
    return await run();
  } finally {
    Function.prototype.toString = original;
  }
}

const comparable = ({ told, error }: Observed) => ({
  told: told.map((value) => inspect(value, { depth: 4 })),
  // The words for a syntax error are our own.
  error: error?.startsWith("SyntaxError") ? "SyntaxError" : error,
});

test("a cell does what a module of the same text does", async () => {
  let failing = 0;
  let ended = 0;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const code = randomProgram((below) => generate(fc.nat, { max: below - 1 }));
      const [module, cell] = await withoutFunctionTexts(async () => {
        globalThis.fuel = FUEL;
        const first = await observePlain(code);
        globalThis.fuel = FUEL;
        return [comparable(first), comparable(await observeCell(code))];
      });
      if (module.error) failing++;
      else ended++;
      expect(cell, code).toEqual(module);
    }),
    { numRuns: 200 },
  );
  // Both ways of ending were tried.
  expect(failing).toBeGreaterThan(0);
  expect(ended).toBeGreaterThan(0);
}, 60_000);
