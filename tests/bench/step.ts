/**
 * How long one full training step of the 2-2-2 sigmoid net takes, beside the same numbers by a loop written by hand: a
 * quick look that needs no other library.
 *
 *   npx tsx tests/bench/step.ts
 */
import { median } from "./app/statistics";
import { byHand } from "./peers/by-hand";
import { gradbook } from "./peers/gradbook";
import type { Peer } from "./peers/peer";
import { seed } from "./problems";

const STEPS = 20_000;
const ROUNDS = 15;

/** The median times of a step in microseconds, over rounds that run side by side. */
async function measure(peers: readonly Peer[]): Promise<Map<string, number>> {
  const runs = peers.map((peer) => ({ peer, run: peer.train(seed), times: [] as number[] }));
  for (let round = 0; round < ROUNDS + 2; round++) {
    const losses: number[] = [];
    for (const { run, times } of runs) {
      const start = performance.now();
      losses.push(Number(await run?.(STEPS)));
      if (round > 1) times.push(((performance.now() - start) * 1000) / STEPS);
    }
    const [first = Number.NaN] = losses;
    if (losses.some((loss) => !(Math.abs(loss - first) <= 1e-12)))
      throw new Error(`the losses differ: ${losses.join(", ")}`);
  }
  return new Map(runs.map(({ peer, times }) => [peer.name, median(times)]));
}

const times = await measure([...gradbook.slice(0, 1), byHand]);
for (const [name, time] of times) console.log(`${name.padEnd(24)} ${time.toFixed(3)} µs a step`);
