import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const TEXT = /^text\/|json|svg/;

/**
 * A server in front of another that gzips texts, as most static hosts do: without it a slow line would mostly measure
 * what no reader has to wait for. Each answer is packed once, so the packing itself costs only the first visit.
 */
export async function compressing(origin: string): Promise<{ origin: string; close(): void }> {
  const answers = new Map<string, Promise<Answer>>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const known = answers.get(path) ?? ask(origin + path);
    answers.set(path, known);
    const { status, headers, body } = await known;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function ask(url: string): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual" });
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  const headers: Record<string, string> = { "content-type": type };
  const location = response.headers.get("location");
  if (location) headers.location = location;
  if (!TEXT.test(type)) return { status: response.status, headers, body: bytes };
  return {
    status: response.status,
    headers: { ...headers, "content-encoding": "gzip" },
    body: gzipSync(bytes),
  };
}
