/** KaTeX's elements as plain data: text, or class, style and what is inside. */
export type FormulaNode =
  | string
  | readonly [className: string, style: string, inside: readonly FormulaNode[]];

/** A figure's formulas by name, as the build has set them. */
export type Formulas = Readonly<Record<string, readonly FormulaNode[]>>;
