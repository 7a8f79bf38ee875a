import { createSocket } from "node:dgram";
import { createServer, request as forward, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback that remembers everything that reaches it. */
export interface Listener {
  /** Its origin, for example `http://127.0.0.1:4321`. */
  origin: string;
  port: number;
  /** Method and path of every request and every upgrade, in order. */
  requests: string[];
  /** Connections of any kind, even those on which nothing was asked, and packets of UDP. */
  contacts: number;
  close(): Promise<void>;
}

/**
 * Starts a listener.
 *
 * @param site the address of a site whose pages it hands on: then it is a page's own server
 */
export async function listen(site?: string): Promise<Listener> {
  const listener: Listener = { origin: "", port: 0, requests: [], contacts: 0, close };
  const server: Server = createServer((request, response) => {
    listener.requests.push(`${request.method} ${request.url}`);
    if (request.url === "/plain.html") {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>plain</title>");
    } else if (site && !request.url?.includes("/stolen/")) {
      request.pipe(
        forward(new URL(request.url ?? "/", site), { method: request.method }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }),
      );
    } else {
      response.writeHead(200, {
        "content-type": request.url?.includes("events") ? "text/event-stream" : "text/javascript",
        "access-control-allow-origin": "*",
      });
      response.end(request.url?.includes("events") ? "data: 1\n\n" : "self.reached = true;");
    }
  });
  server.on("connection", () => {
    listener.contacts += 1;
  });
  server.on("upgrade", (request, socket) => {
    listener.requests.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  listener.port = (server.address() as AddressInfo).port;
  listener.origin = `http://127.0.0.1:${listener.port}`;
  const udp = createSocket("udp4");
  udp.on("message", () => {
    listener.contacts += 1;
  });
  await new Promise<void>((done) => udp.bind(listener.port, "127.0.0.1", done));

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await new Promise<void>((done) => udp.close(done));
  }
  return listener;
}
