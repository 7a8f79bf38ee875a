/**
 * A plain static server for the built site: files as they are, no special headers, 404.html for the rest.
 *
 *   node tools/serve.mjs [--base /path] [--port 4173] [folder]
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".ttf": "font/ttf",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** How many ports above the wanted one are tried when it is taken. */
const PORTS_TRIED = 20;

async function fileAt(path) {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return fileAt(join(path, "index.html"));
  return found?.isFile() ? path : null;
}

/**
 * @param {{ folder: string, base?: string, port?: number }} options base: the path under which the site stands, without a slash at its end; port 0: any
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function serve({ folder, base = "", port = 0 }) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const send = (status, file) => {
      response.writeHead(status, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      if (request.method === "HEAD") response.end();
      else createReadStream(file).pipe(response);
    };
    const inside = pathname === base || pathname.startsWith(`${base}/`);
    let path = "";
    try {
      path = normalize(join(root, decodeURIComponent(pathname.slice(base.length))));
    } catch {
      path = "";
    }
    const file = inside && (path === root || path.startsWith(`${root}/`)) ? await fileAt(path) : null;
    if (file?.endsWith("index.html") && !pathname.endsWith("/") && !pathname.endsWith(".html")) {
      response.writeHead(301, { location: `${pathname}/` });
      response.end();
    } else if (file) send(200, file);
    else {
      const missing = await fileAt(join(root, "404.html"));
      if (missing) send(404, missing);
      else response.writeHead(404).end("not found");
    }
  });
  await listen(server, port);
  const address = server.address();
  const number = typeof address === "object" && address ? address.port : port;
  return { url: `http://127.0.0.1:${number}${base}/`, close: () => server.close() };
}

async function listen(server, port) {
  for (let tried = port; ; tried += 1) {
    const error = await new Promise((done) => {
      server.once("error", done);
      server.listen(tried, "127.0.0.1", () => done(null));
    });
    if (!error) return;
    if (error.code !== "EADDRINUSE" || port === 0 || tried >= port + PORTS_TRIED) throw error;
    server.removeAllListeners("error");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: {
      base: { type: "string", default: process.env.GRADBOOK_BASE_PATH ?? "" },
      port: { type: "string", default: process.env.PORT ?? "4173" },
    },
    allowPositionals: true,
  });
  const { url } = await serve({
    folder: positionals[0] ?? "out",
    base: values.base,
    port: Number(values.port),
  });
  console.log(`\n  Gradbook is at ${url}\n  (Ctrl+C ends it)\n`);
}
