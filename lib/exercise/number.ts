/** Why a typed number cannot be read. The page has a sentence for each, in each language. */
export type UnreadableNumberCode =
  /** Some character or word has no place in a number; details: `found`. */
  | "not-a-number"
  /** `1,234` is 1234 to some and 1.234 to others; details: `grouped`, `decimal`. */
  | "ambiguous-separator"
  | "division-by-zero"
  /** Beyond what a 64-bit float can hold. */
  | "too-large"
  /** Not zero, but nearer to it than a 64-bit float can tell. */
  | "too-small"
  /** Details: `limit`. */
  | "too-long";

/** What became of a typed text. Only `value` counts as an answer. */
export type NumberReading =
  | { kind: "untouched" }
  | { kind: "unreadable"; code: UnreadableNumberCode; details: Record<string, string> }
  | { kind: "value"; value: number };

const LONGEST = 80;

/** Characters that cannot be seen, which copying from a page or a chat brings along. */
const INVISIBLE = /\p{Cf}/gu;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Reads what a learner types as a number: `0.25`, `０．２５`, `0,25`, `.25`, `1/4`, `2.5e-1`, `2.5×10^-1`, `25%`,
 * `−0.25`, `= 0.25`, `1 000`, `1,234,567`, `1.234,5`.
 *
 * Separators. A point is the decimal point (also `。`, which Chinese input methods type). A comma is a decimal
 * comma, unless commas (or points) occur several times and cut the digits into groups of three. Spaces may group
 * by three too. `1,234` (one comma, one to three digits before it, no leading zero, three digits after it) is
 * both: it is unreadable, so that it costs nothing, and the learner is asked which was meant.
 */
export function readNumber(text: string): NumberReading {
  const plain = plainText(text);
  if (plain === "") return { kind: "untouched" };
  if (plain.length > LONGEST) return unreadable("too-long", { limit: String(LONGEST) });

  const percent = plain.endsWith("%");
  const parts = (percent ? plain.slice(0, -1) : plain).replace(/^[=≈]\s*/, "").split("/");
  const [over, under] = parts.map(readDecimal);
  // A fraction of percents is more likely a slip than meant.
  if (!over || parts.length > 2 || (percent && under)) return unreadable("not-a-number", { found: plain });
  if (over.kind !== "value") return over;
  if (!under) return percent ? inRange(over.value / 100, over.value !== 0) : over;
  if (under.kind !== "value") return under;
  if (under.value === 0) return unreadable("division-by-zero");
  return inRange(over.value / under.value, over.value !== 0);
}

/** The text in ASCII as far as numbers go: full-width forms, signs, multiplication signs, superscripts. */
function plainText(text: string): string {
  return text
    .trim()
    .slice(0, 4 * LONGEST)
    .replace(INVISIBLE, "")
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/。/g, ".")
    .replace(/[−–‐‑﹣]/g, "-")
    .replace(/÷/g, "/")
    .replace(/[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/, (raised) => {
      const digits = [...raised].map((digit) => SUPERSCRIPTS.indexOf(digit)).filter((digit) => digit >= 0);
      return `^${raised.startsWith("⁻") ? "-" : ""}${digits.join("")}`;
    })
    .trim();
}

const DECIMAL = /^([+-]?)\s*(\d[\d.,\s]*|[.,]\d+)\s*(?:(?:e|[x×*·⋅]\s*10\s*\^)\s*([+-]?)\s*(\d+))?$/i;

function readDecimal(text: string): NumberReading {
  const trimmed = text.trim();
  const found = DECIMAL.exec(trimmed);
  if (!found) return unreadable("not-a-number", { found: trimmed });
  const [, sign, digits = "", exponentSign = "", exponent = "0"] = found;
  const written = withPoint(digits.trimEnd());
  if (typeof written !== "string") return written;
  const value = Number(`${sign}${written}e${exponentSign}${exponent}`);
  return inRange(value, /[1-9]/.test(written));
}

/** Digits with one decimal point at most, from digits with separators. */
function withPoint(text: string): string | NumberReading {
  const nonsense = unreadable("not-a-number", { found: text });
  const marks = text.replace(/[^.,]/g, "");
  const last = marks.slice(-1);
  const once = last !== "" && marks.indexOf(last) === marks.length - 1;
  if (marks === "," && /^[1-9]\d{0,2},\d{3}$/.test(text)) {
    return unreadable("ambiguous-separator", {
      grouped: text.replace(",", ""),
      decimal: text.replace(",", "."),
    });
  }
  const cut = once ? text.lastIndexOf(last) : text.length;
  const whole = text.slice(0, cut);
  const fraction = text.slice(cut + 1);
  const groups = whole.split(/[.,\s]/);
  const separators = new Set(whole.replace(/\d/g, ""));
  // The whole part is digits, or groups of three with one kind of separator; the fraction is digits.
  if (/\D/.test(fraction) || separators.size > 1) return nonsense;
  if (groups.length > 1) {
    const [first = "", ...rest] = groups;
    if (!/^[1-9]\d{0,2}$/.test(first) || rest.some((group) => group.length !== 3)) return nonsense;
  }
  return `${groups.join("")}.${fraction}`;
}

function inRange(value: number, notZero: boolean): NumberReading {
  if (!Number.isFinite(value)) return unreadable("too-large");
  if (value === 0 && notZero) return unreadable("too-small");
  return { kind: "value", value };
}

function unreadable(code: UnreadableNumberCode, details: Record<string, string> = {}): NumberReading {
  return { kind: "unreadable", code, details };
}
