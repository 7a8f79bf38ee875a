/** The paper on which the site is printed, light and dark, as in its style sheet. */
export const PAPER = ["#fbfaf6", "#16181b"] as const;

/** What running text needs to be read (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

export function isHex(color: string): boolean {
  return HEX.test(color);
}

/** The ratio of two colours' luminances, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (HEX.exec(color) ?? []).slice(1).map((digits) => {
    const share = Number.parseInt(digits, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
