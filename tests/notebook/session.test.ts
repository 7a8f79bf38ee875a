import { describe, expect, it } from "vitest";
import {
  activity,
  begin,
  cellOf,
  definerOf,
  enqueue,
  kernelLost,
  kernelReady,
  newSession,
  OUTPUT_LIMITS,
  placeInQueue,
  received,
  remembered,
  type Session,
  shownOutputs,
  validity,
} from "@/lib/notebook";
import type { Message } from "@/lib/protocol";

let requests = 0;

/** Runs a cell to its end, as the kernel's messages would. */
function ran(
  session: Session,
  cell: string,
  code: string,
  names: { declares?: string[]; uses?: string[] } = {},
): Session {
  requests += 1;
  const request = `r${requests}`;
  const [started, run] = begin(kernelReady(enqueue(session, { cell, code, request })));
  expect(run).toEqual({ cell, code, request });
  const reply = { parent: request, cell };
  const messages: Message[] = [
    { ...reply, type: "status", state: "busy" },
    { ...reply, type: "execute_input", executionCount: requests },
    { ...reply, type: "stream", name: "stdout", text: `ran ${code}\n` },
    {
      ...reply,
      type: "execute_reply",
      status: "ok",
      executionCount: requests,
      elapsed: 1,
      declares: names.declares ?? [],
      uses: names.uses ?? [],
    },
    { ...reply, type: "status", state: "idle" },
  ];
  return messages.reduce(received, started);
}

describe("a run", () => {
  it("goes from queued through running to evaluated", () => {
    let session = enqueue(newSession(), { cell: "a", code: "1", request: "x" });
    expect(activity(session, "a")).toBe("queued");
    expect(begin(session)[1]).toBeNull(); // no kernel yet
    [session] = begin(kernelReady(session));
    expect(activity(session, "a")).toBe("running");
    expect(session.kernel).toBe("busy");
    session = ran(newSession(), "a", "1");
    expect(activity(session, "a")).toBe("idle");
    expect(validity(session, "a", "1")).toEqual(["evaluated"]);
    expect(cellOf(session, "a").outputs.outputs).toEqual([
      { type: "stream", name: "stdout", text: "ran 1\n" },
    ]);
  });

  it("takes one cell at a time, in the order asked", () => {
    let session = kernelReady(newSession());
    for (const cell of ["a", "b", "c"]) session = enqueue(session, { cell, code: cell, request: cell });
    const [first, run] = begin(session);
    expect(run?.cell).toBe("a");
    expect(begin(first)[1]).toBeNull();
    expect(first.queue.map((waiting) => waiting.cell)).toEqual(["b", "c"]);
  });

  it("says at which place a cell waits; asked for again, it goes to the end", () => {
    const wait = (session: Session, cell: string) => enqueue(session, { cell, code: cell, request: cell });
    const places = (session: Session) => ["a", "b", "c"].map((cell) => placeInQueue(session, cell));
    const [busy] = begin(["a", "b", "c"].reduce(wait, kernelReady(newSession())));
    expect(places(busy)).toEqual([0, 1, 2]);
    expect(places(wait(busy, "b"))).toEqual([0, 2, 1]);
  });

  it("does not run what waited behind a failure", () => {
    let session = kernelReady(newSession());
    for (const cell of ["a", "b"]) session = enqueue(session, { cell, code: cell, request: cell });
    [session] = begin(session);
    session = received(session, {
      parent: "a",
      cell: "a",
      type: "execute_reply",
      status: "error",
      executionCount: 1,
      elapsed: 0,
      declares: [],
      uses: [],
    });
    expect(session.queue).toEqual([]);
    expect(activity(session, "b")).toBe("idle");
    expect(validity(session, "b", "b")).toEqual(["fresh"]);
  });

  it("drops answers to an older run of the cell", () => {
    let session = ran(newSession(), "a", "1");
    const before = cellOf(session, "a").outputs;
    session = received(session, {
      parent: "forged",
      cell: "a",
      type: "stream",
      name: "stdout",
      text: "late",
    });
    expect(cellOf(session, "a").outputs).toBe(before);
    session = received(session, {
      parent: "forged",
      cell: "nowhere",
      type: "stream",
      name: "stdout",
      text: "late",
    });
    expect(cellOf(session, "nowhere").outputs.outputs).toEqual([]);
  });

  it("joins text of the same stream, and keeps the order of streams", () => {
    let [session] = begin(kernelReady(enqueue(newSession(), { cell: "a", code: "", request: "r" })));
    const write = (name: "stdout" | "stderr", text: string) => {
      session = received(session, { parent: "r", cell: "a", type: "stream", name, text });
    };
    write("stdout", "1\n");
    write("stdout", "2\n");
    write("stderr", "oh\n");
    write("stdout", "3\n");
    expect(cellOf(session, "a").outputs.outputs).toEqual([
      { type: "stream", name: "stdout", text: "1\n2\n" },
      { type: "stream", name: "stderr", text: "oh\n" },
      { type: "stream", name: "stdout", text: "3\n" },
    ]);
  });
});

