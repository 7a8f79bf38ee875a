import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NotebookController } from "@/components/notebook/controller";
import type { PoolEvents } from "@/components/notebook/kernel-pool";
import { activity, cellOf, Storage } from "@/lib/notebook";
import type { ExecuteRequest, Request } from "@/lib/protocol";
import { answers } from "./run";

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
  kernel.replaced = 0;
  const { NotebookController } = await import("@/components/notebook/controller");
  const cells = ["a", "b"].map((id) => ({ id, code: id, declares: [], uses: [], precompiled: undefined }));
  const source = {
    loadKernel: () => Promise.reject(new Error()),
    loadLibrary: () => Promise.reject(new Error()),
  };
  controller = new NotebookController("chapter", "en", cells, source as never, new Storage("test"));
  controller.warm();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Asks for runs; returns what the kernel sends in answer to the first, step by step. */
async function begin(...cells: string[]) {
  void controller.runAll(cells);
  await vi.advanceTimersByTimeAsync(1);
  const request = kernel.requests.shift();
  if (!request) throw new Error("nothing was asked of the kernel");
  const messages = answers({ cell: request.cell, code: request.code, request: request.id }, {});
  return () => {
    const message = messages.shift();
    if (message) kernel.events?.onMessage(message);
    return message?.type;
  };
}

const shown = (cell: string) => activity(controller.snapshot().session, cell);

describe("a run that the kernel begins at once", () => {
  it("is shown with what it puts out or with its end, and not before", async () => {
    const seen = vi.fn();
    controller.subscribe(seen);
    const answer = await begin("a", "b");
    expect([shown("a"), shown("b")]).toEqual(["idle", "idle"]);
    expect(answer()).toBe("status");
    expect(seen).not.toHaveBeenCalled();
    expect(answer()).toBe("execute_input");
    expect(seen).not.toHaveBeenCalled();
    expect(answer()).toBe("execute_reply");
    expect([shown("a"), shown("b")]).toEqual(["idle", "queued"]);
    expect(cellOf(controller.snapshot().session, "a").executionCount).toBe(1);
  });

  it("is shown soon even if the kernel is silent", async () => {
    await begin("a");
    await vi.advanceTimersByTimeAsync(100);
    expect(shown("a")).toBe("running");
  });

  it("is not begun twice by two clicks", async () => {
    await begin("a");
    controller.run("a");
    await vi.advanceTimersByTimeAsync(1);
    expect(kernel.requests).toEqual([]);
  });

  it("leaves what is asked for later to be shown as waiting", async () => {
    const answer = await begin("a");
    answer();
    answer();
    controller.run("b");
    await vi.advanceTimersByTimeAsync(1);
    expect([shown("a"), shown("b")]).toEqual(["running", "queued"]);
  });
});

describe("a run that neither pauses nor puts anything out", () => {
  const silent = (seconds: number) => kernel.events?.onHold({ unbroken: seconds, quiet: seconds });

  it("is spoken of, and ended when the budget is spent", async () => {
    const answer = await begin("a");
    answer();
    answer();
    silent(10);
    expect(controller.snapshot().long).toBe(false);
    silent(20);
    expect(controller.snapshot().long).toBe(true);
    silent(60);
    const { session, long } = controller.snapshot();
    expect([kernel.replaced, long, session.notice]).toEqual([1, false, "overdue"]);
    expect(cellOf(session, "a")).toMatchObject({ ended: "aborted", abortedBy: "overdue" });
  });

  it("goes on if the reader lets it, which holds for that run alone", async () => {
    const answer = await begin("a");
    silent(20);
    controller.letRun();
    silent(1000);
    expect([kernel.replaced, controller.snapshot().long]).toEqual([0, false]);
    while (answer());
    await begin("b");
    silent(60);
    expect(kernel.replaced).toBe(1);
  });

  it("has the time that the reader gives it", async () => {
    controller.setBudget(null);
    await begin("a");
    silent(1e6);
    expect(kernel.replaced).toBe(0);
    controller.setBudget(30);
    silent(30);
    expect(kernel.replaced).toBe(1);
  });
});
