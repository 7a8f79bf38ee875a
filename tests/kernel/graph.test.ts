import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphData, type GraphValues, graphNumber } from "@/lib/protocol";
import seed from "../golden/seed_program.json";
import { TestPage } from "./page";

let page: TestPage;

beforeAll(() => {
  page = new TestPage();
});
afterAll(() => page.close());

/** The graph that a cell ends with. */
async function graphOf(cell: string, code: string): Promise<GraphData> {
  const output = (await page.run(cell, `import { nn, torch } from "gradbook";\n${code}`)).at(-1);
  const data =
    output?.type === "execute_result" ? output.data["application/vnd.gradbook.graph+json"] : undefined;
  if (!data) throw new Error(`no graph: ${JSON.stringify(output)}`);
  return data;
}

const numbers = (values: GraphValues | undefined): number[] =>
  values?.kind === "all" ? values.numbers.map(graphNumber) : [];

/** The source's program, up to its loss. */
const PROGRAM = `
class Net extends nn.Module {
  linear1 = new nn.Linear(2, 2);
  linear2 = new nn.Linear(2, 2);
  constructor() {
    super();
    torch.noGrad(() => {
      this.linear1.weight.copy_(torch.tensor([[0.15, 0.2], [0.25, 0.3]]));
      this.linear1.bias.copy_(torch.tensor([0.35, 0.35]));
      this.linear2.weight.copy_(torch.tensor([[0.4, 0.45], [0.5, 0.55]]));
      this.linear2.bias.copy_(torch.tensor([0.6, 0.6]));
    });
  }
  forward(x) {
    return torch.sigmoid(this.linear2(torch.sigmoid(this.linear1(x))));
  }
}
const net = new Net();
const inputs = torch.tensor([[0.05, 0.1]]);
const target = torch.tensor([[0.01, 0.99]]);
const output = net(inputs);
const loss = torch.sum(output.sub(target).pow(2)).div(2);
`;

test("the source's program: all twelve gradients, values and local slopes are the reference's", async () => {
  const graph = await graphOf("seed", `${PROGRAM}\ngraph(loss)`);
  const reference = seed.cases[0]?.expected;
  const named = (name: string) => graph.nodes.find((node) => node.name === name);
  let compared = 0;
  for (const [name, { data }] of Object.entries<{ data: number[] }>(reference?.grads ?? {})) {
    const found = numbers(named(name)?.gradient);
    data.forEach((expected, i) => {
      expect(found[i]).toBeCloseTo(expected, 12);
      compared += 1;
    });
  }
  expect(compared).toBe(12);
  expect(numbers(named("output")?.value)).toEqual(
    reference?.forward?.output.data.map((n) => expect.closeTo(n, 12)),
  );
  expect(numbers(named("loss")?.value)).toEqual([expect.closeTo(reference?.forward?.loss ?? 0, 12)]);
  expect(graph.nodes.map(({ op }) => op).filter((op) => op !== "leaf")).toEqual([
    "linear",
    "sigmoid",
    "linear",
    "sigmoid",
    "sub",
    "pow",
    "sum",
    "div",
  ]);

  // ∂E/∂w5 = δ · h1: what passes along the edge is the gradient above it times the local slope.
  const weight = graph.nodes.findIndex(({ name }) => name === "linear2.weight");
  const edge = graph.edges.find(({ from }) => from === weight);
  const delta = numbers(graph.nodes[edge?.to ?? 0]?.gradient);
  expect(delta[0]).toBeCloseTo(0.13849856162855695, 12);
  expect(edge?.slopes?.slice(0, 3)).toEqual([0, 0, expect.closeTo(0.5932699921071872, 12)]);
  expect(numbers(edge?.passed)[0]).toBeCloseTo(0.08216704056423077, 12);
});

