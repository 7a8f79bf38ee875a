/**
 * The kernel in a thread of Node: what runs a chapter's cells when the site is built, so that their outputs are in the
 * page before any script. The same code as in the browser, but without its sandbox: a build runs its own authors' cells.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import { Kernel } from "@/lib/kernel";
import type { Request } from "@/lib/protocol";
import { loadPart } from "./kernel-parts";

if (!parentPort) throw new Error("tools/kernel-node.ts runs in a worker thread.");
const port = parentPort;
const folder = mkdtempSync(join(tmpdir(), "cells-"));
let count = 0;

const kernel = new Kernel({
  post: (message) => port.postMessage(message),
  load: loadPart,
  forSaving: true,
  module(source) {
    count += 1;
    const file = join(folder, `cell-${count}.mjs`);
    writeFileSync(file, source);
    const { href } = pathToFileURL(file);
    return { url: href, load: () => import(href), release: () => rmSync(file) };
  },
});
Object.assign(globalThis, kernel.globals());
process.on("unhandledRejection", (reason) => void kernel.stray(reason));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
port.on("message", (request: Request) => {
  if (request.type === "execute_request") void kernel.execute(request);
});
