/**
 * `npm run build`: checks the course and writes its whole site to out/. `npm start` serves it as well.
 *
 *   npm run build -- [--content folder]
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { contentPath, otherArguments, ROOT } from "./course-folder";

const require = createRequire(import.meta.url);
// Nothing that is built here speaks to anybody, Next's reports on itself included.
const env = { ...process.env, GRADBOOK_CONTENT: contentPath(), NEXT_TELEMETRY_DISABLED: "1" };

/** Each begins when the one before it has succeeded. */
const STEPS: string[][] = [
  ["--import", "tsx", "tools/prepare.ts", "--sizes"],
  [require.resolve("next/dist/bin/next"), "build"],
  ["tools/secure.mjs"],
  ["tools/offline.mjs"],
  ...(otherArguments().includes("--serve") ? [["tools/serve.mjs"]] : []),
];

for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, step, { stdio: "inherit", cwd: ROOT, env });
  if (status !== 0) process.exit(status ?? 1);
}
