import type { GraphData, GraphNodeData } from "@/lib/protocol";
import { figure, numbersOf } from "./figures";

/** What stands on one card: an operation, a leaf, or a whole module that is folded. */
export interface Vertex {
  kind: "leaf" | "operation" | "module";
  /** The node whose value and gradient it shows: of a module, its result. */
  node: number;
  /** The operation with its plain numbers (`pow(2)`), or the module's name; empty for a leaf. */
  title: string;
  /** What the program calls the value. */
  name: string;
  /** The module's number, if it is one. */
  module?: number;
  /** The opened module that it stands in. */
  group?: number;
}

/** A line between two cards: one edge of the graph. */
export interface Arc {
  /** Its place among the graph's edges. */
  edge: number;
  /** Places among the cards. */
  from: number;
  to: number;
}

/** An opened module that is drawn around its cards. */
export interface Group {
  module: number;
  name: string;
  type: string;
  parent?: number;
}

/** As much of a graph as is drawn. */
export interface Visible {
  vertices: Vertex[];
  arcs: Arc[];
  groups: Group[];
}

/** The graph with some of its modules folded. Plain numbers (the 2 of a square) stand in their operations' titles. */
export function visibleGraph(graph: GraphData, folded: ReadonlySet<number>): Visible {
  const { nodes, edges, modules } = graph;
  const inputs: number[][] = nodes.map(() => []);
  const uses = nodes.map(() => 0);
  edges.forEach(({ from, to }, place) => {
    inputs[to]?.push(place);
    uses[from] = (uses[from] ?? 0) + 1;
  });
  const inTitle = nodes.map(
    (node, place) => isPlainNumber(node) && uses[place] === 1 && place !== graph.output,
  );
  /** The outermost folded module around a node. */
  const foldOf = (place: number): number | undefined => {
    let fold: number | undefined;
    for (let at = nodes[place]?.module; at !== undefined; at = modules[at]?.parent)
      if (folded.has(at)) fold = at;
    return fold;
  };

  const vertices: Vertex[] = [];
  const vertexOf: (number | undefined)[] = [];
  const ofModule = new Map<number, number>();
  const folds = nodes.map((_, place) => foldOf(place));
  const results = resultsOf(graph, folds);
  nodes.forEach((node, place) => {
    if (inTitle[place]) return;
    const fold = folds[place];
    if (fold !== undefined) {
      let at = ofModule.get(fold);
      if (at === undefined) {
        const module = modules[fold];
        const result = results.get(fold) ?? place;
        at = vertices.length;
        ofModule.set(fold, at);
        vertices.push({
          kind: "module",
          node: result,
          title: moduleName(module?.name, module?.type ?? ""),
          name: nodes[result]?.name ?? "",
          module: fold,
          ...(module?.parent !== undefined && { group: module.parent }),
        });
      }
      vertexOf[place] = at;
      return;
    }
    vertexOf[place] = vertices.length;
    const plain = (inputs[place] ?? []).flatMap((edge) => {
      const { from = 0, input = 0 } = edges[edge] ?? {};
      return inTitle[from] ? [{ input, text: figure(numbersOf(nodes[from]?.value)?.[0] ?? Number.NaN) }] : [];
    });
    vertices.push({
      kind: node.op === "leaf" ? "leaf" : "operation",
      node: place,
      title: node.op === "leaf" ? "" : titleOf(node.op, plain),
      name: node.name ?? "",
      ...(node.module !== undefined && { group: node.module }),
    });
  });

  const arcs = edges.flatMap(({ from, to }, edge): Arc[] => {
    const [start, end] = [vertexOf[from], vertexOf[to]];
    return start === undefined || end === undefined || start === end ? [] : [{ edge, from: start, to: end }];
  });
  return { vertices, arcs, groups: groupsOf(graph, vertices) };
}

/** Which modules are folded at first: none; of a graph that is too large to be read at once, as many inner ones as needed. */
export function foldedAtFirst(graph: GraphData, atMost = 60): Set<number> {
  const depths: number[] = [];
  for (const { parent } of graph.modules) depths.push(parent === undefined ? 0 : (depths[parent] ?? 0) + 1);
  let folded = new Set<number>();
  for (let least = Math.max(-1, ...depths); least >= 0; least--) {
    if (visibleGraph(graph, folded).vertices.length <= atMost) break;
    folded = new Set(depths.flatMap((depth, module) => (depth >= least ? [module] : [])));
  }
  return folded;
}

/** The modules that consist of more than one card, so that folding them makes a difference. */
function groupsOf({ modules }: GraphData, vertices: readonly Vertex[]): Group[] {
  const used = new Set<number>();
  for (const { group } of vertices)
    for (let at = group; at !== undefined; at = modules[at]?.parent) used.add(at);
  return [...used]
    .sort((a, b) => a - b)
    .map((module): Group => {
      const { name, type = "", parent } = modules[module] ?? {};
      return { module, name: moduleName(name, type), type, ...(parent !== undefined && { parent }) };
    });
}

/** The node that stands for each folded module: the last of those that are used outside of it. */
function resultsOf(
  { edges, output }: GraphData,
  folds: readonly (number | undefined)[],
): Map<number, number> {
  const results = new Map<number, number>();
  const note = (place: number) => {
    const fold = folds[place];
    if (fold !== undefined) results.set(fold, Math.max(place, results.get(fold) ?? 0));
  };
  for (const { from, to } of edges) if (folds[from] !== folds[to]) note(from);
  note(output);
  return results;
}

function isPlainNumber({ op, name, requiresGrad, value }: GraphNodeData): boolean {
  return op === "leaf" && name === undefined && !requiresGrad && numbersOf(value)?.length === 1;
}

function titleOf(op: string, plain: readonly { input: number; text: string }[]): string {
  if (plain.length === 0) return op;
  const first = plain.some(({ input }) => input === 0);
  return `${op}(${plain.map(({ text }) => text).join(", ")}${first ? ", ·" : ""})`;
}

/** The last part of a path: `linear1` of `net.linear1`; the class where the program has no name for it. */
function moduleName(path: string | undefined, type: string): string {
  return path?.split(".").at(-1) ?? type;
}
