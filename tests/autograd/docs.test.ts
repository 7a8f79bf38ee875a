import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { data, nn, optim, torch } from "@/lib/autograd";

const room = fileURLToPath(new URL("../../lib/autograd/", import.meta.url));
const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && name !== "mistakes.ts",
);
const linesOf = new Map(files.map((name) => [name, readFileSync(join(room, name), "utf8").split("\n")]));

const namespaces: readonly object[] = [
  torch,
  torch.autograd,
  torch.autograd.functional,
  nn,
  nn.functional,
  nn.init,
  nn.utils,
  optim,
  optim.lrScheduler,
  data,
];

/** The types that the doors of the library let out, and the values. */
const publicNames = new Set([
  "Tensor",
  ...namespaces.flatMap((each) => Object.keys(each)),
  ...[
    ...[...linesOf.values()]
      .flat()
      .join("\n")
      .matchAll(/export (?:type )?\{([^}]*)\}/g),
  ]
    .flatMap(([, list = ""]) => list.split(","))
    .map((item) =>
      item
        .trim()
        .replace(/^type /, "")
        .replace(/ as \w+$/, ""),
    )
    .filter((name) => name !== ""),
]);

/** Whether a doc comment ends right above a line; notes to the linter and other forms of the same function may stand between. */
function documented(lines: readonly string[], at: number, name: string): boolean {
  // The methods of Tensor are declared by the groups that have them.
  if (lines[at] === "export interface Tensor extends TensorMethods {}") return true;
  let above = at - 1;
  const skipped = new RegExp(`^\\s*(// biome-ignore|export function ${name}\\b.*;$)`);
  while (above >= 0 && skipped.test(lines[above] ?? "")) above--;
  if ((lines[above] ?? "").trimEnd().endsWith("*/")) return true;
  // A form of the same function that takes several lines.
  const before = lines
    .slice(0, above + 1)
    .findLastIndex((line) => line.startsWith(`export function ${name}(`));
  return (
    before >= 0 && lines.slice(before, at).every((line) => line !== "}") && documented(lines, before, name)
  );
}

const declaration = /^export (?:abstract )?(?:class|function\*?|const|let|interface|type) (\w+)/;
/** A public member of a class, an interface or a group of methods. */
const member = /^ {2}(?:readonly |declare |get |static |async |\*)*(\[?[\w.]+\]?)[?!]?(?:[(:<,]| =|$)/;
const hidden =
  /^ {2}(?:set |private|protected|override|constructor|#|\/\/|\/\*|\*|\.\.\.|if|for|return|\(|\[)/;

interface Found {
  readonly declared: Set<string>;
  readonly without: string[];
}

function search(): Found {
  const declared = new Set<string>();
  const without: string[] = [];
  for (const [file, lines] of linesOf) {
    let owner: string | null = null;
    lines.forEach((line, at) => {
      const [, name] = declaration.exec(line) ?? [];
      if (name !== undefined) {
        if (publicNames.has(name) || /(Methods|Options)$/.test(name)) {
          declared.add(name);
          if (!documented(lines, at, name)) without.push(`${file}: ${name}`);
          const listed = /^export (abstract )?(class|interface)/.test(line) || name.endsWith("Methods");
          owner = listed && line.endsWith("{") ? name : null;
        } else owner = null;
        return;
      }
      if (line === "}" || line === "};") owner = null;
      if (owner === null || !line.startsWith("  ") || line.startsWith("   ") || hidden.test(line)) return;
      const [, each] = member.exec(line) ?? [];
      if (each !== undefined && !documented(lines, at, each)) without.push(`${file}: ${owner}.${each}`);
    });
  }
  return { declared, without };
}

describe("doc comments", () => {
  const { declared, without } = search();

  test("are found for everything that the doors let out", () => {
    const namesOnly = ["autograd", "functional", "init", "utils", "lrScheduler", "var", "broadcastTo"];
    const lost = [...publicNames].filter((name) => !declared.has(name) && !namesOnly.includes(name));
    expect(lost).toEqual([]);
  });

  test("stand above every public function, class, type, option and method", () => {
    expect(without).toEqual([]);
  });

  test("say something: more than the name again", () => {
    const empty = [...linesOf].flatMap(([file, lines]) =>
      lines
        .filter((line) => /\/\*\*\s*(@internal)?\s*\.?\s*\*\//.test(line))
        .map((line) => `${file}: ${line}`),
    );
    expect(empty).toEqual([]);
  });
});
