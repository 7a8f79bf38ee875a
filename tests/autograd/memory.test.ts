import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const room = fileURLToPath(new URL("../../lib/autograd/", import.meta.url));

/** Trains the course's network and prints how many bytes are held before and after most of the steps. */
const program = `
  import { nn, optim, torch } from "./index";
  torch.manualSeed(0);
  class Net extends nn.Module {
    linear1 = new nn.Linear(2, 2);
    linear2 = new nn.Linear(2, 2);
    forward(x) {
      return torch.sigmoid(this.linear2(torch.sigmoid(this.linear1(x))));
    }
  }
  const net = new Net();
  const optimizer = new optim.SGD(net.parameters(), { lr: 0.5, momentum: 0.1 });
  const schedule = new optim.lrScheduler.ExponentialLR(optimizer, { gamma: 0.99999 });
  const [x, y] = [torch.tensor([[0.05, 0.1]]), torch.tensor([[0.01, 0.99]])];
  function train(steps) {
    for (let step = 0; step < steps; step++) {
      const loss = torch.sum(net(x).sub(y).pow(2)).div(2);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      schedule.step();
    }
  }
  function held() {
    gc();
    gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }
  train(100_000);
  const before = held();
  train(400_000);
  console.log(JSON.stringify([before, held()]));
`;

test("a long training holds no more memory than a short one", async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, loader: "ts", resolveDir: room },
    bundle: true,
    format: "esm",
    write: false,
  });
  const folder = mkdtempSync(join(tmpdir(), "memory-"));
  try {
    const file = join(folder, "train.mjs");
    writeFileSync(file, outputFiles[0]?.text ?? "");
    const printed = execFileSync(process.execPath, ["--expose-gc", file], { encoding: "utf8" });
    const [before = 0, after = 0] = JSON.parse(printed) as number[];
    // A step computes some 20 tensors: to keep one byte of each step would show.
    expect(after - before).toBeLessThan(400_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
