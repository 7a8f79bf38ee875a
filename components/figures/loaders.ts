import type { FigureDefinition } from "./kit/definition";

/** The scripts of the figures to touch, each loaded when a reader comes near it. */
export const FIGURE_LOADERS = {
  batches: () => import("./batches").then(({ batches }) => batches),
  chain: () => import("./chain").then(({ chain }) => chain),
  derivatives: () => import("./derivatives").then(({ derivatives }) => derivatives),
  descent: () => import("./descent").then(({ descent }) => descent),
  "error-flow": () => import("./error-flow").then(({ errorFlow }) => errorFlow),
  forward: () => import("./forward").then(({ forward }) => forward),
  "learning-rate": () => import("./learning-rate").then(({ learningRate }) => learningRate),
  paths: () => import("./paths").then(({ paths }) => paths),
} satisfies Record<string, () => Promise<FigureDefinition>>;

export type FigureName = keyof typeof FIGURE_LOADERS;

export function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(FIGURE_LOADERS, name);
}
