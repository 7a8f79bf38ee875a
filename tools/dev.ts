/**
 * `npm run dev`: Next's development server, with the kernel and the chapters made anew whenever their sources change.
 * Mistakes are shown on the page where they are, and listed here.
 *
 *   npm run dev -- [--content folder] [--port number]
 */
import { spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { createRequire } from "node:module";
import { CourseBuilder } from "./build-course";
import { buildKernel } from "./build-kernel.mjs";
import { buildTypes } from "./build-types.mjs";
import { buildVendor } from "./build-vendor.mjs";
import { contentPath, otherArguments, ROOT } from "./course-folder";
import { reportProblems } from "./report";

const content = contentPath();
const builder = new CourseBuilder(content, true);
/** Milliseconds without a further change before work begins: editors write a file in several steps. */
const CALM = 40;

/** The text is shown at once; what its programs do follows, and waits for no one who goes on writing. */
async function chapters(): Promise<void> {
  await builder.read();
  if (!running) void run();
}

let running = false;

async function run(): Promise<void> {
  running = true;
  try {
    while (await builder.executeNext());
    if (reportProblems(builder.problems(), undefined)) console.log("course: ok");
  } catch (error) {
    console.error(error);
  } finally {
    running = false;
  }
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

if (!existsSync(content)) {
  reportProblems((await builder.build()).problems, undefined);
  process.exit(1);
}
await all();
watch(content, { recursive: true }, whenCalm(chapters));
for (const room of ["autograd", "kernel", "plot", "protocol", "content"]) {
  watch(`${ROOT}lib/${room}`, { recursive: true }, whenCalm(all));
}
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const server = spawn(process.execPath, [next, "dev", ...otherArguments()], {
  stdio: "inherit",
  cwd: ROOT,
  // Next would report on itself to its makers.
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
});
server.on("exit", (code) => process.exit(code ?? 0));
