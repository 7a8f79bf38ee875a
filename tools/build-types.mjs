/**
 * Gathers the types that cells are written against, for the editor's language service: our library with its doc
 * comments, Observable Plot's, and the names that every cell may use. Writes public/vendor/types-<hash>.json (a file's
 * path to its text) and .generated/types.json.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The rooms of lib/ that cells can see into. */
const ROOMS = ["autograd", "plot", "protocol"];

async function filesIn(folder, end) {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(end)).sort();
}

async function textsIn(folder, end, into) {
  const names = await filesIn(folder, end);
  return Promise.all(
    names.map(async (name) => [
      `${into}/${name.replaceAll("\\", "/")}`,
      await readFile(join(folder, name), "utf8"),
    ]),
  );
}

/** The declarations of our own rooms, as the compiler writes them. */
async function ownTypes() {
  const out = await mkdtemp(join(tmpdir(), "gradbook-types-"));
  try {
    const args = ["tsc", "-p", "lib/tsconfig.json", "--noEmit", "false", "--declaration"];
    const run = spawnSync("npx", [...args, "--emitDeclarationOnly", "--outDir", out], {
      cwd: root,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(`The types of lib/ could not be made:\n${run.stdout}`);
    return (await Promise.all(ROOMS.map((room) => textsIn(join(out, room), ".d.ts", room)))).flat();
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** Changes whenever something does that the types are made of. */
async function stampOf(sources) {
  const hash = createHash("sha256");
  for (const [path, text] of sources) hash.update(path).update(text);
  return hash.digest("hex").slice(0, 12);
}

/** @param {(line: string) => void} [log] is told the size of the file */
export async function buildTypes(log) {
  const plot = await textsIn(join(root, "node_modules/@observablehq/plot/src"), ".d.ts", "observablehq-plot");
  const cell = await readFile(join(root, "tools/types/cell.d.ts"), "utf8");
  const own = await Promise.all(ROOMS.map((room) => textsIn(join(root, "lib", room), ".ts", room)));
  const builder = await readFile(fileURLToPath(import.meta.url), "utf8");
  const stamp = await stampOf([...plot, ["cell.d.ts", cell], ...own.flat(), ["builder", builder]]);
  const path = `vendor/types-${stamp}.json`;
  const file = join(root, "public", path);
  await mkdir(dirname(file), { recursive: true });
  await mkdir(join(root, ".generated"), { recursive: true });
  if (!existsSync(file)) {
    for (const name of await readdir(dirname(file)))
      if (/^types-.*\.json$/.test(name)) await rm(join(dirname(file), name));
    const texts = Object.fromEntries([...(await ownTypes()), ...plot, ["cell.d.ts", cell]]);
    const json = JSON.stringify(texts);
    await writeFile(file, json);
    log?.(`${path}: ${json.length} bytes, gzip ${gzipSync(json).length}`);
  }
  await writeFile(join(root, ".generated/types.json"), JSON.stringify({ types: path }));
}
