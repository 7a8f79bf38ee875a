import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { nn, type Tensor, torch } from "@/lib/autograd";
import { messages } from "@/lib/i18n";
import { GraphOutput, graphOf } from "@/lib/kernel/graph";
import { type GraphData, parseGraph } from "@/lib/protocol";
import {
  factorText,
  gradientLines,
  joinLines,
  passedLines,
  valueLines,
} from "../../components/output/graph/arithmetic";
import { figure, numbersOf, placeText, rowsOf } from "../../components/output/graph/figures";
import { nameFormula } from "../../components/output/graph/formula";
import { layoutGraph } from "../../components/output/graph/layout";
import { SavedGraph } from "../../components/output/graph/saved-graph";
import { progressAfter, stepsOf } from "../../components/output/graph/steps";
import { foldedAtFirst, visibleGraph } from "../../components/output/graph/visible";
import seed from "../golden/seed_program.json";

const NOTHING = new Set<number>();

/** What a page is given of a tensor's graph. */
function sent(of: Tensor, names: Record<string, unknown>): GraphData {
  const data = parseGraph(JSON.parse(JSON.stringify(GraphOutput.dataOf(graphOf(of, Object.entries(names))))));
  if (!data) throw new Error("not sent");
  return data;
}

/** The source's program, with the reference's numbers. */
function program(): GraphData {
  const given = seed.cases[0];
  class Net extends nn.Module {
    linear1 = new nn.Linear(2, 2);
    linear2 = new nn.Linear(2, 2);
    override forward(x: Tensor): Tensor {
      return torch.sigmoid(this.linear2(torch.sigmoid(this.linear1(x))));
    }
  }
  const net = new Net();
  const initial = Object.entries<{ shape: number[]; data: number[] }>(given?.initial_params ?? {});
  net.loadStateDict(
    Object.fromEntries(initial.map(([name, { shape, data }]) => [name, torch.tensor(data).view(shape)])),
  );
  const inputs = torch.tensor([[0.05, 0.1]]);
  const target = torch.tensor([[0.01, 0.99]]);
  const output = net(inputs);
  const loss = torch.sum(output.sub(target).pow(2)).div(2);
  return sent(loss, { net, inputs, target, output, loss });
}

const edgeInto = (graph: GraphData, name: string) =>
  graph.edges.findIndex(({ from }) => graph.nodes[from]?.name === name);

describe("arithmetic", () => {
  test("of the source's ∂E/∂w5 … w8 is δ times the value at the start", () => {
    const graph = program();
    const lines = passedLines(graph, edgeInto(graph, "linear2.weight"));
    expect(lines.map(({ place, formula }) => `${place} ${formula.text}`)).toEqual([
      "[0, 0] 0.1385 × 0.5933 = 0.0822",
      "[0, 1] 0.1385 × 0.5969 = 0.0827",
      "[1, 0] −0.0381 × 0.5933 = −0.0226",
      "[1, 1] −0.0381 × 0.5969 = −0.0227",
    ]);
    expect(lines[0]?.formula.tex.replaceAll(/[\s{}]/g, "")).toBe("0.1385\\times0.5933=0.0822");
  });

  test("of ∂E/∂h1 is the sum over two paths", () => {
    const graph = program();
    const hidden = graph.nodes.findIndex(({ op }) => op === "sigmoid");
    const lines = passedLines(
      graph,
      graph.edges.findIndex(({ from }) => from === hidden),
    );
    expect(lines[0]?.formula.text).toBe("0.1385 × 0.4 + (−0.0381) × 0.5 = 0.0364");
  });

  test("forward says how each value was computed", () => {
    const graph = program();
    const texts = (op: string) =>
      valueLines(
        graph,
        graph.nodes.findIndex((node) => node.op === op),
      ).map(({ formula }) => formula.text);
    expect(texts("linear")).toEqual([
      "0.15 × 0.05 + 0.2 × 0.1 + 0.35 = 0.3775",
      "0.25 × 0.05 + 0.3 × 0.1 + 0.35 = 0.3925",
    ]);
    expect(texts("sigmoid")).toEqual(["σ(0.3775) = 0.5933", "σ(0.3925) = 0.5969"]);
    expect(texts("sub")).toEqual(["0.7514 − 0.01 = 0.7414", "0.7729 − 0.99 = −0.2171"]);
    expect(texts("pow")).toEqual(["0.7414^2 = 0.5496", "(−0.2171)^2 = 0.0471"]);
    expect(texts("sum")).toEqual(["0.5496 + 0.0471 = 0.5967"]);
    expect(texts("div")).toEqual(["0.5967 / 2 = 0.2984"]);
  });

  test("stretches shapes as the operation did", () => {
    const a = torch.tensor(
      [
        [1, 2],
        [3, 4],
      ],
      { requiresGrad: true },
    );
    const b = torch.tensor([[10], [20]]);
    const graph = sent(a.add(b).sum(0).max(), { a, b });
    expect(valueLines(graph, 2).map(({ place, formula }) => `${place} ${formula.text}`)).toEqual([
      "[0, 0] 1 + 10 = 11",
      "[0, 1] 2 + 10 = 12",
      "[1, 0] 3 + 20 = 23",
      "[1, 1] 4 + 20 = 24",
    ]);
    expect(valueLines(graph, 3).map(({ formula }) => formula.text)).toEqual(["11 + 23 = 34", "12 + 24 = 36"]);
  });

  test("shows a slope of 0 too", () => {
    const x = torch.tensor([-1, 2], { requiresGrad: true });
    const graph = sent(x.relu().sum(), { x });
    expect(passedLines(graph, 0).map(({ formula }) => formula.text)).toEqual(["1 × 0 = 0", "1 × 1 = 1"]);
  });

  test("a name of the program cannot be TeX", () => {
    expect(nameFormula("a_b\\href{x}$").tex).toBe("\\mathtt{a\\_b\\ href\\{x\\}\\$}");
  });
});

