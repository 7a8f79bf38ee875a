/**
 * Builds the kernel as the page hands it to its sandboxed frame: one classic script (Chromium refuses module workers
 * in an opaque origin), and the frame's document with a policy of its own. Writes public/vendor/kernel-<hash>.js and
 * .generated/kernel.json; and the same kernel for Node, which runs the cells when the site is built.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Bundles a browser script into one text: a classic script, or a module. */
async function bundle(entry, format = "iife") {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0].text;
}

/** The hash by which a policy names an inline script. */
export function policyHash(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

function frameDocument(script) {
  const policy = [
    "default-src 'none'",
    // The matrix product's WebAssembly; where the page's own policy, which the frame inherits, does not say so too, the
    // library falls back on a loop.
    `script-src ${policyHash(script)} 'wasm-unsafe-eval' blob:`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>kernel</title></head><body><script>${script}</script></body></html>`;
}

/** @param {(line: string) => void} [log] is told the size of each file */
export async function buildKernel(log) {
  const [kernel, compiler, gradbook, frame, check] = await Promise.all([
    bundle("lib/kernel/worker.ts"),
    bundle("lib/kernel/compiler.ts", "esm"),
    bundle("lib/kernel/gradbook.ts", "esm"),
    bundle("lib/kernel/frame.ts"),
    bundle("lib/exercise/check/worker.ts"),
  ]);
  const frameScript = frame.trim();
  const vendor = join(root, "public/vendor");
  await mkdir(vendor, { recursive: true });
  await mkdir(join(root, ".generated"), { recursive: true });
  for (const name of await readdir(vendor))
    if (/^(kernel|compiler|gradbook|check)-.*\\.js$/.test(name)) await rm(join(vendor, name));
  const urls = {
    script: await writeHashed("kernel", kernel, log),
    compiler: await writeHashed("compiler", compiler, log),
    gradbook: await writeHashed("gradbook", gradbook, log),
    check: await writeHashed("check", check, log),
  };
  await writeFile(
    join(root, ".generated/kernel.json"),
    JSON.stringify({ ...urls, frame: frameDocument(frameScript), frameHash: policyHash(frameScript) }),
  );
  await buildNodeKernel(join(root, ".generated/kernel-node.mjs"));
}

/** The same kernel for Node, as one file. */
export async function buildNodeKernel(outfile) {
  await build({
    absWorkingDir: root,
    entryPoints: ["tools/kernel-node.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
  });
}

/** Writes a script under a name that changes with it; returns its path in the site. */
async function writeHashed(name, text, log) {
  const path = `vendor/${name}-${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`;
  await writeFile(join(root, "public", path), text);
  log?.(`${path}: ${text.length} bytes, gzip ${gzipSync(text).length}`);
  return path;
}
