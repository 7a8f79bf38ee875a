import { PlotOutput } from "../../lib/plot/drawing";
import { elementsOf, textOf } from "../../lib/plot/tree";
import type { ElementNode } from "../../lib/protocol";

/** What a mark's own `plot` returns, by its right type. */
export function output(drawn: unknown): PlotOutput {
  if (!(drawn instanceof PlotOutput)) throw new Error("not drawn on our document");
  return drawn;
}

/** The elements of one name within the groups that Plot labels so. */
export function marks(tree: ElementNode, label: string, tag: string): ElementNode[] {
  const groups = [...elementsOf(tree)].filter((group) => group.attributes["aria-label"] === label);
  return groups.flatMap((group) => [...elementsOf(group)].filter((element) => element.tag === tag));
}

/** One attribute of each of those elements. */
export function values(tree: ElementNode, label: string, tag: string, name: string): (string | undefined)[] {
  return marks(tree, label, tag).map((element) => element.attributes[name]);
}

/** The texts of those elements. */
export function texts(tree: ElementNode, label: string): string[] {
  return marks(tree, label, "text").map(textOf);
}

/** Every element of one name. */
export function all(tree: ElementNode, tag: string): ElementNode[] {
  return [...elementsOf(tree)].filter((element) => element.tag === tag);
}

/** The corners of a path made of straight lines. */
export function corners(path: string): [number, number][] {
  return [...path.matchAll(/[ML]([-\d.e]+),([-\d.e]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}
