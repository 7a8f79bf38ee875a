import { imageFacts, MAX_IMAGE_PIXELS, toBase64 } from "../../protocol";
import { type RichForms, safely } from "./mime";
import { pngOf } from "./png";

/**
 * A picture as the page can draw it; undefined for anything else. Pictures are the bytes of a PNG or a JPEG, pixels
 * (`ImageData`), and what was drawn on an `OffscreenCanvas`. One that is larger than the page takes has no form but its
 * text.
 *
 * @param description what those hear who cannot see it
 */
export function imageForm(value: unknown, description: string): RichForms | undefined {
  const bytes = safely(() => (value instanceof Uint8Array ? value : pixelsOf(value)));
  const facts = bytes && imageFacts(bytes);
  if (!facts || facts.width * facts.height > MAX_IMAGE_PIXELS) return undefined;
  const { type, width, height } = facts;
  const image = { type, width, height, description, data: toBase64(bytes) };
  return { "application/vnd.gradbook.image+json": image };
}

/** The parts of a canvas that are wanted here. */
interface Canvas {
  width: number;
  height: number;
  getContext(kind: "2d"): { getImageData(x: number, y: number, w: number, h: number): unknown } | null;
}

function pixelsOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isCanvas(value)) return pixelsOf(value.getContext("2d")?.getImageData(0, 0, value.width, value.height));
  const { data, width, height } = value as { data?: unknown; width?: unknown; height?: unknown };
  if (!(data instanceof Uint8ClampedArray) || typeof width !== "number" || typeof height !== "number")
    return undefined;
  if (width * height > MAX_IMAGE_PIXELS || data.length !== width * height * 4) return undefined;
  return pngOf(data, width, height);
}

function isCanvas(value: object): value is Canvas {
  return Object.prototype.toString.call(value) === "[object OffscreenCanvas]";
}
