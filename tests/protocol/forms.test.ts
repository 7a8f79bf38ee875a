import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanTree } from "@/lib/plot";
import { type MimeBundle, parseMessage } from "@/lib/protocol";

const message = { parent: "a#1", cell: "a", type: "display_data" };
const NAME = (form: string) => `application/vnd.gradbook.${form}+json`;

/** What is left of a form after it has come through the port; undefined if it is refused. */
function read(form: string, data: unknown): unknown {
  const name = NAME(form);
  const parsed = parseMessage({ ...message, data: { "text/plain": "t", [name]: data } }, cleanTree);
  if (parsed?.type !== "display_data") throw new Error("The text alone makes a proper message.");
  expect(parsed.data["text/plain"]).toBe("t");
  return parsed.data[name as keyof MimeBundle];
}

const PROPER: Record<string, Record<string, unknown>> = {
  value: {
    kind: "object",
    text: "Object",
    preview: "{ a: 1 }",
    entries: [{ label: "a", value: { kind: "number", text: "1" } }],
    more: 3,
  },
  table: {
    columns: ["a", "b"],
    rows: [
      [1, "x"],
      [null, Number.NaN],
    ],
    rowCount: 7,
    columnCount: 2,
    indexed: false,
  },
  tensor: {
    shape: [2, 1],
    dtype: "float32",
    gradFn: "MulBackward",
    heat: { rows: 2, columns: 1, values: Float64Array.of(1, Number.NaN), range: [0, 2] },
  },
  graph: {
    nodes: [
      {
        op: "leaf",
        name: "w",
        shape: [],
        value: { kind: "all", numbers: [2] },
        requiresGrad: true,
        module: 0,
      },
      {
        op: "exp",
        shape: [2, 9],
        value: { kind: "summary", least: 1, most: "Infinity", mean: "NaN" },
        requiresGrad: true,
      },
    ],
    edges: [
      { from: 0, to: 1, input: 0, passed: { kind: "all", numbers: [3] }, slopes: [17, 0, "-Infinity"] },
    ],
    modules: [
      { type: "Net", name: "net" },
      { type: "Linear", parent: 0 },
    ],
    output: 1,
    backward: [1, 0],
    gradients: "known",
  },
  progress: { done: 3, total: 4, label: "l", elapsed: 1.5, state: "running" },
};

