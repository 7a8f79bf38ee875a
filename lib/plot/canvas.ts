import type { PlotDocument } from "./document";
import { DrawnElement } from "./drawn";
import { PlotError } from "./errors";
import { MAX_SIZE } from "./limits";
import { pngAddress } from "./png";

/** Pixels as Plot's rasters write them. */
interface Pixels {
  width: number;
  height: number;
  /** Four bytes a pixel, row by row. */
  data: Uint8ClampedArray;
}

/**
 * The canvas of a drawing, as far as Plot uses one. A continuous legend paints 256 colours side by side: these are
 * remembered, so that the tree can show them as a gradient. A raster puts its pixels: they become a PNG file.
 */
export class Canvas extends DrawnElement {
  width = 0;
  height = 0;
  private readonly colors: string[] = [];
  private pixels: Pixels | null = null;

  constructor(document: PlotDocument, space: string) {
    super(document, space, "canvas");
  }

  getContext(): object {
    const { colors } = this;
    return {
      fillStyle: "",
      fillRect(this: { fillStyle: unknown }, x: number) {
        colors[x] = String(this.fillStyle);
      },
      createImageData: blankPixels,
      putImageData: (pixels: Pixels) => {
        this.pixels = pixels;
      },
    };
  }

  toDataURL(): string {
    if (this.pixels) return pngAddress(this.pixels.width, this.pixels.height, this.pixels.data);
    const { strips } = this.ownerDocument;
    const address = `strip:${strips.size + 1}`;
    strips.set(address, this.colors);
    return address;
  }
}

/** @throws PlotError `plot-size` */
function blankPixels(width: number, height: number): Pixels {
  for (const [option, value] of Object.entries({ width, height })) {
    if (value >= 1 && value <= MAX_SIZE) continue;
    throw new PlotError(
      "plot-size",
      { option, value: String(value), limit: String(MAX_SIZE) },
      `a raster's ${option} must be at least 1 and at most ${MAX_SIZE} pixels: ${value}`,
    );
  }
  return { width, height, data: new Uint8ClampedArray(4 * width * height) };
}
