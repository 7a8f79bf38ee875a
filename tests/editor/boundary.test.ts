import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(root, folder, name)),
);

describe("the site's own scripts", () => {
  it("take only types from Monaco and from what is bundled with it", () => {
    const outside = sources.filter((file) => !relative(root, file).startsWith("components/editor/monaco/"));
    const wrong = outside.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const imports = text.matchAll(
        /^(?:import|export)\s(?!type\b)[^;]*?["']([^"']*(?:monaco-editor|\/monaco\/)[^"']*)["']/gm,
      );
      return [...imports].map(([, from]) => `${relative(root, file)}: ${from}`);
    });
    expect(outside.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it("have an editor without Monaco and without grammars in it", async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ["components/editor/index.ts"],
      bundle: true,
      format: "esm",
      write: false,
      outdir: "unused",
      metafile: true,
      // What the vendor build writes; the addresses in it do not matter here.
      external: ["@/.generated/*"],
    });
    const packages = Object.keys(metafile.inputs).filter((path) => path.includes("node_modules/"));
    expect(packages).toEqual([]);
    expect(Object.keys(metafile.inputs)).toContain("components/editor/plain-editor.ts");
  });
});
