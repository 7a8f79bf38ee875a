import { median } from "./app/statistics";
import { byHand } from "./peers/by-hand";
import { gradbook } from "./peers/gradbook";
import { loadJax } from "./peers/jax";
import { loadJsPytorch } from "./peers/js-pytorch";
import { micrograd } from "./peers/micrograd";
import type { Loaded, Peer, Run } from "./peers/peer";
import { loadTfjs } from "./peers/tfjs";
import { matmulOf, nets } from "./problems";

/** How long a round of one contestant is meant to take, in milliseconds, and how many rounds there are. */
const ROUND = 60;
const ROUNDS = 11;

interface Contestant {
  readonly peer: Peer;
  readonly run: Run;
  steps: number;
  readonly times: number[];
}

async function loadPeers(): Promise<Loaded> {
  const peers: Peer[] = [byHand, ...gradbook, micrograd];
  const missing: string[] = [];
  for (const [name, load] of Object.entries({ loadJax, loadTfjs, loadJsPytorch })) {
    try {
      const loaded = await load();
      peers.push(...loaded.peers);
      missing.push(...loaded.missing);
    } catch (error) {
      missing.push(`${name.slice(4)}: ${String(error)}`);
    }
  }
  return { peers, missing };
}

type Make = (peer: Peer) => Run | null;

/** Refuses to time what does not compute the same: a few steps of a fresh start, beside the loop written by hand. */
async function agreeing(peers: readonly Peer[], make: Make, missing: string[]): Promise<Contestant[]> {
  const expected = Number(await make(byHand)?.(5));
  const contestants: Contestant[] = [];
  for (const peer of peers) {
    try {
      const loss = await make(peer)?.(5);
      if (loss === undefined) continue;
      const off = Math.abs(loss - expected) / Math.abs(expected);
      if (!(off < peer.tolerance)) throw new Error(`after 5 steps ${loss} instead of ${expected}`);
      const run = make(peer);
      if (run !== null) contestants.push({ peer, run, steps: 1, times: [] });
    } catch (error) {
      missing.push(`${peer.name}: ${String(error)}`);
    }
  }
  return contestants;
}

async function time(run: Run, steps: number): Promise<number> {
  const start = performance.now();
  await run(steps);
  return performance.now() - start;
}

/** Finds for each how many steps fill a round, which warms the engine up as well. */
async function calibrate(contestant: Contestant): Promise<void> {
  for (;;) {
    const taken = await time(contestant.run, contestant.steps);
    if (taken > ROUND / 2) {
      contestant.steps = Math.max(1, Math.round((contestant.steps * ROUND) / taken));
      return;
    }
    contestant.steps *= 2;
  }
}

async function compete(contestants: readonly Contestant[]): Promise<void> {
  for (const contestant of contestants) await calibrate(contestant);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, steps, times } of contestants) times.push((await time(run, steps)) / steps);
  }
}

function duration(milliseconds: number): string {
  if (milliseconds < 1) return `${(milliseconds * 1000).toFixed(milliseconds < 0.01 ? 2 : 1)} µs`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 1)} ms`;
}

function print(title: string, contestants: readonly Contestant[], operations: number | null): void {
  const results = contestants.map(({ peer, times }) => ({ name: peer.name, time: median(times) }));
  const own = gradbook.map(({ name }) => results.find((result) => result.name === name)?.time ?? Number.NaN);
  const heads = ["median", "÷ our float64", "÷ our float32", operations === null ? "" : "GFLOP/s"];
  const line = (name: string, cells: readonly string[]) =>
    (name.padEnd(24) + cells.map((cell) => cell.padStart(15)).join("")).trimEnd();
  console.log(line(title.length < 24 ? title : "", heads));
  if (title.length >= 24) console.log(title);
  for (const { name, time } of results) {
    const ratios = own.map((ours) => (time / ours).toFixed(2));
    const speed = operations === null ? "" : (operations / time / 1e6).toFixed(1);
    console.log(line(`  ${name}`, [duration(time), ...ratios, speed]));
  }
}

const wanted = process.argv[2];
const { peers, missing } = await loadPeers();
const notes = [...missing];
const net = nets.find(({ name }) => name === wanted);
const product = matmulOf(512);
const make: Make = net ? (peer) => peer.train(net) : (peer) => peer.multiply(product);
const contestants = await agreeing(peers, make, notes);
await compete(contestants);
print(net?.title ?? product.title, contestants, net ? null : 2 * product.size ** 3);
for (const note of notes) console.log(`  not measured: ${note}`);
console.log();
// The peers' backends may keep the process.
process.exit(contestants.some(({ peer }) => gradbook.includes(peer)) ? 0 : 1);
