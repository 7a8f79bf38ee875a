export { FormulaError, type FormulaErrorCode } from "./error";
export { evaluateFormula, type Names } from "./evaluate";
export { type BinaryOperator, type Formula, parseFormula } from "./parse";
