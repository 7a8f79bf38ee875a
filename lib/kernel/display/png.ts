/** The remainders of the checksum of PNG's chunks (CRC-32, polynomial 0xEDB88320), by byte. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});
/** Bytes of one block that is stored as it is (RFC 1951). */
const BLOCK = 65_535;

/**
 * A PNG of pixels. It is not compressed: it goes from the worker to the page and no further.
 *
 * @param pixels red, green, blue and opacity (0 to 255) of each pixel, row by row
 */
export function pngOf(pixels: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // 8 bits a channel, four channels; no filter is announced here, but in front of each row.
  header.set([8, 6], 8);
  const rows = new Uint8Array(height * (width * 4 + 1));
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    ...chunk("IHDR", header),
    ...chunk("IDAT", stored(rows)),
    ...chunk("IEND", new Uint8Array(0)),
  ]);
}

/** Bytes in zlib's wrapping (RFC 1950), uncompressed. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const size = Math.min(BLOCK, bytes.length - at);
    const last = at + size === bytes.length ? 1 : 0;
    parts.push(Uint8Array.of(last, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255));
    parts.push(bytes.subarray(at, at + size));
  }
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return joined([...parts, fourBytes(((high << 16) | low) >>> 0)]);
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const body = joined([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data]);
  let rest = 0xffffffff;
  for (const byte of body) rest = (REMAINDERS[(rest ^ byte) & 255] ?? 0) ^ (rest >>> 8);
  return [fourBytes(data.length), body, fourBytes(~rest >>> 0)];
}

function fourBytes(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
