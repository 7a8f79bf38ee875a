/** The first bytes of every PNG file. */
export const SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How the address of a PNG file begins that is in its address. */
export const PREFIX = "data:image/png;base64,";

/** The letters of base64, by their values. */
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The size that a PNG's address says it has; null if it is no such address. Only its beginning is looked at. */
export function pngSize(address: string): { width: number; height: number } | null {
  if (!address.startsWith(PREFIX)) return null;
  // Signature, length and name of the header, width, height: 24 bytes are 32 letters.
  const head = bytesOf(address.slice(PREFIX.length, PREFIX.length + 32));
  if (!head || head.length < 24 || SIGNATURE.some((byte, i) => head[i] !== byte)) return null;
  const number = (at: number) => head.slice(at, at + 4).reduce((value, byte) => value * 256 + byte, 0);
  return number(12) === 0x49484452 ? { width: number(16), height: number(20) } : null;
}

/** The bytes of whole groups of four letters; null for other letters. */
function bytesOf(text: string): number[] | null {
  const bytes: number[] = [];
  for (let at = 0; at + 4 <= text.length; at += 4) {
    const values = [...text.slice(at, at + 4)].map((letter) => LETTERS.indexOf(letter));
    if (values.includes(-1)) return null;
    const [a = 0, b = 0, c = 0, d = 0] = values;
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return bytes;
}