describe("a value's forms", () => {
  it("are read as they are, and have no field that is not asked for", () => {
    for (const [form, data] of Object.entries(PROPER)) {
      expect(read(form, data), form).toEqual(data);
      expect(read(form, { ...data, html: "<script>", __proto__: { evil: 1 } }), form).toEqual(data);
    }
  });

  it("are refused with a field of another kind", () => {
    const optional = new Set(["preview", "more", "gradFn", "heat", "range", "total", "label", "entries"]);
    for (const [form, data] of Object.entries(PROPER)) {
      for (const field of Object.keys(data)) {
        for (const wrong of [undefined, null, {}, Symbol("s"), () => 1, Number.NaN, -1, new String("x")]) {
          const result = read(form, { ...data, [field]: wrong });
          if (optional.has(field))
            expect((result as Record<string, unknown>)[field], `${form}.${field}`).toBeUndefined();
          else expect(result, `${form}.${field}: ${String(wrong)}`).toBeUndefined();
        }
      }
    }
  });

  it("are refused where they are larger than a kernel makes them", () => {
    const row = Array(2).fill(1);
    expect(read("table", { ...PROPER.table, rows: Array(1_001).fill(row) })).toBeUndefined();
    expect(read("table", { ...PROPER.table, columns: Array(51).fill("c") })).toBeUndefined();
    const heat = (rows: number, columns: number, length: number) =>
      read("tensor", { ...PROPER.tensor, heat: { rows, columns, values: new Float64Array(length) } });
    for (const [rows, columns, length] of [
      [65, 1, 65],
      [2, 2, 3],
      [0, 0, 0],
    ] as const)
      expect(heat(rows, columns, length)).not.toHaveProperty("heat");
    const leaf = { kind: "number", text: "1" };
    expect(
      read("value", { ...leaf, entries: Array(3_000).fill({ label: "", value: leaf }) }),
    ).toBeUndefined();
    let deep: object = leaf;
    for (let i = 0; i < 100_000; i++) deep = { ...leaf, entries: [{ label: "", value: deep }] };
    expect(read("value", deep)).toBeUndefined();
    const cyclic: Record<string, unknown> = { ...leaf };
    cyclic.entries = [{ label: "", value: cyclic }];
    expect(read("value", cyclic)).toBeUndefined();
  });

  it("are refused for graphs that lead backward, out of the list, or in a circle", () => {
    const { nodes, edges, modules } = PROPER.graph as Record<string, object[]>;
    const graph = (change: object) => read("graph", { ...PROPER.graph, ...change });
    const edge = (change: object) => graph({ edges: [{ ...edges?.[0], ...change }] });
    for (const change of [{ from: 1 }, { from: 1, to: 0 }, { to: 2 }, { from: -1 }, { from: 0.5 }])
      expect(edge(change), JSON.stringify(change)).toBeUndefined();
    expect(graph({ output: 2 })).toBeUndefined();
    expect(graph({ backward: [1, 1] })).toBeUndefined();
    expect(graph({ backward: [2] })).toBeUndefined();
    expect(graph({ modules: [{ type: "Net", parent: 0 }, modules?.[1]] })).toBeUndefined();
    expect(graph({ nodes: Array(1_001).fill(nodes?.[0]) })).toBeUndefined();
    expect(graph({ edges: Array(4_001).fill(edges?.[0]) })).toBeUndefined();
    expect(graph({ nodes: [{ ...nodes?.[0], shape: [-1] }, nodes?.[1]] })).toBeUndefined();
  });

  it("leave out a graph's numbers that do not fit its shapes", () => {
    const { nodes, edges } = PROPER.graph as Record<string, object[]>;
    const node = (change: object) =>
      read("graph", {
        ...PROPER.graph,
        nodes: [{ ...nodes?.[0], ...change }, nodes?.[1]],
      }) as { nodes: unknown };
    const value = (numbers: unknown) =>
      (node({ value: { kind: "all", numbers } }).nodes as { value?: unknown }[])[0]?.value;
    expect(value([2])).toEqual({ kind: "all", numbers: [2] });
    for (const wrong of [[], [1, 2], ["2"], [Number.NaN], "1", Array(1)])
      expect(value(wrong)).toBeUndefined();
    const slopes = (given: unknown) =>
      (
        read("graph", { ...PROPER.graph, edges: [{ ...edges?.[0], slopes: given }] }) as {
          edges: { slopes?: unknown }[];
        }
      ).edges[0]?.slopes;
    for (const wrong of [[0, 0], [18, 0, 1], [0, 1, 1], [0, 0, null], Array(3 * 257).fill(0)])
      expect(slopes(wrong)).toBeUndefined();
    expect(JSON.stringify(node({ op: "x".repeat(100_000), name: "y".repeat(100_000) })).length).toBeLessThan(
      2_000,
    );
  });

  it("have no holes", () => {
    const table = read("table", {
      ...PROPER.table,
      rows: Object.assign(Array(2), { 1: [1, 2] }),
      columns: ["a", "b"],
    });
    expect(table).toMatchObject({
      rows: [
        [null, null],
        [1, 2],
      ],
    });
    expect(read("table", { ...PROPER.table, rows: [[1]] })).toMatchObject({ rows: [[1, null]] });
    expect(read("value", { kind: "object", text: "", entries: Array(1) })).toBeUndefined();
  });

  it("cut texts that nobody reads", () => {
    const long = "x".repeat(1_000_000);
    expect(JSON.stringify(read("value", { kind: "string", text: long, preview: long })).length).toBeLessThan(
      50_000,
    );
    expect(JSON.stringify(read("table", { ...PROPER.table, rows: [[long, long]] })).length).toBeLessThan(
      5_000,
    );
    expect(JSON.stringify(read("progress", { ...PROPER.progress, label: long })).length).toBeLessThan(1_000);
  });

  it("never throw, and are plain data", () => {
    const forms = Object.keys(PROPER);
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.anything(),
        fc.string(),
        fc.anything(),
        (form, data, field, value) => {
          const proper = PROPER[form] ?? {};
          for (const given of [
            data,
            { ...proper, [field]: value },
            { ...proper, entries: [data], rows: [data] },
          ]) {
            const result = read(form, given);
            expect(structuredClone(result)).toEqual(result);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("HTML", () => {
  const node = (tag: string, attributes: object = {}, children: unknown[] = []) => ({
    tag,
    attributes,
    children,
  });

  it("keeps text, lists and tables, and nothing that acts", () => {
    const tree = node("div", {}, [
      node("table", {}, [node("tr", {}, [node("td", { colspan: "2", onclick: "x" }, ["a"])])]),
      node("script", {}, ["x"]),
      node("a", { href: "javascript:x" }, ["b"]),
      node("br", {}, ["inside"]),
      node("p", { style: "position: absolute; text-align: right; margin: -9px; background: url(x)" }),
    ]);
    expect(read("html", tree)).toEqual(
      node("div", {}, [
        node("table", {}, [node("tr", {}, [node("td", { colspan: "2" }, ["a"])])]),
        node("br"),
        node("p", { style: "text-align: right" }),
      ]),
    );
  });

  it("is not what a picture may have inside", () => {
    const { tree } = read("plot", { tree: node("div", {}, [node("table")]), description: "" }) as {
      tree: unknown;
    };
    expect(tree).toEqual(node("div"));
  });
});

describe("Markdown", () => {
  const markdown = (text: unknown) => {
    const data = { "text/plain": "t", "text/markdown": text };
    const parsed = parseMessage({ ...message, data }, cleanTree);
    return parsed?.type === "display_data" ? parsed.data["text/markdown"] : undefined;
  };

  it("is a text, and none too long to be drawn", () => {
    expect(markdown("**a**")).toBe("**a**");
    expect(markdown("a".repeat(200_000))).toHaveLength(200_000);
    for (const refused of ["a".repeat(200_001), 1, null, ["a"], { toString: () => "a" }])
      expect(markdown(refused)).toBeUndefined();
  });
});
