export { type LabelPiece, plainLabel, readLabel } from "./label";
