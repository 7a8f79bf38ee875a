/**
 * Builds what the browser loads by URL instead of through the site's bundler: the editor (Monaco with
 * components/editor/monaco), Plot, and what draws Markdown. Writes public/vendor/, and .generated/vendor.json with the URLs for the site.
 *
 *   node tools/build-vendor.mjs
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, formatMessages } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const generated = join(root, ".generated");

/** Packages whose versions decide, beside our own sources, what is built. */
const packages = [
  "esbuild",
  "monaco-editor",
  "shiki",
  "@observablehq/plot",
  "d3",
  "katex",
  "remark-parse",
  "remark-gfm",
  "remark-math",
  "remark-rehype",
  "remark-cjk-friendly",
];

/**
 * @param {object} [options]
 * @param {string} [options.out] the folder to build into, public/vendor by default
 * @param {boolean} [options.minify] true by default
 * @param {(line: string) => void} [options.log] is told the size of each file
 * @returns {Promise<Record<string, unknown>>} what .generated/vendor.json holds
 */
export async function buildVendor({ out = join(root, "public/vendor"), minify = true, log } = {}) {
  const stampFile = join(generated, "vendor.stamp.json");
  const settings = await settingsHash({ out, minify });
  const last = await readJson(stampFile);
  if (last?.settings === settings && (await isUnchanged(last.files)) && (await isThere(out, last.urls))) {
    log?.(`vendor: up to date (${relative(root, out) || out})`);
    return last.urls;
  }

  const common = {
    absWorkingDir: root,
    bundle: true,
    minify,
    target: "es2022",
    write: false,
    metafile: true,
  };
  const [editor, workers, words, plot, markdown] = await Promise.all([
    build({
      ...common,
      entryPoints: { editor: "components/editor/monaco/entry.ts" },
      format: "esm",
      splitting: true,
      outdir: "monaco",
      chunkNames: "[name]-[hash]",
      assetNames: "[name]",
      loader: { ".ttf": "file" },
      legalComments: "none",
      plugins: [chosenFeaturesOnly, onePolicyOnly],
      logLevel: "silent",
    }),
    // Classic scripts: they start in every browser that has workers, and one request is all they need.
    build({
      ...common,
      entryPoints: {
        "editor.worker": "monaco-editor/editor/editor.worker",
        "typescript.worker": "monaco-editor/language/typescript/ts.worker",
      },
      format: "iife",
      outdir: "monaco",
      legalComments: "none",
      plugins: [languageLibraryOnly],
      logLevel: "error",
    }),
    build({
      ...common,
      entryPoints: { "messages.zh": "monaco-editor/nls/lang/zh-cn" },
      charset: "utf8",
      outdir: "monaco",
      legalComments: "none",
    }),
    // One file without imports, for page and kernel alike: the real Plot, and all of ours that draws with it.
    build({
      ...common,
      stdin: {
        contents: 'export * as Plot from "@observablehq/plot"; export * from "./lib/plot/drawing";',
        resolveDir: root,
      },
      format: "esm",
      outfile: "plot/plot.js",
      legalComments: "none",
    }),
    build({
      ...common,
      entryPoints: { "markdown.worker": "./lib/content/markdown/worker.ts" },
      // In pages the parser would read characters' names by `innerHTML`, which no worker has.
      conditions: ["worker"],
      format: "iife",
      outdir: "markdown",
      legalComments: "none",
    }),
  ]);

  // A warning here means that something was left out (an import that counts as free of effects, say).
  if (editor.warnings.length > 0) {
    throw new Error((await formatMessages(editor.warnings, { kind: "warning" })).join("\n"));
  }
  await rm(out, { recursive: true, force: true });
  // Every entry of a split bundle gets the whole style sheet again, and a python grammar has nothing to colour here.
  const unused = ([name]) => (name.endsWith(".css") && name !== "editor.css") || name.startsWith("python-");
  const monacoFiles = [editor, workers, words].flatMap(filesOf).filter((file) => !unused(file));
  const plotFiles = filesOf(plot);
  const monaco = await writeFolder(out, "monaco", monacoFiles, await noticesOf([editor, workers, words]));
  const plotFolder = await writeFolder(out, "plot", plotFiles, await noticesOf([plot]));
  const markdownFiles = filesOf(markdown);
  const markdownFolder = await writeFolder(out, "markdown", markdownFiles, await noticesOf([markdown]));

  const urls = {
    monaco: `${monaco}/editor.js`,
    monacoPreload: loadedWith(editor.metafile).map((name) => `${monaco}/${name}`),
    monacoCss: `${monaco}/editor.css`,
    monacoWorker: `${monaco}/editor.worker.js`,
    monacoTypeScriptWorker: `${monaco}/typescript.worker.js`,
    monacoMessagesZh: `${monaco}/messages.zh.js`,
    plot: `${plotFolder}/plot.js`,
    markdown: `${markdownFolder}/markdown.worker.js`,
  };
  const sizes = report(
    out,
    [
      [monaco, monacoFiles],
      [plotFolder, plotFiles],
      [markdownFolder, markdownFiles],
    ],
    log,
  );
  await writeFile(join(out, "manifest.json"), `${JSON.stringify({ urls, sizes }, null, 2)}\n`);
  await mkdir(generated, { recursive: true });
  await writeFile(join(generated, "vendor.json"), `${JSON.stringify(urls, null, 2)}\n`);
  const files = await hashesOf(
    [editor, workers, words, plot, markdown].flatMap((result) => sourcesOf(result.metafile)),
  );
  await writeFile(stampFile, `${JSON.stringify({ settings, files, urls }, null, 2)}\n`);
  return urls;
}

/**
 * Monaco's starter of language workers imports every feature of the editor for its side effects. The editor has the
 * features of components/editor/monaco/features.ts, and a language service must not bring in the rest.
 */
