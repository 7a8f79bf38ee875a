import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "../../lib/exercise";

describe("what learners type as a number", () => {
  test.each<[string, number]>([
    ["0.25", 0.25],
    [" 0.25\t", 0.25],
    ["\u3000 0.25", 0.25],
    ["０．２５", 0.25],
    ["０。２５", 0.25],
    ["0。25", 0.25],
    ["0,25", 0.25],
    ["０，２５", 0.25],
    [".25", 0.25],
    [",25", 0.25],
    ["25", 25],
    ["5.", 5],
    ["+0.25", 0.25],
    ["＋0.25", 0.25],
    ["-0.25", -0.25],
    ["−0.25", -0.25],
    ["–0.25", -0.25],
    ["－0.25", -0.25],
    ["- 0.25", -0.25],
    ["= 0.25", 0.25],
    ["＝0.25", 0.25],
    ["≈0.25", 0.25],
    ["1/4", 0.25],
    ["１／４", 0.25],
    ["1 / 4", 0.25],
    ["1÷4", 0.25],
    ["-1/4", -0.25],
    ["1/-4", -0.25],
    ["0.5/2", 0.25],
    ["2.5e-1", 0.25],
    ["2.5E-1", 0.25],
    ["２．５ｅ－１", 0.25],
    ["2.5e−1", 0.25],
    ["2.5 × 10^-1", 0.25],
    ["2.5×10⁻¹", 0.25],
    ["2.5*10^-1", 0.25],
    ["2.5·10^−1", 0.25],
    ["2.5×10²", 250],
    ["2.5e+2", 250],
    ["25%", 0.25],
    ["25 %", 0.25],
    ["２５％", 0.25],
    ["-25%", -0.25],
    ["0", 0],
    ["-0", -0],
    ["0%", 0],
    ["0e999", 0],
    ["1 000", 1000],
    ["1\u202f234\u202f567.5", 1_234_567.5],
    ["1,234,567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1.234", 1.234],
    ["0,234", 0.234],
    ["12,34", 12.34],
    ["1234,567", 1234.567],
    ["0.\u200b25\u200e", 0.25],
    ["007", 7],
    ["1e308", 1e308],
  ])("%s is %d", (text, value) => {
    expect(readNumber(text)).toEqual({ kind: "value", value });
  });

  test.each(["", " ", "\u3000", "\n\t", "\u200b", "\ufeff"])("nothing is untouched: %j", (text) => {
    expect(readNumber(text)).toEqual({ kind: "untouched" });
  });

  test.each([
    "abc",
    "NaN",
    "nan",
    "Infinity",
    "-Infinity",
    "∞",
    "undefined",
    "null",
    "true",
    "0x10",
    "1_000",
    "0b1",
    "1n",
    "--5",
    "+-5",
    "5-",
    "1 2",
    "12 34",
    "1,,5",
    "1.2.3",
    "1,23,456",
    "1 234,567 8",
    "0,001,234",
    ".",
    ",",
    "-",
    "%",
    "50%%",
    "1/4%",
    "50%/2",
    "/4",
    "1/",
    "1/2/3",
    "e5",
    "5e",
    "5e1.5",
    "1e5e5",
    "3²",
    "10^-3^2",
    "2+3",
    "2*3",
    "w5 = 0.1",
    "½",
    "零点二五",
    "٠٫٢٥",
    "<b>0.25</b>",
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "{{7*7}}",
    "0.25; drop table",
    "__proto__",
    "constructor",
    "[0.25]",
    '{"valueOf":1}',
    "😀",
    "0.25元",
  ])("%s is no number", (text) => {
    expect(readNumber(text)).toMatchObject({ kind: "unreadable", code: "not-a-number" });
  });

  test.each([
    ["1,234", "1234", "1.234"],
    ["12，345", "12345", "12.345"],
    ["-123,456", "123456", "123.456"],
  ])("%s could be two numbers", (text, grouped, decimal) => {
    expect(readNumber(text)).toEqual({
      kind: "unreadable",
      code: "ambiguous-separator",
      details: { grouped, decimal },
    });
  });

  test.each([
    ["1e400", "too-large"],
    ["-1e400", "too-large"],
    [`1${"0".repeat(79)}e999999999999`, "too-long"],
    ["1e308/1e-308", "too-large"],
    ["1e-400", "too-small"],
    ["1e-300/1e300", "too-small"],
    ["1e-323%", "too-small"],
    ["1/0", "division-by-zero"],
    ["0/0", "division-by-zero"],
    ["1/-0", "division-by-zero"],
    ["9".repeat(1000), "too-long"],
    ["1 ".repeat(5000), "too-long"],
  ])("%s is refused for its size", (text, code) => {
    expect(readNumber(text)).toMatchObject({ kind: "unreadable", code });
  });

  test("what cannot be read is said back", () => {
    expect(readNumber(" 12a ")).toEqual({
      kind: "unreadable",
      code: "not-a-number",
      details: { found: "12a" },
    });
  });
});

describe("for all numbers", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });

  test("JavaScript's own way of writing is read back exactly", () => {
    fc.assert(
      fc.property(number, (value) => {
        for (const text of [String(value), value.toExponential()]) {
          expect(readNumber(text)).toEqual({ kind: "value", value: Number(text) });
        }
      }),
    );
  });

  test("decimal commas, full-width characters and typographic signs change nothing", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const text = (value + 0).toFixed(4);
        const expected = { kind: "value", value: Number(text) };
        expect(readNumber(text.replace(".", ","))).toEqual(expected);
        expect(readNumber(text.replace("-", "−"))).toEqual(expected);
        const wide = text.replace(/[!-~]/g, (plain) => String.fromCharCode(plain.charCodeAt(0) + 0xfee0));
        expect(readNumber(wide)).toEqual(expected);
        expect(
          readNumber(new Intl.NumberFormat("fr", { minimumFractionDigits: 4 }).format(value + 0)),
        ).toEqual(expected);
      }),
    );
  });

  test("English and German grouping is read, or said to be ambiguous", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 9 }), (whole, tenths) => {
        const value = whole < 0 ? whole - tenths / 10 : whole + tenths / 10;
        for (const locale of ["en", "de"]) {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(value);
          expect(readNumber(text)).toEqual({ kind: "value", value: Number(value.toFixed(1)) });
        }
      }),
    );
  });

  test("fractions are quotients", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer().filter((under) => under !== 0),
        (over, under) => {
          expect(readNumber(`${over}/${under}`)).toEqual({ kind: "value", value: over / under });
        },
      ),
    );
  });

  test("whatever is typed, the answer is a finite number or none", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,eE+-/% 　−×^") })),
        (text) => {
          const reading = readNumber(text);
          if (reading.kind === "value") expect(Number.isFinite(reading.value)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
