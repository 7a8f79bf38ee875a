import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NotebookController } from "@/components/notebook/controller";
import type { PoolEvents } from "@/components/notebook/kernel-pool";
import { CHAIN_HOLD, cellOf, Storage } from "@/lib/notebook";
import type { ExecuteRequest, InputValue, Request } from "@/lib/protocol";
import { answers, type Behaviour } from "./run";

/** Cells of the notebook: `b` builds on `a`, which has an input; `heavy` stands above and has nothing to do with them. */
const CELLS: Record<string, Behaviour> = {
  heavy: { declares: ["model"] },
  data: { declares: ["data"] },
  a: { declares: ["eta"], uses: ["data"] },
  b: { uses: ["eta"] },
};

/** The kernel, which answers when the test says so. */
const kernel = vi.hoisted(() => ({
  events: undefined as PoolEvents | undefined,
  requests: [] as ExecuteRequest[],
  replaced: 0,
}));

// It is there once a kernel has answered; the kernel of these tests answers at once.
vi.mock("@/components/notebook/running-loader", async () => {
  const { received } = await import("@/lib/notebook");
  return { running: () => ({ received }) };
});

vi.mock("@/components/notebook/kernel-pool", () => ({
  KernelPool: class {
    constructor(_source: unknown, events: PoolEvents) {
      kernel.events = events;
    }
    warm(): void {
      kernel.events?.onReady();
    }
    send(request: Request): void {
      if (request.type === "execute_request") kernel.requests.push(request);
    }
    replace(): void {
      kernel.replaced += 1;
      kernel.events?.onReady();
    }
    keepSpare(): void {}
    dispose(): void {}
  },
}));

let controller: NotebookController;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.stubGlobal("window", globalThis);
  kernel.requests.length = 0;
  const { NotebookController } = await import("@/components/notebook/controller");
  const cells = Object.entries(CELLS).map(([id, { declares = [], uses = [] }]) => ({
    id,
    code: `text of ${id}`,
    declares,
    uses,
    precompiled: undefined,
  }));
  const source = {
    loadKernel: () => Promise.reject(new Error()),
    loadLibrary: () => Promise.reject(new Error()),
  };
  controller = new NotebookController("chapter", "en", cells, source as never, new Storage("test"));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets promises and the time of a frame pass. */
const frame = () => vi.advanceTimersByTimeAsync(17);

/** The kernel carries out the request that it has; returns it, `a` with its value. */
function carryOut(behaviour?: Behaviour): string {
  const request = kernel.requests.shift();
  if (!request) throw new Error("the kernel has nothing to do");
  const { id, cell, code, inputs } = request;
  const messages = answers({ cell, code, request: id }, behaviour ?? CELLS[cell] ?? {});
  for (const message of messages) kernel.events?.onMessage(message);
  return cell === "a" ? `a ${JSON.stringify(inputs ?? {})}` : cell;
}

/** Runs cells to their end. */
async function run(...cells: string[]): Promise<void> {
  void controller.runAll(cells);
  await frame();
  for (const cell of cells) expect(carryOut().split(" ")[0]).toBe(cell);
}

const set = (value: InputValue | undefined) => controller.setInput("a", "rate", value);