describe("what is shown while a cell runs", () => {
  const texts = (session: Session) =>
    shownOutputs(cellOf(session, "a"))?.map((output) =>
      output.type === "stream" ? output.text : output.type,
    );
  const begun = (session: Session, code: string) =>
    begin(kernelReady(enqueue(session, { cell: "a", code, request: "new" })))[0];
  const stream = (text: string): Message => ({
    parent: "new",
    cell: "a",
    type: "stream",
    name: "stdout",
    text,
  });

  it("is the build's output, until the first run puts something out", () => {
    const session = begun(newSession(), "1");
    expect(texts(session)).toBeUndefined();
    expect(texts(received(session, stream("first")))).toEqual(["first"]);
  });

  it("is the last run's output, until this one puts something out", () => {
    const session = begun(ran(newSession(), "a", "1"), "2");
    expect(texts(session)).toEqual(["ran 1\n"]);
    expect(texts(received(session, stream("first")))).toEqual(["first"]);
  });

  it("is nothing once a run has ended without an output, or was ended", () => {
    const session = begun(ran(newSession(), "a", "1"), "2");
    const reply: Message = {
      parent: "new",
      cell: "a",
      type: "execute_reply",
      status: "ok",
      executionCount: 2,
      elapsed: 1,
      declares: [],
      uses: [],
    };
    expect(texts(received(session, reply))).toEqual([]);
    expect(texts(kernelLost(session, "interrupted"))).toEqual([]);
  });
});

describe("whether an output is still true", () => {
  it("is stale once the text differs, and true again once it is as it ran", () => {
    const session = ran(newSession(), "a", "const w = 1");
    expect(validity(session, "a", "const w = 2")).toEqual(["stale", "edited"]);
    expect(validity(session, "a", "const w = 1")).toEqual(["evaluated"]);
  });

  it("is stale in a new kernel, where no name is defined any more", () => {
    let session = ran(newSession(), "a", "const w = 1", { declares: ["w"] });
    expect(definerOf(session, "w")).toBe("a");
    session = kernelReady(kernelLost(session, "restarted"));
    expect(validity(session, "a", "const w = 1")).toEqual(["stale", "kernel"]);
    expect(definerOf(session, "w")).toBeNull();
  });

  it("is of an earlier visit when it was remembered, until the cell runs", () => {
    const box = {
      outputs: [{ type: "stream", name: "stdout", text: "then" }],
      weight: 4,
      messages: 1,
      flooded: false,
    } as const;
    let session = remembered(newSession(), "a", { code: "print('then')", outputs: box, elapsed: 5 });
    expect(validity(session, "a", "print('then')")).toEqual(["stale", "visit"]);
    expect(validity(session, "a", "print('now')")).toEqual(["stale", "edited"]);
    expect(shownOutputs(cellOf(session, "a"))).toEqual(box.outputs);
    session = ran(session, "a", "print('then')");
    expect(validity(session, "a", "print('then')")).toEqual(["evaluated"]);
    // What has run here is not written over by what is read late.
    expect(remembered(session, "a", { code: "print('then')", outputs: box, elapsed: 5 })).toBe(session);
  });

  it("is aborted when the kernel went away under the run, and says why", () => {
    let session = kernelReady(newSession());
    for (const cell of ["a", "b"]) session = enqueue(session, { cell, code: cell, request: cell });
    [session] = begin(session);
    session = kernelLost(session, "interrupted");
    expect(validity(session, "a", "a")).toEqual(["aborted"]);
    expect(cellOf(session, "a").abortedBy).toBe("interrupted");
    expect(activity(session, "b")).toBe("idle");
    expect(validity(session, "b", "b")).toEqual(["fresh"]);
    // What the dead kernel still had under way is not taken.
    const after = received(session, { parent: "a", cell: "a", type: "stream", name: "stdout", text: "late" });
    expect(cellOf(after, "a").outputs.outputs).toEqual([]);
  });
});

describe("an output that is too much", () => {
  it("is cut by entries", () => {
    let [session] = begin(kernelReady(enqueue(newSession(), { cell: "a", code: "", request: "r" })));
    for (let i = 0; i <= OUTPUT_LIMITS.entries; i += 1) {
      session = received(session, {
        parent: "r",
        cell: "a",
        type: "display_data",
        data: { "text/plain": String(i) },
      });
    }
    const { outputs } = cellOf(session, "a");
    expect(outputs.flooded).toBe(true);
    expect(outputs.outputs).toHaveLength(OUTPUT_LIMITS.entries);
  });

  it("is cut by weight, whatever carries it", () => {
    let [session] = begin(kernelReady(enqueue(newSession(), { cell: "a", code: "", request: "r" })));
    const tree = { tag: "svg", attributes: { d: "x".repeat(OUTPUT_LIMITS.weight) }, children: [] };
    session = received(session, {
      parent: "r",
      cell: "a",
      type: "display_data",
      data: { "text/plain": "", "application/vnd.gradbook.plot+json": { tree, description: "" } },
    });
    expect(cellOf(session, "a").outputs.flooded).toBe(true);
    expect(cellOf(session, "a").outputs.outputs).toEqual([]);
  });
});
