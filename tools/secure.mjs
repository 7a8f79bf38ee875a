/**
 * Gives every page of the built site its Content-Security-Policy, as a meta element: a static host sends no headers.
 * Next writes inline scripts into its pages; they are named by their hashes, so no other inline script can run.
 *
 *   node tools/secure.mjs [folder]
 */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const INLINE_SCRIPT = /<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/g;
const META = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** Names of the policies of Trusted Types that may be made: ours, and that of Next's own client. */
const TRUSTED_TYPES = ["default", "gradbook-kernel", "gradbook-editor", "gradbook-markdown", "nextjs"];

function hashOf(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/**
 * @param {string} html
 * @param {string} frameHash the hash of the kernel frame's script: a srcdoc frame inherits its page's policy
 */
export function policyFor(html, frameHash) {
  const hashes = new Set();
  for (const { groups } of html.matchAll(INLINE_SCRIPT)) {
    if (!/\ssrc=/.test(groups.attributes) && groups.text !== "") hashes.add(hashOf(groups.text));
  }
  return [
    "default-src 'none'",
    // The kernel's frame must pass this policy as well as its own: blob: is for the cells' modules, 'wasm-unsafe-eval' (which
    // lets WebAssembly be compiled, and no text be run) for the library's matrix product.
    `script-src 'self' ${[...hashes].join(" ")} ${frameHash} blob: 'wasm-unsafe-eval'`,
    // KaTeX, Plot and the editor set style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES.join(" ")}`,
  ].join("; ");
}

/** Writes the policy into a page, before anything that it governs. */
export function secure(html, frameHash) {
  const bare = html.replace(META, "");
  const policy = policyFor(bare, frameHash).replaceAll('"', "&quot;");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  if (!bare.includes("<head>")) throw new Error("the page has no <head>");
  return bare.replace("<head>", () => `<head>${meta}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(root, "out"));
  const { frameHash } = JSON.parse(await readFile(join(root, ".generated/kernel.json"), "utf8"));
  const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  for (const page of pages) {
    const file = join(folder, page);
    await writeFile(file, secure(await readFile(file, "utf8"), frameHash));
  }
  // Without it GitHub Pages leaves out folders whose names begin with an underscore.
  await writeFile(join(folder, ".nojekyll"), "");
  console.log(`policy written into ${pages.length} pages`);
}
