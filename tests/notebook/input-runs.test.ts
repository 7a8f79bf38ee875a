import { describe, expect, it } from "vitest";
import {
  begin,
  CHAIN_HOLD,
  CHAIN_INTERVAL,
  CHAIN_PATIENCE,
  cellOf,
  chainBegun,
  chainEnded,
  enqueue,
  inputKey,
  inputSet,
  inputsTaken,
  isHeld,
  kernelLost,
  NO_INPUT_RUNS,
  newSession,
  nextInputStep,
  type QueuedRun,
  received,
  type Session,
  shownOutputs,
} from "@/lib/notebook";
import type { Message, Output } from "@/lib/protocol";
import { answers, type Behaviour, ran } from "./run";

const ORDER = ["a", "b", "c"];
/** `a` has the input; `b` and `c` build on it. */
const CELLS: Record<string, Behaviour> = {
  a: { declares: ["eta"] },
  b: { declares: ["w"], uses: ["eta"] },
  c: { uses: ["w"] },
};

/** A page whose clock and kernel the test moves by hand. */
class Page {
  session: Session = ORDER.reduce((session, cell) => ran(session, cell, CELLS[cell]), newSession());
  runs = NO_INPUT_RUNS;
  now = 1000;
  /** What the kernel was given to do, in order, with the value that the input had then. */
  readonly sent: string[] = [];
  value = 0;
  #running: QueuedRun | null = null;
  #requests = 0;

  set(value: number): void {
    this.value = value;
    this.runs = inputSet(this.runs, "a");
    this.step();
  }

  step() {
    const request = (cell: string) => `${cell}#${++this.#requests}`;
    const step = nextInputStep(this.runs, this.session, ORDER, this.now, request);
    if (step.kind === "chain") {
      this.runs = chainBegun(this.runs, step.runs, this.now);
      this.session = step.runs.reduce(enqueue, step.session);
      this.begin();
    }
    return step;
  }

  /** The run in progress ends, so many milliseconds later. */
  end(milliseconds: number, behaviour?: Behaviour): void {
    const run = this.#running;
    if (!run) throw new Error("nothing runs");
    this.#running = null;
    this.now += milliseconds;
    this.session = answers(run, behaviour ?? CELLS[run.cell] ?? {}).reduce(received, this.session);
    this.runs = chainEnded(this.runs, this.session);
    this.step();
    this.begin();
  }

  begin(): void {
    const [session, run] = begin(this.session);
    if (!run) return;
    this.session = session;
    this.runs = inputsTaken(this.runs, run.cell);
    this.#running = run;
    this.sent.push(run.cell === "a" ? `a=${this.value}` : run.cell);
  }
}

