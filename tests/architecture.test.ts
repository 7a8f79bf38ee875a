import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Which room of lib/ may use which others. The picture is in CONTRIBUTING.md; this table is what holds. */
const ARROWS: Record<string, readonly string[]> = {
  autograd: [],
  protocol: [],
  i18n: [],
  label: [],
  offline: [],
  plot: ["protocol"],
  exercise: ["protocol"],
  figures: ["autograd"],
  kernel: ["autograd", "plot", "exercise", "protocol"],
  notebook: ["protocol", "exercise", "plot"],
  exchange: ["notebook", "exercise", "protocol"],
  search: [],
  content: ["i18n", "exercise"],
};

/** Rooms within rooms that may be entered by a door of their own: weighty parts that most users do without. */
const SIDE_DOORS = [
  "autograd/core",
  "autograd/inspection",
  "content/highlight",
  "content/markdown",
  "exercise/log",
  "figures/batches",
  "figures/chain",
  "figures/derivatives",
  "figures/descent",
  "figures/learning-rate",
  "figures/network",
  "figures/paths",
  "kernel/beside",
  "kernel/compiler",
  "kernel/gradbook",
  "plot/drawing",
];

/** What the page's own rooms may use of lib/: all but the kernel, to which it speaks in messages. */
const OFF_LIMITS: Record<string, readonly string[]> = {
  components: ["kernel"],
  app: ["kernel", "autograd", "plot"],
};

/** Packages that a room of lib/ may import. */
const PACKAGES: Record<string, readonly string[]> = {
  autograd: [],
  protocol: [],
  i18n: [],
  label: [],
  offline: [],
  plot: ["@observablehq/plot"],
  exercise: [],
  figures: [],
  kernel: ["acorn", "@sveltejs/acorn-typescript"],
  notebook: [],
  exchange: [],
  search: [],
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => join(folder, name));
}

/** The specifiers of all imports and re-exports of a file. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;"'`]*?from\s*["']([^"']+)["']|\bimport\(\s*(?:\/\*.*?\*\/\s*)*["']([^"']+)["']\s*\)/g,
  );
  return [...found].map(([, from, dynamic]) => from ?? dynamic ?? "");
}

/** A path below the root for a local import, or null for a package. */
function target(file: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return relative(root, resolve(dirname(file), specifier));
  return null;
}

const rooms = readdirSync(join(root, "lib"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe("lib/", () => {
  it("has exactly the rooms of the table", () => {
    expect(rooms.sort()).toEqual(Object.keys(ARROWS).sort());
  });

  for (const room of rooms) {
    it(`${room} uses only what it may`, () => {
      const wrong: string[] = [];
      for (const file of filesIn(join(root, "lib", room))) {
        for (const specifier of importsOf(file)) {
          const path = target(file, specifier);
          const here = relative(root, file);
          if (path === null) {
            const allowed = PACKAGES[room];
            if (allowed && !allowed.some((name) => specifier === name)) wrong.push(`${here}: ${specifier}`);
            continue;
          }
          const [top, other] = path.split("/");
          if (top !== "lib") wrong.push(`${here}: ${specifier} lies outside lib/`);
          else if (other !== room && !ARROWS[room]?.includes(other ?? ""))
            wrong.push(`${here}: ${specifier}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  it("is entered through each room's index", () => {
    const wrong: string[] = [];
    for (const folder of ["lib", "components", "app", "tools"]) {
      for (const file of filesIn(join(root, folder))) {
        const here = relative(root, file);
        for (const specifier of importsOf(file)) {
          const path = target(file, specifier);
          const [top, room, ...rest] = path?.split("/") ?? [];
          if (top !== "lib" || !room || rest.length === 0 || here.startsWith(`lib/${room}/`)) continue;
          if (!SIDE_DOORS.includes([room, ...rest].join("/"))) wrong.push(`${here}: ${specifier}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has an index in every room", () => {
    expect(rooms.filter((room) => !existsSync(join(root, "lib", room, "index.ts")))).toEqual([]);
  });
});

describe("the page", () => {
  for (const [folder, closed] of Object.entries(OFF_LIMITS)) {
    it(`${folder}/ does not enter ${closed.join(", ")}`, () => {
      const wrong: string[] = [];
      for (const file of filesIn(join(root, folder))) {
        for (const specifier of importsOf(file)) {
          const [top, room] = target(file, specifier)?.split("/") ?? [];
          if (top === "lib" && room && closed.includes(room))
            wrong.push(`${relative(root, file)}: ${specifier}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  it("reads content only through lib/content and the build", () => {
    const wrong: string[] = [];
    for (const folder of ["app", "components", "lib"]) {
      for (const file of filesIn(join(root, folder))) {
        for (const specifier of importsOf(file)) {
          if (target(file, specifier)?.startsWith("content/"))
            wrong.push(`${relative(root, file)}: ${specifier}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
