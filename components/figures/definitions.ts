import { batches } from "./batches";
import { chain } from "./chain";
import { derivatives } from "./derivatives";
import { descent } from "./descent";
import { errorFlow } from "./error-flow";
import { forward } from "./forward";
import type { FigureDefinition } from "./kit/definition";
import { learningRate } from "./learning-rate";
import type { FigureName } from "./loaders";
import { paths } from "./paths";

/** The figures to touch, for the build alone: it draws the first picture of each. Pages load them one by one. */
export const FIGURE_DEFINITIONS: Readonly<Record<FigureName, FigureDefinition>> = {
  batches,
  chain,
  derivatives,
  descent,
  "error-flow": errorFlow,
  forward,
  "learning-rate": learningRate,
  paths,
};