describe("a line's label", () => {
  test("is the local derivative, as far as it fits", () => {
    const graph = program();
    const label = (name: string) => factorText(graph, edgeInto(graph, name));
    expect(["linear1.weight", "linear1.bias", "output", "target"].map(label)).toEqual([
      "× inputs",
      "× 1",
      "× 1",
      "",
    ]);
    const sums = graph.edges.findIndex(({ to }) => graph.nodes[to]?.op === "div");
    expect(factorText(graph, sums)).toBe("× 0.5");
    const sigmoids = graph.edges.findLastIndex(({ to }) => graph.nodes[to]?.op === "sigmoid");
    expect(factorText(graph, sigmoids)).toBe("× 0.1868, 0.1755");
  });
});

describe("steps", () => {
  test("go forward in the order of computation, and back in the order of backward's hooks", () => {
    const order: string[] = [];
    const watch = (name: string, t: Tensor): Tensor => {
      t.registerHook(() => {
        order.push(name);
        return undefined;
      });
      return t;
    };
    const w = watch("w", torch.tensor(2, { requiresGrad: true }));
    const u = watch("u", w.mul(3));
    const v = watch("v", w.exp());
    const m = watch("m", u.mul(v));
    const n = watch("n", u.add(m));
    const end = watch("end", m.mul(n));
    const graph = sent(end, { w, u, v, m, n, end });
    order.length = 0;
    end.backward();

    const visible = visibleGraph(graph, NOTHING);
    const steps = stepsOf(graph, visible);
    const name = (vertex: number | undefined) => visible.vertices[vertex ?? -1]?.name;
    expect(steps.flatMap((step) => (step.kind === "compute" ? [name(step.vertex)] : []))).toEqual([
      "u",
      "v",
      "m",
      "n",
      "end",
    ]);
    // A node passes its gradient on when it has been visited: the leaf at the end passes nothing on.
    const passing = steps.flatMap((step) => (step.kind === "pass" ? [name(visible.arcs[step.arc]?.to)] : []));
    expect([...new Set(passing)]).toEqual(order.filter((one) => one !== "w"));
  });

  test("add up what arrives, and end on the gradients of the engine", () => {
    const x = torch.tensor([0.3, -0.2], { requiresGrad: true });
    const y = x.tanh();
    const graph = sent(y.mul(y).add(y.exp()).sum(), { x, y });
    const visible = visibleGraph(graph, NOTHING);
    const steps = stepsOf(graph, visible);
    const at = visible.vertices.findIndex(({ name }) => name === "y");
    const counts: number[] = [];
    for (let count = 0; count <= steps.length; count++) {
      const { gradients, computed } = progressAfter(graph, visible, steps, count);
      counts.push(gradients[at]?.arrived.length ?? 0);
      expect(computed.filter(Boolean)).toHaveLength(1 + Math.min(count, 5));
    }
    expect(new Set(counts)).toEqual(new Set([0, 1, 2, 3]));
    const { gradients } = progressAfter(graph, visible, steps, steps.length);
    visible.vertices.forEach(({ node }, vertex) => {
      expect(gradients[vertex]?.whole).toBe(true);
      numbersOf(graph.nodes[node]?.gradient)?.forEach((expected, i) => {
        expect(gradients[vertex]?.sum?.[i]).toBeCloseTo(expected, 12);
      });
    });
    // d/dy (y² + eʸ): y comes along two lines, eʸ along a third.
    const y0 = Math.tanh(0.3);
    const joined = joinLines(graph, visible.arcs, gradients[at]?.arrived ?? []);
    expect(joined[0]?.formula.text).toBe(
      `${figure(Math.exp(y0))} + ${figure(y0)} + ${figure(y0)} = ${figure(2 * y0 + Math.exp(y0))}`,
    );
    expect(gradientLines(graph, visible, at)).toHaveLength(2);
  });

  test("inside a folded module are left out", () => {
    const graph = program();
    const opened = visibleGraph(graph, NOTHING);
    const folded = visibleGraph(graph, new Set([0]));
    expect(opened.vertices).toHaveLength(14);
    expect(opened.groups.map(({ name }) => name)).toEqual(["net", "linear1", "linear2"]);
    expect(folded.vertices.map(({ kind, title, name }) => `${kind} ${title} ${name}`.trim())).toEqual([
      "module net output",
      "leaf  inputs",
      "leaf  target",
      "operation sub",
      "operation pow(2)",
      "operation sum",
      "operation div(2) loss",
    ]);
    expect(stepsOf(graph, opened)).toHaveLength(20);
    const steps = stepsOf(graph, folded);
    expect(steps.map(({ kind }) => kind).join(" ")).toBe(
      "compute compute compute compute compute begin pass pass pass pass",
    );
    const { gradients } = progressAfter(graph, folded, steps, steps.length);
    const net = folded.vertices.findIndex(({ kind }) => kind === "module");
    const reference = seed.cases[0]?.expected.intermediate_grads?.output.data ?? [];
    expect(gradients[net]?.sum).toEqual(reference.map((n: number) => expect.closeTo(n, 12)));
  });

  test("there is no way back without gradients", () => {
    const x = torch.tensor([1, 2], { requiresGrad: true });
    const graph = sent(x.exp(), { x });
    expect(stepsOf(graph, visibleGraph(graph, NOTHING)).map(({ kind }) => kind)).toEqual(["compute"]);
  });
});

