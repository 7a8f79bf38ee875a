import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deflate } from "../../lib/plot/deflate";
import { pngAddress } from "../../lib/plot/png";
import { pngSize } from "../../lib/plot/png-size";

/** zlib's own reader is the judge. */
const unpacked = (bytes: Uint8Array) => Uint8Array.from(inflateSync(deflate(bytes)));

describe("deflate", () => {
  test("anything comes back as it was", () => {
    const repeating = fc
      .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.nat(400)), { maxLength: 30 })
      .map((parts) =>
        Uint8Array.from(
          parts.flatMap(([part, times]) =>
            Array(times)
              .fill([...part])
              .flat(),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3_000 }), repeating), (bytes) => {
        expect(unpacked(bytes)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });

  test("repetitions from every distance and of every length", () => {
    const noise = Uint8Array.from({ length: 33_000 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 0xff);
    for (const distance of [1, 2, 3, 4, 5, 8, 9, 100, 1023, 1024, 8191, 24_577, 32_767, 32_768, 32_769]) {
      const before = noise.subarray(0, distance);
      const bytes = Uint8Array.from([...before, ...before.subarray(0, 300), ...before.subarray(0, 259)]);
      expect(unpacked(bytes)).toEqual(bytes);
    }
  });

  test("a row of the same is a small part of itself", () => {
    expect(deflate(new Uint8Array(100_000)).length).toBeLessThan(1_000);
  });
});

describe("pngAddress", () => {
  const address = pngAddress(3, 2, [...Array(24).keys()]);
  const file = Buffer.from(address.slice("data:image/png;base64,".length), "base64");

  test("is a PNG file: signature, header, checksums", () => {
    expect(file.subarray(0, 8)).toEqual(Buffer.from("89504e470d0a1a0a", "hex"));
    // An empty IEND chunk is the same in every file, its checksum included.
    expect(file.subarray(-12)).toEqual(Buffer.from("0000000049454e44ae426082", "hex"));
  });

  test("its pixels are those that were given", () => {
    const data = file.subarray(41, file.length - 12 - 4);
    const rows = inflateSync(data);
    // Filter 2: each byte is the difference to the one above.
    expect([...rows]).toEqual([2, ...Array(12).keys(), 2, ...Array(12).fill(12)]);
  });

  test("says its size; other addresses do not", () => {
    expect(pngSize(address)).toEqual({ width: 3, height: 2 });
    expect(pngSize(pngAddress(4096, 1, new Uint8Array(4 * 4096)))).toEqual({ width: 4096, height: 1 });
    for (const other of [
      "",
      "data:image/png;base64,",
      "data:image/svg+xml;base64,PHN2Zz4=",
      "https://a.b/c.png",
    ])
      expect(pngSize(other)).toBeNull();
    expect(pngSize(`data:image/png;base64,${"A".repeat(40)}`)).toBeNull();
  });
});
