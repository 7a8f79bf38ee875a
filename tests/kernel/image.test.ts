import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { imageForm } from "@/lib/kernel/display";
import { pngOf } from "@/lib/kernel/display/png";
import { cleanTree } from "@/lib/plot";
import { headOf, imageFacts, parseMessage, toBase64 } from "@/lib/protocol";

/** A JPEG's beginning: an APP0 segment, then a frame of 3 × 2 pixels. */
const JPEG = Uint8Array.of(...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3]);
const pixels = (width: number, height: number) =>
  Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (at * 37) % 256);

describe("a PNG of pixels", () => {
  it("holds them, behind a checksum of its own in every chunk", () => {
    const png = pngOf(pixels(200, 130), 200, 130);
    const view = new DataView(png.buffer);
    const names: string[] = [];
    let data = new Uint8Array(0);
    for (let at = 8; at < png.length; ) {
      const size = view.getUint32(at);
      const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
      names.push(name);
      if (name === "IDAT") data = png.slice(at + 8, at + 8 + size);
      at += size + 12;
    }
    expect(names).toEqual(["IHDR", "IDAT", "IEND"]);
    // The last chunk is the same in every PNG there is.
    expect([...png.subarray(-12)]).toEqual([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
    // zlib itself unwraps the rows, its checksum included: one filter byte, then the pixels.
    const rows = inflateSync(data);
    expect(rows).toHaveLength(130 * 801);
    expect([...rows.subarray(801, 806)]).toEqual([0, ...pixels(200, 130).subarray(800, 804)]);
  });
});

describe("a picture's form", () => {
  it("is made of pixels and of files, and of nothing else", () => {
    const drawn = { data: pixels(4, 3), width: 4, height: 3 };
    expect(imageForm(drawn, "x")).toMatchObject({
      "application/vnd.gradbook.image+json": { type: "image/png", width: 4, height: 3, description: "x" },
    });
    expect(imageForm(JPEG, "x")).toMatchObject({
      "application/vnd.gradbook.image+json": { type: "image/jpeg", width: 3, height: 2 },
    });
    for (const value of [new Uint8Array(10), { ...drawn, width: 5 }, { data: 1 }, "x", null, [255, 216]])
      expect(imageForm(value, "x")).toBeUndefined();
  });

  it("is taken by the page for what its bytes say, if they are no more than it can hold", () => {
    const read = (image: unknown) => {
      const data = { "text/plain": "t", "application/vnd.gradbook.image+json": image };
      const parsed = parseMessage({ parent: "a#1", cell: "a", type: "display_data", data }, cleanTree);
      return parsed?.type === "display_data" ? parsed.data["application/vnd.gradbook.image+json"] : undefined;
    };
    const data = toBase64(pngOf(pixels(4, 3), 4, 3));
    const facts = { type: "image/png", width: 4, height: 3 };
    expect(read({ ...facts, width: 9, type: "text/html", data, description: "x" })).toEqual({
      ...facts,
      data,
      description: "x",
    });
    const bomb = pngOf(pixels(4, 3), 4, 3);
    new DataView(bomb.buffer).setUint32(16, 2000);
    new DataView(bomb.buffer).setUint32(20, 2000);
    for (const refused of [toBase64(bomb), "x", `${data.slice(0, -4)}"><b`, btoa("<svg/>"), ""])
      expect(read({ ...facts, data: refused, description: "" })).toBeUndefined();
  });
});

describe("base64", () => {
  it("is what Node makes of the same bytes, there and back", () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 91 + length) % 256);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(headOf(toBase64(bytes))).toEqual(bytes);
    }
    expect(imageFacts(new Uint8Array(0))).toBeNull();
  });
});