test("every gradient is the sum of what its edges pass on, and that is the chain rule", async () => {
  const { nodes, edges, gradients } = await graphOf(
    "rule",
    `const a = torch.tensor([[1, -2], [0.5, 3]], { requiresGrad: true });
     const b = torch.tensor([0.3, -0.7], { requiresGrad: true });
     const c = a.matmul(a).add(b).tanh();
     graph(c.mul(c).add(b.exp()).mean())`,
  );
  expect(gradients).toBe("known");
  const sums = nodes.map(({ gradient }) => numbers(gradient).map(() => 0));
  for (const { from, to, passed, slopes = [] } of edges) {
    const byRule = numbers(passed).map(() => 0);
    for (let at = 0; at < slopes.length; at += 3) {
      const [k, j, slope] = slopes.slice(at, at + 3).map(graphNumber) as [number, number, number];
      byRule[j] = (byRule[j] ?? 0) + (numbers(nodes[to]?.gradient)[k] ?? 0) * slope;
    }
    numbers(passed).forEach((n, j) => {
      expect(byRule[j]).toBeCloseTo(n, 12);
      const sum = sums[from];
      if (sum) sum[j] = (sum[j] ?? 0) + n;
    });
  }
  const output = nodes.length - 1;
  nodes.forEach(({ gradient }, place) => {
    if (place === output) expect(numbers(gradient)).toEqual([1]);
    else expect(sums[place]).toEqual(numbers(gradient).map((n) => expect.closeTo(n, 12)));
  });
});

test("the order of backward is the one in which hooks are called", async () => {
  const { nodes, backward } = await graphOf(
    "order",
    `const seen = [];
     const watch = (name, t) => { t.registerHook(() => { seen.push(name); }); return t; };
     const w = watch("w", torch.tensor(2, { requiresGrad: true }));
     const u = watch("u", w.mul(3));
     const v = watch("v", w.exp());
     const m = watch("m", u.mul(v));
     const n = watch("n", u.add(m));
     const end = watch("end", m.mul(n));
     const shown = graph(end);
     seen.length = 0;
     end.backward();
     print(seen.join(" "));
     shown`,
  );
  const order = await page.run("seen", "seen.join(' ')");
  const text = order[0]?.type === "execute_result" ? order[0].data["text/plain"] : "";
  expect(text.replaceAll(/['"]/g, "").split(" ")).toEqual(["end", "n", "m", "v", "u", "w"]);
  expect(backward.map((place) => nodes[place]?.name)).toEqual(["end", "n", "m", "v", "u", "w"]);
});

test("modules are named by where the program keeps them, and hold their parameters", async () => {
  const { nodes, modules } = await graphOf("names", `${PROGRAM}\ngraph(loss)`);
  expect(modules).toEqual([
    { type: "Net", name: "net" },
    { type: "Linear", name: "net.linear1", parent: 0 },
    { type: "Linear", name: "net.linear2", parent: 0 },
  ]);
  const within = (name: string) => nodes.find((node) => node.name === name)?.module;
  expect(["inputs", "linear1.weight", "linear2.bias", "output", "loss"].map(within)).toEqual([
    undefined,
    1,
    2,
    0,
    undefined,
  ]);
});

test("a module that is called twice is two groups, and its parameters lie outside of both", async () => {
  const { nodes, modules } = await graphOf(
    "twice",
    `const step = new nn.Linear(1, 1);
     const cell = new nn.Sequential(step);
     graph(step(step(torch.ones(1, 1))).sum())`,
  );
  expect(modules.map(({ type, parent }) => [type, parent])).toEqual([
    ["Linear", undefined],
    ["Linear", undefined],
  ]);
  expect(nodes.filter(({ op }) => op === "linear").map(({ module }) => module)).toEqual([0, 1]);
  expect(nodes.find(({ name }) => name === "step.weight")?.module).toBe(undefined);
});

test("without gradients it says why", async () => {
  const x = "const x = torch.tensor([1, 2], { requiresGrad: true });";
  const stateOf = async (code: string) => (await graphOf("why", `${x}\n${code}`)).gradients;
  expect(await stateOf("graph(x.exp())")).toBe("not-scalar");
  expect(await stateOf("const y = x.exp().sum(); y.backward(); graph(y)")).toBe("released");
  expect(await stateOf("const y = x.exp(); const s = y.sum(); y.mul_(2); graph(y.sum())")).toBe("changed");
  expect(await stateOf("graph(torch.tensor(1))")).toBe("none");
});

test("large tensors are told by what they come to, and numbers that are none survive", async () => {
  const { nodes } = await graphOf(
    "large",
    `const big = torch.arange(101).to(torch.float64).requiresGrad_();
     const odd = torch.tensor([0, -1], { requiresGrad: true });
     graph(big.sum().add(odd.log().sum()))`,
  );
  expect(nodes.find(({ name }) => name === "big")?.value).toEqual({
    kind: "summary",
    least: 0,
    most: 100,
    mean: 50,
  });
  expect(nodes.find(({ op }) => op === "log")?.value).toEqual({ kind: "all", numbers: ["-Infinity", "NaN"] });
});

test("what is no tensor is refused", async () => {
  expect((await page.fail("no", "graph(3)")).message).toContain("graph");
});
