import { Worker } from "node:worker_threads";
import { type Cell, type Chapter, didYouMean, type Problem, problemAt } from "@/lib/content";
import { EMPTY_BOX, type OutputBox, receive } from "@/lib/notebook";
import type { Message, Output, PrecompiledCell } from "@/lib/protocol";

/** What a cell put out when the site was built. */
export interface CellRun {
  outputs: Output[];
  declares: string[];
  /** The cell as the kernel compiled it. */
  precompiled: PrecompiledCell | undefined;
}

/** Why a cell failed, with the line of the cell on which it did. */
interface Failure {
  line: number;
  column: number;
  message: string;
  /** The name that nothing defined, if that is why. */
  missing?: string;
  /** Whether the kernel is not to be used any more. */
  fatal?: true;
}

/** Seconds that one cell may take. */
const BUDGET = 20;

/** Names that cells have although no cell and not the platform defines them. */
const BUILT_IN = ["Plot", "plots"];

/**
 * Runs a chapter's cells in order in a fresh kernel, and reports each that throws, does not end in time, puts out too much
 * or uses a name that no cell above defines. What only fails because another did is not reported, nor what a translation
 * has from its source.
 *
 * @param budget seconds that one cell may take
 */
export async function runCells(
  chapter: Chapter,
  kernelFile: URL,
  budget = BUDGET,
): Promise<{ runs: Record<string, CellRun>; problems: Problem[] }> {
  const worker = new Worker(kernelFile, { stdout: true, stderr: true });
  const runs: Record<string, CellRun> = {};
  const problems: Problem[] = [];
  const defined = new Set(BUILT_IN);
  const lost = new Set<string>();
  try {
    for (const cell of chapter.cells) {
      const report = ({ line, column, message }: Failure) => {
        if (cell.inherited) return;
        const place = { line: cell.place.line + line - 1, column: cell.place.column + column - 1 };
        problems.push(problemAt(chapter.file, "cell", place, message));
      };
      const { run, failure } = await runCell(worker, cell, chapter.locale, budget);
      runs[cell.id] = run;
      if (failure?.fatal) {
        report(failure);
        break;
      }
      if (failure) {
        const names = [...run.declares, ...declaredIn(cell.code)];
        if (failure.missing === undefined) report(failure);
        else if (!lost.has(failure.missing)) {
          report(undefinedName(cell, failure, failure.missing, [...defined, ...names]));
        }
        for (const name of names) if (!defined.has(name)) lost.add(name);
        continue;
      }
      for (const name of run.declares) defined.add(name);
      for (const name of run.precompiled?.uses ?? []) {
        if (!defined.has(name) && !lost.has(name)) {
          report(undefinedName(cell, placeOfName(cell.code, name), name, defined));
        }
      }
    }
    return { runs, problems };
  } finally {
    await worker.terminate();
  }
}

function undefinedName(
  { id }: Cell,
  { line, column }: { line: number; column: number },
  name: string,
  known: Iterable<string>,
): Failure {
  const guess = didYouMean(name, known) || ` Define it in a cell above \`${id}\`.`;
  return { line, column, message: `No cell above defines \`${name}\`.${guess}` };
}

/** The names that a text seems to define, for one that could not be run to its end. */
function declaredIn(code: string): string[] {
  const words = code.matchAll(
    /\b(?:const|let|var|function\*?|class|async function)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gu,
  );
  const lists = code.matchAll(/\b(?:const|let|var)\s*[[{]([^\]}=]*)[\]}]\s*=/gu);
  return [
    ...[...words].map(([, name = ""]) => name),
    ...[...lists].flatMap(([, names = ""]) => names.split(",").map((name) => name.replace(/.*:/, "").trim())),
  ];
}

function placeOfName(code: string, name: string): { line: number; column: number } {
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}_$.])${name.replaceAll("$", "\\$")}(?![\\p{L}\\p{N}_$])`,
    "u",
  ).exec(code);
  const before = code.slice(0, found?.index ?? 0).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function runCell(
  worker: Worker,
  { id: cell, code }: Cell,
  locale: Chapter["locale"],
  budget: number,
): Promise<{ run: CellRun; failure: Failure | null }> {
  return new Promise((resolve) => {
    let box: OutputBox = EMPTY_BOX;
    let declares: string[] = [];
    let precompiled: PrecompiledCell | undefined;
    let failure: Failure | null = null;
    const finish = () => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onDeath);
      resolve({ run: { outputs: [...box.outputs], declares, precompiled }, failure });
    };
    const end = (message: string) => {
      failure = { line: 1, column: 1, message, fatal: true };
      finish();
    };
    const onMessage = (message: Message) => {
      if (!("parent" in message)) return;
      switch (message.type) {
        case "status":
          if (message.state === "idle") finish();
          break;
        case "execute_input":
          break;
        case "execute_reply":
          ({ declares, precompiled } = message);
          break;
        case "error": {
          const place = message.traceback.find((frame) => frame.cell === cell);
          const missing = message.code === "undefined-name" ? message.details?.name : undefined;
          failure = {
            line: place?.line ?? 1,
            column: place?.column ?? 1,
            message:
              message.name === "SyntaxError"
                ? `This cell is no program: ${message.message}.`
                : `This cell throws ${message.name}: ${message.message}`,
            ...(missing !== undefined && { missing }),
          };
          break;
        }
        case "live_points":
          // The picture comes when the run has ended, and takes their place.
          break;
        default:
          box = receive(box, message);
          if (box.flooded) end("This cell puts out more than the page takes: let it print less.");
      }
    };
    const onDeath = (error: Error) => end(`This cell ended the kernel: ${error.message}.`);
    const timer = setTimeout(
      () => end(`This cell did not end within ${budget} seconds: let it compute less.`),
      budget * 1000,
    );
    worker.on("message", onMessage);
    worker.on("error", onDeath);
    worker.postMessage({ type: "execute_request", id: cell, cell, code, locale });
  });
}
