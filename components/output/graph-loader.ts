import type { GraphModule } from "./graph/graph-view";

/** Pixels from the viewport at which what draws is loaded. */
const NEAR = "800px";

/** Loads what reads and draws graphs, and lets the reader go through them. */
export const loadGraph = (): Promise<GraphModule> => import("./graph/graph-view");

/** Loads all that a graph may need: the formulas too, which it asks for when there is one to be shown. */
export const loadGraphParts = (): Promise<unknown> => loadGraph().then((graph) => graph.loadFormulas());

/** Calls back for each element once, when it is near and what draws has come; without a network it stays as it is. */
export function whenNear(
  elements: readonly HTMLElement[],
  then: (element: HTMLElement, graph: GraphModule) => void,
): () => void {
  let gone = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        loadGraph().then(
          (graph) => gone || then(target as HTMLElement, graph),
          () => undefined,
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
