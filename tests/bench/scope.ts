/**
 * What it costs to share names between cells: nanoseconds an iteration of a few hot loops, over names of the loop's
 * own cell and over names of another, against the same loop in a plain module.
 *
 *   npx tsx tests/bench/scope.ts
 */
import { compileCell } from "../../lib/kernel/compile";
import { Scope } from "../../lib/kernel/scope";

const RUNS = 7;

interface Loop {
  name: string;
  iterations: number;
  declarations: string;
  body: string;
}

const N = 20_000_000;

const LOOPS: Loop[] = [
  {
    name: "sum of numbers",
    iterations: N,
    declarations: "let s = 0;",
    body: `for (let i = 0; i < ${N}; i++) s += i * 0.5;`,
  },
  {
    name: "counter",
    iterations: N,
    declarations: "let s = 0;",
    body: `for (let i = 0; i < ${N}; i++) s = (s + i) | 0;`,
  },
  {
    name: "sum of an array",
    iterations: N,
    declarations: "const a = new Float64Array(1024).fill(1.5); let s = 0;",
    body: `for (let i = 0; i < ${N}; i++) s += a[i & 1023];`,
  },
  {
    name: "write an array",
    iterations: N,
    declarations: "let a = new Float64Array(1024).fill(1.5); let k = 0.5;",
    body: `for (let i = 0; i < ${N}; i++) a[i & 1023] = a[(i + 1) & 1023] * k;`,
  },
  {
    name: "call a function",
    iterations: N,
    declarations: "function f(x) { return x * 0.5 + 1 } let s = 0;",
    body: `for (let i = 0; i < ${N}; i++) s += f(i);`,
  },
  {
    name: "function that adds up",
    iterations: N,
    declarations: "let s = 0; const k = 2; const add = (x) => { s += x * k };",
    body: `for (let i = 0; i < ${N}; i++) add(i);`,
  },
  {
    name: "recursion",
    iterations: 2_692_537,
    declarations: "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }",
    body: "fib(30);",
  },
  {
    name: "Leibniz",
    iterations: N,
    declarations: "let pi = 0;",
    body: `for (let i = 0; i < ${N}; i++) { const term = 1 / (2 * i + 1); pi += i % 2 === 0 ? term : -term; }`,
  },
  {
    name: "gradient descent",
    iterations: N,
    declarations: "const lr = 0.1; let w = 5; let steps = 0;",
    body: `for (let i = 0; i < ${N}; i++) { const gradient = 2 * (w - 3); w -= lr * gradient; steps++; }`,
  },
];

const timed = (body: string) =>
  `const started = performance.now(); ${body}\nglobalThis.elapsed = performance.now() - started;`;

let modules = 0;
const load = (source: string) => import(`data:text/javascript,${encodeURIComponent(source)}#${modules++}`);
const elapsed = () => (globalThis as unknown as { elapsed: number }).elapsed;

async function plain({ declarations, body }: Loop): Promise<number> {
  await load(`${declarations}\n${timed(body)}`);
  return elapsed();
}

async function cells(...codes: string[]): Promise<number> {
  const scope = new Scope();
  // A notebook has other names too, of all sorts.
  codes.unshift("let t1 = 1, t2 = 1.5, t3 = {}, t4 = []; const t5 = 1, t6 = () => t1 + t2 + t3 + t4 + t5;");
  for (const [index, code] of codes.entries()) {
    const name = `cell ${index}`;
    const compiled = compileCell(code, scope.around(name, { isGlobal: (one) => one in globalThis }));
    const module = await load(compiled.source);
    scope.begin(name, compiled);
    await module.default(...scope.boxes(compiled), {});
    scope.end(name);
  }
  return elapsed();
}

/** The best of some runs: what the machine does besides only ever adds. */
async function best(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await measure());
  return Math.min(...times);
}

console.log(`ns an iteration, best of ${RUNS}`.padEnd(34), "module    own cell        other cell");
for (const loop of LOOPS) {
  const per = (milliseconds: number) => (milliseconds * 1e6) / loop.iterations;
  const reference = per(await best(() => plain(loop)));
  const own = per(await best(() => cells(`${loop.declarations}\n${timed(loop.body)}`)));
  const other = per(await best(() => cells(loop.declarations, timed(loop.body))));
  const ratio = (value: number) => `${value.toFixed(2).padStart(6)} (${(value / reference).toFixed(2)}x)`;
  console.log(loop.name.padEnd(34), reference.toFixed(2).padStart(6), "", ratio(own), " ", ratio(other));
}
