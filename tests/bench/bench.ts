/**
 * Measures lib/autograd beside other libraries: training steps and a matrix product, in this one engine, after checking
 * that all compute the same. Each workload has a process of its own, so that none leaves its traces in the engine's
 * memory of types and its heap.
 *
 *   npm run bench [-- seed curve digits matmul start]
 */
import { execFileSync, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const names = ["seed", "curve", "digits", "matmul", "start"];

/** The peers are the bench's own: the app is installed without them. */
function install(): void {
  if (existsSync(here("node_modules/.package-lock.json"))) return;
  console.log("Installing the libraries to compare with (once) …");
  // Scripts would build graphics drivers that nothing here uses.
  const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", options, { cwd: here("."), stdio: "inherit" });
}

function run(name: string, flags: readonly string[]): Promise<number> {
  const child = fork(here(name === "start" ? "start.ts" : "workload.ts"), [name], {
    execArgv: [...process.execArgv, ...flags],
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** Whether the engine has WebAssembly's relaxed SIMD switched on, as Chromium and newer versions of Node have. */
function hasRelaxedSimd(): boolean {
  // A module with one function: (v, v, v) -> f32x4.relaxed_madd.
  const head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0];
  const body = [10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 133, 2, 11];
  return WebAssembly.validate(Uint8Array.from([...head, ...body]));
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}: the workloads are ${names.join(", ")}.`);
  process.exit(1);
}
install();
let failed = 0;
for (const name of asked.length > 0 ? asked : names) {
  failed += await run(name, []);
  if ((name === "digits" || name === "matmul") && !hasRelaxedSimd()) {
    console.log("The same with relaxed SIMD, which Chromium has switched on:\n");
    failed += await run(name, ["--experimental-wasm-relaxed-simd"]);
  }
}
process.exit(failed > 0 ? 1 : 0);