describe("an input that is set", () => {
  it("runs its cell, then those that build on it, with the texts that they ran with", () => {
    const page = new Page();
    page.set(1);
    page.end(1);
    page.end(1);
    page.end(1);
    expect(page.sent).toEqual(["a=1", "b", "c"]);
    expect(page.runs).toMatchObject({ changed: [], chain: [] });
    expect(cellOf(page.session, "c").ranCode).toBe("text of c");
  });

  it("drops the values between: one chain is in flight, and the next has the newest", () => {
    const page = new Page();
    for (let value = 1; value <= 5; value++) page.set(value);
    for (let run = 0; run < 3; run++) page.end(10);
    for (let run = 0; run < 3; run++) page.end(10);
    expect(page.sent).toEqual(["a=1", "b", "c", "a=5", "b", "c"]);
    expect(page.session.queue).toEqual([]);
    expect(page.runs.changed).toEqual([]);
  });

  it("does not begin two chains within one frame", () => {
    const page = new Page();
    page.set(1);
    for (let run = 0; run < 3; run++) page.end(1);
    page.set(2);
    expect(page.sent).toHaveLength(3);
    const step = page.step();
    expect(step.kind).toBe("wait");
    if (step.kind === "wait") expect(step.milliseconds).toBeCloseTo(CHAIN_INTERVAL - 3, 6);
    page.now += CHAIN_INTERVAL;
    page.step();
    expect(page.sent.slice(3)).toEqual(["a=2"]);
  });

  it("does not wait for the rest of a long chain", () => {
    const page = new Page();
    page.set(1);
    page.end(1);
    page.set(2);
    page.end(CHAIN_PATIENCE); // b was long; c, of the old value, is not run
    for (let run = 0; run < 3; run++) page.end(1);
    expect(page.sent).toEqual(["a=1", "b", "a=2", "b", "c"]);
  });

  it("still runs what a superseded chain owed, though the newer value would not ask for it", () => {
    const page = new Page();
    page.set(1);
    page.end(1);
    page.set(2);
    // With the first value, b defined something that c uses; the chain is then given up before c.
    page.end(CHAIN_PATIENCE, { declares: [], uses: ["eta"] });
    for (let run = 0; run < 3; run++) page.end(1, {});
    expect(page.sent.slice(2)).toEqual(["a=2", "b", "c"]);
  });

  it("waits for what the reader runs, and for what waits before it", () => {
    const page = new Page();
    page.session = enqueue(page.session, { cell: "c", request: "own#1", code: "new" });
    page.session = enqueue(page.session, { cell: "b", request: "own#2", code: "new" });
    page.begin();
    page.set(1);
    expect(page.sent).toEqual(["c"]);
    page.end(1);
    expect(page.sent).toEqual(["c", "b"]);
    page.end(1);
    expect(page.sent).toEqual(["c", "b", "a=1"]);
  });

  it("a failure ends the chain; the next value starts another", () => {
    const page = new Page();
    page.set(1);
    page.end(20, { status: "error", uses: [], declares: ["eta"] });
    expect(page.sent).toEqual(["a=1"]);
    expect(page.session.kernel).toBe("idle");
    page.set(2);
    for (let run = 0; run < 3; run++) page.end(1);
    expect(page.sent).toEqual(["a=1", "a=2", "b", "c"]);
  });

  it("asks for a first run where the cell has not run in this kernel, unless that is under way", () => {
    const page = new Page();
    page.session = { ...kernelLost(page.session, "restarted"), kernel: "idle" };
    page.runs = inputSet(page.runs, "a");
    expect(page.step()).toEqual({ kind: "first", cell: "a" });
    page.session = enqueue(page.session, { cell: "a", request: "own", code: "a" });
    expect(page.step()).toEqual({ kind: "nothing" });
    page.begin();
    expect(page.runs.changed).toEqual([]);
  });

  it("does nothing by itself", () => {
    const page = new Page();
    expect(page.step()).toEqual({ kind: "nothing" });
  });
});

describe("what is shown meanwhile", () => {
  const input = (value: number): Output => ({
    type: "display_data",
    data: {
      "text/plain": `k: ${value}`,
      "application/vnd.gradbook.input+json": { kind: "button", key: "k", label: "", value, initial: 0 },
    },
  });
  const text = (line: string): Output => ({
    type: "execute_result",
    executionCount: 1,
    data: { "text/plain": line },
  });

  it("is what was there, until the chain is over or lasts", () => {
    const page = new Page();
    page.set(1);
    expect(isHeld(page.runs, page.now)).toBe(true);
    page.end(1);
    expect(isHeld(page.runs, page.now)).toBe(true);
    expect(isHeld(page.runs, page.now + CHAIN_HOLD)).toBe(false);
    page.end(1);
    page.end(1);
    expect(isHeld(page.runs, page.now)).toBe(false);
  });

  /** Outputs that a cell shows in the middle of a run that has put out some. */
  function midway(before: Output[], now: Output[], byInput: boolean): readonly Output[] | null {
    let session = ran(newSession(), "a", { outputs: before });
    const run = { cell: "a", request: "again", code: "text of a", byInput };
    [session] = begin(enqueue(session, run));
    const reply = { parent: "again", cell: "a" };
    session = now.reduce((one, output) => received(one, { ...reply, ...output } as Message), session);
    return shownOutputs(cellOf(session, "a"));
  }

  it("a run for an input replaces one output after the other", () => {
    const before = [input(0), text("x"), text("y")];
    expect(midway(before, [], true)).toEqual(before);
    expect(midway(before, [input(1)], true)).toEqual([input(1), text("x"), text("y")]);
    expect(midway(before, [input(1), text("X")], true)).toEqual([input(1), text("X"), text("y")]);
    expect(midway(before, [input(1)], false)).toEqual([input(1)]);
  });

  it("never shows an input twice", () => {
    const shown = midway([text("x"), input(0)], [input(1)], true);
    expect(shown).toEqual([input(1)]);
    expect(shown?.map(inputKey)).toEqual(["k"]);
  });
});
