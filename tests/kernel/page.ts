import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Kernel } from "@/lib/kernel";
import { pack } from "@/lib/kernel/pack";
import { cleanTree } from "@/lib/plot";
import { type ErrorOutput, type Message, type Output, parseMessage } from "@/lib/protocol";
import { loadPart } from "@/tools/kernel-parts";
import { importModule } from "./compile/notebook";

/** A page with a kernel, in Node: what comes over the line is packed and read as in the browser. */
export class TestPage {
  readonly #kernel: Kernel;
  readonly #folder = mkdtempSync(join(tmpdir(), "page-"));
  #messages: Message[] = [];
  #count = 0;

  constructor() {
    this.#kernel = new Kernel({
      post: (message) => {
        const read = parseMessage(structuredClone(pack(message)), cleanTree);
        if (read) this.#messages.push(read);
      },
      load: loadPart,
      forSaving: false,
      module: (source) => {
        this.#count += 1;
        const file = join(this.#folder, `cell-${this.#count}.mjs`);
        writeFileSync(file, source);
        const { href } = pathToFileURL(file);
        return { url: href, load: () => importModule(href), release: () => rmSync(file) };
      },
    });
    // The console stays the test runner's.
    const { console: _console, ...names } = this.#kernel.globals();
    Object.assign(globalThis, names);
  }

  /** How many modules have been made of cells. */
  get modules(): number {
    return this.#count;
  }

  /** What a cell puts out. */
  async run(cell: string, code: string): Promise<Output[]> {
    this.#messages = [];
    await this.#kernel.execute({ type: "execute_request", id: "1", cell, code, locale: "en" });
    return this.#messages.filter(
      (message) =>
        message.type === "stream" ||
        message.type === "display_data" ||
        message.type === "execute_result" ||
        message.type === "error",
    );
  }

  /** The error with which a cell ends. */
  async fail(cell: string, code: string): Promise<ErrorOutput> {
    const error = (await this.run(cell, code)).findLast((output) => output.type === "error");
    if (!error) throw new Error(`no error: ${code}`);
    return error;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
