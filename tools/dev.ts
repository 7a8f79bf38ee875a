/**
 * `npm run dev`: Next's development server, with the kernel and the chapters made anew whenever their sources change.
 * Mistakes are shown on the page where they are, and listed here.
 */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { CourseBuilder } from "./build-course";
import { buildKernel } from "./build-kernel.mjs";
import { buildTypes } from "./build-types.mjs";
import { buildVendor } from "./build-vendor.mjs";
import { contentPath, otherArguments, ROOT } from "./course-folder";
import { reportProblems } from "./report";

const content = contentPath();
const builder = new CourseBuilder(content, true);
/** Milliseconds without a further change before work begins: editors write a file in several steps. */
const CALM = 80;

async function chapters(): Promise<void> {
  const started = performance.now();
  const { problems } = await builder.build();
  const sound = reportProblems(problems, undefined);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (sound) console.log(`course: ok (${seconds} s)`);
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
watch(content, { recursive: true }, whenCalm(chapters));
for (const room of ["autograd", "kernel", "plot", "protocol", "content"]) {
  watch(`${ROOT}lib/${room}`, { recursive: true }, whenCalm(all));
}
const next = spawn("npx", ["next", "dev", ...otherArguments()], { stdio: "inherit", cwd: ROOT });
next.on("exit", (code) => process.exit(code ?? 0));
