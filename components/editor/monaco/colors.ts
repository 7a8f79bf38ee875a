/**
 * Reads colours as CSS computes them. Monaco wants `#rrggbb` or `#rrggbbaa`, while a page's colours may be written
 * in any notation (`light-dark()`, `oklch()`, `color-mix()`); a canvas turns all of them into bytes.
 */
export class ColorReader {
  readonly #probe: HTMLElement;
  readonly #context: CanvasRenderingContext2D | null;

  /** @param within the probe is put into this element while colours are read: its custom properties count. */
  constructor(private readonly within: HTMLElement) {
    this.#probe = within.ownerDocument.createElement("span");
    this.#probe.hidden = true;
    const canvas = within.ownerDocument.createElement("canvas");
    canvas.width = canvas.height = 1;
    this.#context = canvas.getContext("2d", { willReadFrequently: true });
  }

  /** The values of custom properties, `undefined` for those that the page does not define. */
  read<Name extends string>(names: readonly Name[]): Record<Name, string | undefined> {
    this.within.append(this.#probe);
    const style = getComputedStyle(this.#probe);
    const colors = {} as Record<Name, string | undefined>;
    for (const name of names) {
      if (!style.getPropertyValue(name)) continue;
      this.#probe.style.color = `var(${name})`;
      colors[name] = this.#hex(style.color);
    }
    this.#probe.remove();
    return colors;
  }

  #hex(color: string): string | undefined {
    const context = this.#context;
    if (!context) return undefined;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    const bytes = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }
}

/** Whether text of this colour (`#rrggbb`) stands on a dark page. */
export function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 127;
}
