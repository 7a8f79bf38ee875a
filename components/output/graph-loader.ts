import type { GraphModule } from "./graph/graph-view";

/** Pixels from the viewport at which what draws is loaded. */
const NEAR = "800px";

let loaded: GraphModule | null = null;

/** Loads what reads and draws graphs, and lets the reader go through them. */
export async function loadGraph(): Promise<GraphModule> {
  loaded ??= await import("./graph/graph-view");
  return loaded;
}

/** The same, if it is there already: what it draws is then on the page at once. */
export const graphAtHand = (): GraphModule | null => loaded;

/** Loads all that a graph may need: the formulas too, which it asks for when there is one to be shown. */
export const loadGraphParts = (): Promise<unknown> => loadGraph().then((graph) => graph.loadFormulas());

/**
 * Calls back for each element once, when it is near and what draws has come; without a network it stays as it is.
 *
 * @param failed what draws cannot be had
 */
export function whenNear(
  elements: readonly HTMLElement[],
  then: (element: HTMLElement, graph: GraphModule) => void,
  failed: () => void = () => undefined,
): () => void {
  let gone = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        loadGraph().then(
          (graph) => gone || then(target as HTMLElement, graph),
          () => gone || failed(),
        );
      }
    },
    { rootMargin: NEAR },
  );
  for (const element of elements) observer.observe(element);
  return () => {
    gone = true;
    observer.disconnect();
  };
}
