/**
 * `npm run dev`: Next's development server, with the kernel and the chapters made anew whenever their sources change.
 * A chapter with mistakes keeps its last good form on the page; the mistakes are listed here, each with its place.
 */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildChapters, formatProblem } from "./build-chapters";
import { buildKernel } from "./build-kernel.mjs";
import { buildTypes } from "./build-types.mjs";
import { buildVendor } from "./build-vendor.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Milliseconds without a further change before work begins: editors write a file in several steps. */
const CALM = 80;

async function chapters(): Promise<void> {
  const started = performance.now();
  const problems = await buildChapters(root);
  for (const problem of problems) console.error(formatProblem(problem));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    problems.length === 0 ? `chapters: ok (${seconds} s)` : `chapters: ${problems.length} problems`,
  );
}

async function all(): Promise<void> {
  await buildVendor();
  await buildKernel();
  await buildTypes();
  await chapters();
}

/** Does the work after changes, never twice at once; what changes meanwhile is done next. */
function whenCalm(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(work).catch((error: unknown) => console.error(error));
    }, CALM);
  };
}

await all();
watch(`${root}content`, { recursive: true }, whenCalm(chapters));
for (const room of ["autograd", "kernel", "plot", "protocol", "content"]) {
  watch(`${root}lib/${room}`, { recursive: true }, whenCalm(all));
}
const next = spawn("npx", ["next", "dev", ...process.argv.slice(2)], { stdio: "inherit", cwd: root });
next.on("exit", (code) => process.exit(code ?? 0));
