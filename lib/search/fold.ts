/**
 * A text in which capitals, accents and full-width letters make no difference, letter for letter as long as the text, so
 * that places in one are places in the other.
 */
export function fold(text: string): string {
  let folded = "";
  for (const unit of text) {
    const plain = unit.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    folded += plain.length === unit.length ? plain : unit.length === 1 ? (plain[0] ?? unit) : unit;
  }
  return folded;
}
