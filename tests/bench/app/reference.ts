import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const FOLDER = fileURLToPath(new URL("../reference/", import.meta.url));

/** What edits the cells of a reference page. */
export type Editor = "codemirror" | "textareas";

/** Bare pages that run TypeScript in a worker: what any page of this kind has to fetch and do. */
export interface Reference {
  /** A page with the given cells, the same text in each. */
  address(editor: Editor, cells: readonly string[], code: string): string;
  close(): void;
}

/** Bundles the pages and serves them as most hosts would, gzipped. */
export async function serveReference(): Promise<Reference> {
  if (!existsSync(`${FOLDER}node_modules`))
    throw new Error("its libraries are missing: npm ci --prefix tests/bench/reference");
  const { outputFiles } = await build({
    entryPoints: ["codemirror", "textareas", "worker"].map((name) => `${FOLDER}${name}.ts`),
    outdir: "/",
    bundle: true,
    minify: true,
    write: false,
    target: "es2022",
    legalComments: "none",
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, gzipSync(contents)]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const script = files.get(url.pathname);
    const type = script ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip" });
    response.end(script ?? gzipSync(html(url.searchParams)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    address: (editor, cells, code) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({ editor, cells: cells.join(" "), code })}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function html(query: URLSearchParams): string {
  const code = (query.get("code") ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const cells = (query.get("cells") ?? "").split(" ").map(
    (cell) => `<section id="cell-${cell}" data-cell="${cell}" data-activity="idle" data-validity="fresh">
<pre><code>${code}</code></pre><button class="run-button">Run</button><div class="outputs"></div></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reference</title>
${cells.join("\n")}
<script src="${query.get("editor")}.js" defer></script></html>`;
}
