import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./course-folder";

/** How many are kept: some versions of each chapter of a long course. */
const KEPT = 400;

/**
 * What the running of chapters has shown, kept on disk from one command to the next, so that a check runs again only
 * what has changed. Only what went well is kept: a mistake is looked at anew each time.
 */
export class ExecutionStore<Execution extends { problems: readonly unknown[] }> {
  readonly #folder: string;
  readonly #kept: number;
  /** What every execution depends on beside its programs: the engine, our tools, and what they use of the library. */
  readonly #makers = hash([process.version, ...sources(join(ROOT, "tools")), ...sources(join(ROOT, "lib"))]);

  /** @param kept how many executions are kept at most */
  constructor(folder = join(ROOT, "node_modules/.cache/gradbook/executions"), kept = KEPT) {
    this.#kept = kept;
    this.#folder = folder;
  }

  /**
   * @param kernel what ran the programs, as text
   * @param programs all that was run
   */
  take(kernel: string, programs: string): Execution | undefined {
    const file = this.#file(kernel, programs);
    try {
      const execution = JSON.parse(readFileSync(file, "utf8")) as Execution;
      const now = new Date();
      utimesSync(file, now, now);
      return execution;
    } catch {
      return undefined;
    }
  }

  keep(kernel: string, programs: string, execution: Execution): void {
    if (execution.problems.length > 0) return;
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(this.#file(kernel, programs), JSON.stringify(execution));
      this.#prune();
    } catch {
      // A disk that takes nothing makes the next check slower, and no more.
    }
  }

  #file(kernel: string, programs: string): string {
    return join(this.#folder, `${hash([this.#makers, kernel, programs])}.json`);
  }

  /** Lets go of what was not asked for the longest. */
  #prune(): void {
    const files = readdirSync(this.#folder).map((name) => join(this.#folder, name));
    if (files.length <= this.#kept) return;
    const age = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
    const oldest = files.toSorted((one, other) => (age.get(one) ?? 0) - (age.get(other) ?? 0));
    for (const file of oldest.slice(0, files.length - this.#kept)) rmSync(file, { force: true });
  }
}

function hash(texts: readonly string[]): string {
  const sum = createHash("sha256");
  for (const text of texts) sum.update(`${text.length}\n${text}\n`);
  return sum.digest("hex");
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|mjs|wasm)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
