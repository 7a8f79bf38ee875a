import { Worker } from "node:worker_threads";
import type { Ask, Ending, LearnerRealm, Reply } from "@/lib/exercise";
import { cleanTree } from "@/lib/plot";
import { parseMessage } from "@/lib/protocol";

/** A learner's realm in a thread of Node: the same kernel as in the browser, without its sandbox. */
export class NodeRealm implements LearnerRealm {
  readonly #worker: Worker;
  #count = 0;
  /** Settles when the program does not end in time, or ends its kernel. */
  readonly ended: Promise<Ending>;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param kernelFile the kernel as one file for Node
   * @param seconds that everything together may take
   */
  constructor(kernelFile: URL, seconds: number) {
    this.#worker = new Worker(kernelFile, { stdout: true, stderr: true });
    this.ended = new Promise((resolve) => {
      this.#timer = setTimeout(() => resolve("timeout"), seconds * 1000);
      this.#worker.once("error", () => resolve("died"));
      this.#worker.once("exit", () => resolve("died"));
    });
  }

  readonly load = (code: string) => this.#execute("answer", code);
  readonly ask: Ask = (code) => this.#execute(`ask-${this.#count}`, code);

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker.terminate();
  }

  #execute(cell: string, code: string): Promise<Reply & { line?: number; column?: number }> {
    this.#count += 1;
    const id = String(this.#count);
    return new Promise((resolve) => {
      let reply: Reply & { line?: number; column?: number } = { kind: "value", value: undefined };
      const hear = (data: unknown) => {
        const message = parseMessage(data, cleanTree);
        if (!message || !("parent" in message) || message.parent !== id) return;
        if (message.type === "execute_result") {
          reply = { kind: "value", value: message.data["application/vnd.gradbook.plain+json"] };
        } else if (message.type === "error") {
          const place = message.traceback.find((frame) => frame.cell === cell);
          const missing = message.code === "undefined-name" ? message.details?.name : undefined;
          reply = {
            kind: "error",
            message: `${message.name}: ${message.message}`,
            ...(missing !== undefined && { missing }),
            ...(place && { line: place.line, column: place.column }),
          };
        } else if (message.type === "status" && message.state === "idle") {
          this.#worker.off("message", hear);
          resolve(reply);
        }
      };
      this.#worker.on("message", hear);
      this.#worker.postMessage({ type: "execute_request", id, cell, code, locale: "en", plain: true });
    });
  }
}
