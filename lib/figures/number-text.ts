const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "-": "⁻",
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, digit) => [String(digit), sign])),
};

/** From here on numbers are written with a power of ten. */
const LARGE = 1e6;

/** A number with so many digits behind the point, a true minus sign, and `1.23×10⁸` where it is large. */
export function fixed(value: number, digits: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (Math.abs(value) >= LARGE) return withPower(value, 2);
  const text = value.toFixed(digits);
  // What rounds to nothing has no sign.
  return minus(Number(text) === 0 ? text.replace("-", "") : text);
}

/** A number with so many significant digits; with a power of ten where it is large or small. */
export function significant(value: number, digits: number): string {
  if (value === 0 || !Number.isFinite(value)) return fixed(value, 0);
  const size = Math.abs(value);
  if (size >= LARGE || size < 1e-3) return withPower(value, digits - 1);
  return minus(String(Number(value.toPrecision(digits))));
}

/** As `fixed`, with a plus sign where it is positive. */
export function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  return value > 0 && !/^0\.?0*$/.test(text) ? `+${text}` : text;
}

/** A power of ten: `10⁴`. */
export function powerOfTen(value: number): string {
  return withPower(value, 0).replace(/^1×/, "");
}

function withPower(value: number, digits: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(digits).split("e");
  const power = exponent.replace("+", "").replace(/[-\d]/g, (sign) => SUPERSCRIPTS[sign] ?? sign);
  return `${minus(mantissa)}×10${power}`;
}

function minus(text: string): string {
  return text.replace("-", "−");
}