describe("setting an input", () => {
  it("runs its cell with the value, then the cells that build on it, and no other", async () => {
    await run("heavy", "data", "a", "b");
    set(0.5);
    expect([carryOut(), carryOut()]).toEqual(['a {"rate":0.5}', "b"]);
    await frame();
    expect(kernel.requests).toEqual([]);
  });

  it("shows the value at once, and the runs when they are over", async () => {
    await run("data", "a", "b");
    const before = controller.snapshot().session;
    const seen = vi.fn();
    controller.subscribe(seen);
    set(0.5);
    expect(controller.snapshot().inputs).toEqual({ a: { rate: 0.5 } });
    expect(controller.snapshot().session).toBe(before);
    carryOut();
    expect(controller.snapshot().session).toBe(before);
    carryOut();
    const { session } = controller.snapshot();
    expect(cellOf(session, "b").ranAt).toBeGreaterThan(cellOf(before, "b").ranAt);
    expect(session.kernel).toBe("idle");
    // Once for the value, once for all that came of it.
    expect(seen).toHaveBeenCalledTimes(2);
  });

  it("shows runs that take long while they run", async () => {
    await run("data", "a");
    set(0.5);
    expect(controller.snapshot().session.kernel).toBe("idle");
    await vi.advanceTimersByTimeAsync(CHAIN_HOLD + 20);
    expect(controller.snapshot().session.kernel).toBe("busy");
    expect(cellOf(controller.snapshot().session, "a").running).toBe(true);
  });

  it("of a hundred values in one drag runs the first and the last, when the kernel is that slow", async () => {
    await run("data", "a", "b");
    for (let value = 1; value <= 100; value++) set(value);
    expect([carryOut(), carryOut()]).toEqual(['a {"rate":1}', "b"]);
    await frame();
    expect([carryOut(), carryOut()]).toEqual(['a {"rate":100}', "b"]);
    await frame();
    expect(kernel.requests).toEqual([]);
  });

  it("goes back to the initial value by forgetting what was set", async () => {
    await run("data", "a");
    set(0.5);
    carryOut();
    await frame();
    set(undefined);
    expect(carryOut()).toBe("a {}");
  });

  it("before the cell has run: runs what it needs, then the cell with the value", async () => {
    set(0.5);
    set(0.75);
    await frame();
    expect([carryOut(), carryOut()]).toEqual(["data", 'a {"rate":0.75}']);
    await frame();
    expect(kernel.requests).toEqual([]);
  });

  it("tries that once if it fails", async () => {
    set(0.5);
    await frame();
    expect(carryOut({ status: "error" })).toBe("data");
    await frame();
    expect(kernel.requests).toEqual([]);
    set(0.6);
    await frame();
    expect([carryOut(), carryOut()]).toEqual(["data", 'a {"rate":0.6}']);
  });

  it("runs the texts that have run, not one that the reader is in the middle of writing", async () => {
    await run("data", "a", "b");
    controller.edit("b", "half a li");
    set(0.5);
    carryOut();
    expect(kernel.requests[0]).toMatchObject({ cell: "b", code: "text of b" });
  });
});

describe("what was set", () => {
  it("stays for other runs and for the next kernel", async () => {
    await run("data", "a");
    set(0.5);
    carryOut();
    controller.restart();
    await frame();
    expect(kernel.requests).toEqual([]);
    void controller.runAll(["data", "a"]);
    await frame();
    expect([carryOut(), carryOut()]).toEqual(["data", 'a {"rate":0.5}']);
  });

  it("goes with a reset of the cell", async () => {
    await run("data", "a");
    set(0.5);
    carryOut();
    controller.reset("a");
    void controller.runAll(["a"]);
    await frame();
    expect(carryOut()).toBe("a {}");
  });

  it("does not run again what the reader has stopped", async () => {
    await run("data", "a");
    set(0.5);
    set(0.6);
    kernel.requests.length = 0;
    controller.stop();
    await frame();
    // What had run to its end is put back; the run that was stopped is not.
    expect(carryOut()).toBe("data");
    await frame();
    expect(kernel.requests).toEqual([]);
    expect(cellOf(controller.snapshot().session, "a").ended).toBe("aborted");
  });

  it("is given to a run that puts the kernel back", async () => {
    await run("data", "a");
    set(0.5);
    carryOut();
    await run("heavy");
    void controller.runAll(["heavy"]);
    await frame();
    kernel.requests.length = 0;
    controller.stop();
    await frame();
    expect([carryOut(), carryOut()]).toEqual(["data", 'a {"rate":0.5}']);
  });

  it("goes with the cell", async () => {
    await run("data", "a", "b");
    set(0.5);
    carryOut();
    carryOut();
    controller.removeCell("a");
    expect(controller.snapshot().inputs).toEqual({});
    await frame();
    expect(kernel.requests).toEqual([]);
  });
});
