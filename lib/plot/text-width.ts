/** Pixels of one line of a plot's 10-pixel text. */
export const LINE_HEIGHT = 10;

/** Letters that are as wide as high: Chinese, Japanese, Korean and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const BROAD = /[\dA-Z@%&mw⌀−+=<>]/;
const NARROW = /[\s.,:;'|!ijl()[\]{}]/;

/** The width of a text in pixels in a sans-serif font, estimated by classes of letters; a little too wide rather than too narrow. */
export function textWidth(text: string, fontSize = 10): number {
  let em = 0;
  for (const letter of text) em += widthOf(letter);
  return em * fontSize;
}

/** In ems, as in the broader of the common fonts. */
function widthOf(letter: string): number {
  if (WIDE.test(letter)) return 1;
  if (NARROW.test(letter)) return 0.34;
  return BROAD.test(letter) ? 0.67 : 0.6;
}

/** The text, cut to a width with an ellipsis if it is longer. */
export function shorten(text: string, width: number, fontSize = 10): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = "";
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`, fontSize) > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
