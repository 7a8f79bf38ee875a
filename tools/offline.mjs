/**
 * Writes the built site's service worker, last of all: it names every file of the site with its hash.
 * `GRADBOOK_OFFLINE=off` writes one instead that takes away what an earlier build kept in readers' browsers.
 *
 *   node tools/offline.mjs [folder]
 */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const NAME = "sw.js";
/** Files that no reader's page asks for. */
const LEFT_OUT = new Set([NAME, ".nojekyll"]);

async function bundle(entry, define) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    define,
    write: false,
  });
  return result.outputFiles[0].text;
}

/** @returns {Promise<Record<string, string>>} hashes by path, pages under the address at which they are visited */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !LEFT_OUT.has(path))
    .sort();
  const files = {};
  for (const path of paths) {
    const text = await readFile(join(folder, path));
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    files[path.replace(/(^|\/)index\.html$/, "$1")] = hash;
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(root, "out"));
  const base = `${process.env.GRADBOOK_BASE_PATH ?? ""}/`;
  const off = process.env.GRADBOOK_OFFLINE === "off";
  const files = await filesOf(folder);
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const text = off
    ? await bundle("lib/offline/farewell.ts", { BASE: JSON.stringify(base) })
    : await bundle("lib/offline/service-worker.ts", { SITE: JSON.stringify({ build: hash, base, files }) });
  await writeFile(join(folder, NAME), text);
  console.log(
    off ? `${NAME}: nothing is kept offline` : `${NAME}: ${Object.keys(files).length} files kept offline`,
  );
}