describe("the layout", () => {
  test("puts what is computed below what it is computed from, and nothing upon anything else", () => {
    const graph = program();
    const visible = visibleGraph(graph, NOTHING);
    for (const form of ["wide", "narrow"] as const) {
      const { cards, frames, width, height } = layoutGraph(graph, visible, form);
      for (const { from, to } of visible.arcs) {
        const [above, below] = [cards[from], cards[to]];
        expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
      }
      const apart = (a: (typeof cards)[number], b: (typeof cards)[number]) =>
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      cards.forEach((a, i) => {
        for (const b of cards.slice(i + 1)) expect(apart(a, b)).toBe(true);
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width).toBeLessThanOrEqual(width);
        expect(a.y + a.height).toBeLessThanOrEqual(height);
      });
      expect(frames.map(({ name }) => name)).toEqual(["net", "linear1", "linear2"]);
    }
  });

  test("a graph that is too large to be read begins folded", () => {
    const block = () => new nn.Sequential(new nn.Linear(1, 1), new nn.Tanh());
    const net = new nn.Sequential(...Array.from({ length: 20 }, block));
    const graph = sent(net(torch.ones(1, 1)).sum(), { net });
    const folded = foldedAtFirst(graph);
    expect(folded.size).toBeGreaterThan(0);
    expect(visibleGraph(graph, folded).vertices.length).toBeLessThanOrEqual(60);
    expect(foldedAtFirst(program()).size).toBe(0);
  });
});

describe("figures", () => {
  test("have four decimals, or four digits where those say too little", () => {
    const written = [0.08216704, 0.000438567, 12.5, 1e-7, 3, -0.0226025, 123456.789, Number.NaN, -Infinity];
    expect(written.map(figure)).toEqual([
      "0.0822",
      "0.0004386",
      "12.5",
      "1e−7",
      "3",
      "−0.0226",
      "1.23e5",
      "NaN",
      "−∞",
    ]);
  });

  test("stand in the rows of their shape, and have places", () => {
    expect(rowsOf(["a", "b", "c", "d"], [2, 2])).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(rowsOf(["a", "b", "c", "d", "e", "f"], [6])).toEqual([
      ["a", "b", "c", "d"],
      ["e", "f"],
    ]);
    expect([placeText(3, [2, 2]), placeText(0, []), placeText(5, [2, 3])]).toEqual(["[1, 1]", "", "[1, 2]"]);
  });
});

test("the saved picture has all twelve gradients, twice, and says every step in words", () => {
  const html = renderToStaticMarkup(<SavedGraph id="x" graph={program()} words={messages("en")} />);
  const grads = Object.values<{ data: number[] }>(seed.cases[0]?.expected.grads ?? {}).flatMap(
    ({ data }) => data,
  );
  expect(grads).toHaveLength(12);
  for (const form of ["wide", "narrow"]) {
    const picture = html.split(`data-form="${form}"`)[1]?.split("</svg>")[0] ?? "";
    for (const gradient of grads) expect(picture).toContain(`>${figure(gradient)}</tspan>`);
  }
  expect(html).toContain("∂loss/∂linear2.weight");
  expect(html).toContain("0.1385 × 0.5933 = 0.0822");
  expect(JSON.parse(html.split('<script type="application/json">')[1]?.split("</script>")[0] ?? "")).toEqual(
    program(),
  );
});
