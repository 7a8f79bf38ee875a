/**
 * The colours of figures by what they mean: `forward` for values, `backward` for gradients and steps, `right` and `wrong`
 * for what converges and what does not, `soft` for what only helps, `level` for lines of equal height. `ink` is the text's own.
 */
export type Ink = "ink" | "forward" | "backward" | "right" | "wrong" | "warn" | "soft" | "level";
