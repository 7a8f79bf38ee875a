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

/** Bundles a browser script into one text. */
async function bundle(entry) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    // Names of functions and classes are shown to readers: in errors, in gradFn, in a module's printing.
    keepNames: false,
    format: "iife",
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
    `script-src ${policyHash(script)} blob:`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>kernel</title></head><body><script>${script}</script></body></html>`;
}

export async function buildKernel() {
  const [kernel, frame] = await Promise.all([bundle("lib/kernel/worker.ts"), bundle("lib/kernel/frame.ts")]);
  const frameScript = frame.trim();
  const hash = createHash("sha256").update(kernel).digest("hex").slice(0, 12);
  const script = `vendor/kernel-${hash}.js`;
  const vendor = join(root, "public/vendor");
  await mkdir(vendor, { recursive: true });
  await mkdir(join(root, ".generated"), { recursive: true });
  for (const name of await readdir(vendor)) {
    if (/^kernel-.*\.js$/.test(name) && !script.endsWith(name)) await rm(join(vendor, name));
  }
  await writeFile(join(root, "public", script), kernel);
  await writeFile(
    join(root, ".generated/kernel.json"),
    JSON.stringify({ script, frame: frameDocument(frameScript), frameHash: policyHash(frameScript) }),
  );
  await build({
    absWorkingDir: root,
    entryPoints: ["tools/kernel-node.ts"],
    outfile: ".generated/kernel-node.mjs",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
  });
  console.log(`kernel: ${script} ${kernel.length} bytes, gzip ${gzipSync(kernel).length}`);
}
