import { describe, expect, it } from "vitest";
import { globalsOf, moduleOf, typesOf } from "@/components/editor/monaco/cell-types";
import { declaredIn } from "@/components/notebook/declared-names";
import { compileCell } from "@/lib/kernel/compiler";

const TEXTS = [
  "const a = 1;\nlet b = 2, unused = 3;",
  "function f(x: number) {\n  const inside = x;\n  return inside;\n}\nclass A { y = 1 }",
  "const [first, second] = [1, 2];\nconst { x, y: renamed } = { x: 1, y: 2 };",
  'import { torch, nn as layers } from "gradbook";\nconst net = new layers.Linear(2, 2);',
  "async function wait() {}\nexport const shown = 1;",
];

describe("names seen in a text", () => {
  it("are names that the compiler finds there too", () => {
    for (const text of TEXTS) {
      const surroundings = {
        isGlobal: () => false,
        kindOf: () => undefined,
        isExclusive: () => true,
        exportsOf: () => ["torch", "nn"],
      };
      const declares = compileCell(text, surroundings).declares.map(({ name }) => name);
      const seen = declaredIn(text);
      expect(declares).toEqual(expect.arrayContaining(seen));
      expect(seen.length).toBeGreaterThan(0);
    }
  });

  it("are not those inside functions, comments or strings at a line's middle", () => {
    expect(
      declaredIn("function f() {\n  const inner = 1;\n}\n// const no = 1\nprint('const no = 2');"),
    ).toEqual(["f"]);
  });
});

describe("cells as the language service sees them", () => {
  it("are modules that give away their names and types", () => {
    const cell = { id: "net", text: "type Pair = [number, number];\nclass Net {}", declares: ["Net"] };
    expect(typesOf(cell.text)).toEqual(["Pair"]);
    expect(
      typesOf('import { nn, type Tensor } from "gradbook";\nimport type { A, B as C } from "x";'),
    ).toEqual(["Tensor", "A", "C"]);
    expect(moduleOf(cell)).toBe(`${cell.text}\nexport { Net };\nexport type { Pair };`);
  });

  it("share their names; the last to declare one has it", () => {
    const cells = [
      { id: "a", text: "const w = 1", declares: ["w"] },
      { id: "b", text: "class Net {}\nconst w = 2", declares: ["Net", "w"] },
    ];
    const globals = globalsOf(cells, "file:///cells");
    expect(globals).toContain('let w: typeof import("file:///cells/b").w;');
    expect(globals).toContain('type Net = import("file:///cells/b").Net;');
    expect(globals).not.toContain('import("file:///cells/a").w');
  });
});
