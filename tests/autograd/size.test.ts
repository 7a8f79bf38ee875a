import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const room = fileURLToPath(new URL("../../lib/autograd/", import.meta.url));

/** The weight of a program with all that it needs, minified and compressed, in bytes. */
async function weight(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, loader: "ts", resolveDir: room },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

test("the whole library stays light", async () => {
  // 48.5 kB were measured with every operation, layer, optimizer, scheduler and data set in it, and the checks of gradients.
  expect(await weight('export * from "./index";')).toBeLessThan(48_600);
});

test("the small door lets little through", async () => {
  // 11.5 kB were measured: what every page with a figure on it loads.
  expect(await weight('export * from "./core";')).toBeLessThan(12_000);
});

test("a program that takes only what it needs leaves the rest behind", async () => {
  const program = `
    import "./methods/arithmetic";
    import "./methods/graph";
    import "./methods/inplace";
    import "./methods/value";
    import * as nn from "./nn";
    import * as optim from "./optim";
    import * as torch from "./torch";
    class Net extends nn.Module {
      linear1 = new nn.Linear(2, 2);
      forward(x) { return torch.sigmoid(this.linear1(x)); }
    }
    const net = new Net();
    torch.noGrad(() => net.linear1.weight.copy_(torch.tensor([[0.15, 0.2], [0.25, 0.3]])));
    const optimizer = new optim.SGD(net.parameters(), { lr: 0.5 });
    const loss = torch.sum(net(torch.tensor([[0.05, 0.1]])).sub(torch.tensor([[0.01, 0.99]])).pow(2)).div(2);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    console.log(String(loss), net.stateDict());
  `;
  const needed = await weight(program);
  expect(needed).toBeLessThan(16_500);
  expect(needed).toBeLessThan(0.4 * (await weight('export * from "./index";')));
});

test("bundling does not change what is printed and said", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'export * from "./index";', loader: "ts", resolveDir: room },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    write: false,
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
  const { data, nn, optim, Tensor, TorchError }: typeof import("@/lib/autograd") = await import(
    `data:text/javascript;base64,${text}`
  );
  expect(String(new nn.Sequential(new nn.Linear(2, 2), new nn.ReLU()))).toBe(
    "Sequential(\n  (0): Linear(inFeatures=2, outFeatures=2, bias=true)\n  (1): ReLU()\n)",
  );
  expect(() => new optim.SGD([])).toThrow("SGD: there are no parameters to optimize");
  const named = [data.DataLoader, optim.lrScheduler.StepLR, Tensor, TorchError];
  expect(named.map(({ name }) => name)).toEqual(["DataLoader", "StepLR", "Tensor", "TorchError"]);
});
