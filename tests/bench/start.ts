/** How soon a fresh worker has done its first training step: the library read and compiled, the source's net, one step. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { quantile } from "./app/statistics";

const WORKERS = 15;
const program = `
  import { parentPort } from "node:worker_threads";
  const start = performance.now();
  const { nn, optim, torch } = await import("./library.mjs");
  const loaded = performance.now();
  class Net extends nn.Module {
    linear1 = new nn.Linear(2, 2);
    linear2 = new nn.Linear(2, 2);
    forward(x) { return torch.sigmoid(this.linear2(torch.sigmoid(this.linear1(x)))); }
  }
  const net = new Net();
  const optimizer = new optim.SGD(net.parameters(), { lr: 0.5 });
  const output = net(torch.tensor([[0.05, 0.1]]));
  const loss = torch.sum(output.sub(torch.tensor([[0.01, 0.99]])).pow(2)).div(2);
  optimizer.zeroGrad();
  loss.backward();
  optimizer.step();
  parentPort.postMessage({ loading: loaded - start, step: performance.now() - loaded, loss: loss.item() });
`;

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents,
      loader: "ts",
      resolveDir: fileURLToPath(new URL("../../lib/autograd", import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

interface Times {
  /** Milliseconds until the library has been read, compiled and set up. */
  readonly loading: number;
  /** Milliseconds from there until the first step is done. */
  readonly step: number;
}

function firstStep(file: string): Promise<Times> {
  const worker = new Worker(file, { execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", ({ loss, ...times }: Times & { loss: number }) => {
      worker.terminate();
      if (loss > 0) resolve(times);
      else reject(new Error(`the first loss is ${loss}`));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), "first-step-"));
try {
  const library = await bundle('export * from "./index";');
  writeFileSync(join(folder, "library.mjs"), library);
  writeFileSync(join(folder, "program.mjs"), program);
  const times: Times[] = [];
  for (let i = 0; i < WORKERS; i++) times.push(await firstStep(join(folder, "program.mjs")));
  const kilobytes = gzipSync(library, { level: 9 }).length / 1000;
  console.log(`first training step in a fresh worker, of ${WORKERS}`);
  console.log(`  lib/autograd, ${kilobytes.toFixed(1)} kB gzip`);
  const line = (what: string, of: (each: Times) => number) => {
    const [low, middle, high] = [0.05, 0.5, 0.95].map((part) => quantile(times.map(of), part).toFixed(1));
    console.log(`  ${what.padEnd(34)} median ${middle} ms, 5 % ${low} ms, 95 % ${high} ms`);
  };
  line("reading and compiling the library", ({ loading }) => loading);
  line("the first step", ({ step }) => step);
  line("together", ({ loading, step }) => loading + step);
  console.log();
} finally {
  rmSync(folder, { recursive: true });
}
