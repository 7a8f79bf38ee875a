import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Check, CodeExercise, Outcome } from "@/lib/exercise";
import { buildNodeKernel } from "../../tools/build-kernel.mjs";
import { compileCheck } from "../../tools/compile-check";
import { judgeProgram } from "../../tools/prove-programs";

/** Judges programs as the page does: each in a fresh kernel of its own, the check outside of it. */
export class Judge {
  readonly #folder = mkdtempSync(join(tmpdir(), "judge-"));
  #kernel: Promise<URL> | undefined;
  readonly #checks = new Map<string, Promise<Check>>();

  /** What a program is worth; a starter is judged like any other. */
  async judge(exercise: CodeExercise, code: string): Promise<Outcome> {
    this.#kernel ??= this.#build();
    const check = await this.#check(exercise.check);
    return judgeProgram(exercise, code, check, await this.#kernel);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #build(): Promise<URL> {
    const file = join(process.cwd(), "node_modules/.cache", `judge-${process.pid}.mjs`);
    await buildNodeKernel(file);
    return pathToFileURL(file);
  }

  #check(text: string): Promise<Check> {
    const known = this.#checks.get(text) ?? this.#load(text, this.#checks.size);
    this.#checks.set(text, known);
    return known;
  }

  async #load(text: string, number: number): Promise<Check> {
    const file = join(this.#folder, `check-${number}.mjs`);
    writeFileSync(file, await compileCheck(text));
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: Check };
    return module.default;
  }
}
