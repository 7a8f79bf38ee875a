import type { PlotDocument } from "./document";
import { DrawnElement } from "./drawn";
import { unsupported } from "./errors";

/**
 * The canvas of a continuous legend: Plot paints 256 colours side by side on it and asks for its address. The
 * colours are remembered, so that the tree can show them as a gradient. Any other use of a canvas is refused.
 */
export class ColorStrip extends DrawnElement {
  width = 0;
  height = 0;
  private readonly colors: string[] = [];

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
      createImageData() {
        throw unsupported("Plot.raster", "Plot.contour, or Plot.cell and Plot.rect with fill");
      },
    };
  }

  toDataURL(): string {
    const { strips } = this.ownerDocument;
    const address = `strip:${strips.size + 1}`;
    strips.set(address, this.colors);
    return address;
  }
}