const chosenFeaturesOnly = {
  name: "chosen-features-only",
  setup({ onLoad }) {
    onLoad({ filter: /internal[\\/]common[\\/]workers\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(/^import '[^']+';$/gm, ""),
    }));
  },
};

/**
 * Monaco asks its environment for policies of Trusted Types (components/editor/environment.ts gives it ours), but the
 * DOMPurify inside it makes one of its own, under a name that a DOMPurify of the site would want.
 */
const onePolicyOnly = {
  name: "one-policy-only",
  setup({ onLoad }) {
    onLoad({ filter: /dompurify[\\/]dompurify\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const own = "return trustedTypes.createPolicy(";
      if (source.split(own).length !== 2) throw new Error(`${path}: not as expected: ${own}`);
      return {
        contents: source.replace(own, "return globalThis.MonacoEnvironment.createTrustedTypesPolicy("),
      };
    });
  },
};

/**
 * Leaves the types of pages and workers out of the TypeScript worker: cells have neither, and they are a quarter of
 * what is downloaded.
 */
const languageLibraryOnly = {
  name: "language-library-only",
  setup({ onLoad }) {
    onLoad({ filter: /typescript[\\/]lib[\\/]lib\.js$/ }, async ({ path }) => {
      const { libFileMap } = await import(path);
      const names = Object.keys(libFileMap).filter((name) => /^lib\.(es|decorators)/.test(name));
      if (!names.includes("lib.esnext.d.ts"))
        throw new Error(`no lib.esnext.d.ts among the libraries of ${path}`);
      const kept = Object.fromEntries(names.map((name) => [name, libFileMap[name]]));
      return { contents: `export const libFileMap = ${JSON.stringify(kept)};` };
    });
  },
};

/** Output files as [name, bytes]; names are relative to the output folder. */
const filesOf = (result) => result.outputFiles.map(({ path, contents }) => [basename(path), contents]);

/** The names of the chunks that the editor always needs: what it imports, and the grammar of TypeScript. */
function loadedWith({ outputs }) {
  const found = new Set();
  const visit = (file) => {
    for (const { path, kind } of outputs[file].imports) {
      const needed = kind === "import-statement" || basename(path).startsWith("typescript-");
      if (!needed || found.has(path)) continue;
      found.add(path);
      visit(path);
    }
  };
  visit(Object.keys(outputs).find((file) => basename(file) === "editor.js"));
  return [...found].map((file) => basename(file));
}

/** Writes files into a folder whose name tells their content, so that a browser may keep them for ever. */
async function writeFolder(out, name, files, notices) {
  const hash = createHash("sha256");
  for (const [file, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(file).update(contents);
  const folder = `${name}-${hash.digest("hex").slice(0, 10)}`;
  await mkdir(join(out, folder), { recursive: true });
  await Promise.all(files.map(([file, contents]) => writeFile(join(out, folder, file), contents)));
  await writeFile(join(out, folder, "LICENSE.txt"), notices);
  return `vendor/${folder}`;
}

/** The licences of the packages that bundles were made of, and the notices of what is inside them. */
async function noticesOf(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const names = inputs
    .map((path) => path.match(/.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/)?.[1])
    .filter(Boolean);
  const texts = [];
  for (const name of [...new Set(names)].sort()) {
    const folder = join(root, "node_modules", name);
    for (const file of await readdir(folder)) {
      if (!/^(licen[cs]e|third-?party-?notices)/i.test(file)) continue;
      texts.push(`${name}: ${file}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`);
    }
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

function report(out, folders, log) {
  const sizes = {};
  for (const [folder, files] of folders) {
    for (const [name, contents] of files) {
      const gzip = gzipSync(contents, { level: 9 }).length;
      sizes[`${folder}/${name}`] = { raw: contents.length, gzip };
      const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
      log?.(`${kB(contents.length)}${kB(gzip)} gzip  ${relative(root, join(out, "..", folder, name))}`);
    }
  }
  return sizes;
}

async function settingsHash({ out, minify }) {
  const versions = await Promise.all(
    packages.map(async (name) => {
      const { version } = await readJson(join(root, "node_modules", name, "package.json"));
      return [name, version];
    }),
  );
  const script = await readFile(fileURLToPath(import.meta.url), "utf8");
  // The bundler leaves out imports of files that this list does not name.
  const { sideEffects } = await readJson(join(root, "package.json"));
  return createHash("sha256")
    .update(JSON.stringify({ out, minify, versions, script, sideEffects }))
    .digest("hex");
}

/** Our own files among a bundle's sources. */
const sourcesOf = ({ inputs }) =>
  Object.keys(inputs).filter((path) => !path.includes("node_modules/") && !path.startsWith("<"));

async function hashesOf(paths) {
  const entries = await Promise.all(
    [...new Set(paths)].map(async (path) => {
      const text = await readFile(join(root, path)).catch(() => "");
      return [path, createHash("sha256").update(text).digest("hex")];
    }),
  );
  return Object.fromEntries(entries);
}

async function isUnchanged(files) {
  const now = await hashesOf(Object.keys(files));
  return Object.entries(files).every(([path, hash]) => now[path] === hash);
}

/** Whether all that was built still lies in `out`, and the site knows of it. */
async function isThere(out, urls) {
  const known = await readJson(join(generated, "vendor.json"));
  const paths = Object.values(urls).flat();
  const found = await Promise.all(
    paths.map((path) =>
      readFile(join(out, "..", path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return JSON.stringify(known) === JSON.stringify(urls) && found.every(Boolean);
}

const readJson = (path) => readFile(path, "utf8").then(JSON.parse, () => undefined);

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildVendor({ log: console.log });
}
