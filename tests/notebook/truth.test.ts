import { describe, expect, it } from "vitest";
import {
  begin,
  enqueue,
  isAsTrue,
  keepTruth,
  kernelLost,
  kernelReady,
  type NotebookCell,
  newSession,
  received,
  recovered,
  recovering,
  restoration,
  type Session,
  staleCells,
  truthOf,
} from "@/lib/notebook";

/** Programs of one line: the names before `=` are declared, the single letters behind it used. */
function namesIn(text: string): { declares: string[]; uses: string[] } {
  const [left = "", right] = text.includes("=") ? text.split("=") : ["", text];
  const letters = (part = "") => part.match(/\b[a-z]\b/g) ?? [];
  return { declares: letters(left), uses: letters(right) };
}

let requests = 0;

function run(session: Session, id: string, text: string, elapsed = 1): Session {
  requests += 1;
  const request = `r${requests}`;
  const [started] = begin(kernelReady(enqueue(session, { cell: id, code: text, request })));
  const reply = { parent: request, cell: id };
  const ended = received(started, {
    ...reply,
    type: "execute_reply",
    status: text.includes("throw") ? "error" : "ok",
    executionCount: requests,
    elapsed,
    ...namesIn(text),
  });
  return received(ended, { ...reply, type: "status", state: "idle" });
}

/** The notebook's cells `a`, `b`, … with these texts; the author wrote the same. */
function notebook(...texts: string[]): NotebookCell[] {
  return texts.map((text, index) => ({
    id: `cell-${"abcdefgh"[index]}`,
    text,
    author: { text, ...namesIn(text) },
  }));
}

const runAll = (cells: NotebookCell[], session = newSession()) =>
  cells.reduce((now, { id, text }) => run(now, id, text), session);

const edit = (cells: NotebookCell[], id: string, text: string) =>
  cells.map((cell) => (cell.id === id ? { ...cell, text } : cell));

describe("what is still true", () => {
  const chain = notebook("x = 1", "y = x", "z = y", "w = 5");

  it("is everything after all has run in order", () => {
    expect(staleCells(truthOf(runAll(chain), chain))).toEqual([]);
  });

  it("is not what depends on an edited cell, near or far; what does not stays true", () => {
    const session = runAll(chain);
    const cells = edit(chain, "cell-a", "x = 2");
    const truth = truthOf(session, cells);
    expect(truth.get("cell-a")).toMatchObject({ validity: "stale", reason: "edited" });
    expect(truth.get("cell-b")).toMatchObject({ reason: "upstream", name: "x", cell: "cell-a" });
    expect(truth.get("cell-c")).toMatchObject({ reason: "upstream", name: "y", cell: "cell-b" });
    expect(truth.get("cell-d")?.validity).toBe("evaluated");
    expect(staleCells(truthOf(session, chain))).toEqual([]);
  });

  it("comes back by running what is stale, in order", () => {
    const cells = edit(chain, "cell-a", "x = 2");
    let session = run(runAll(chain), "cell-a", "x = 2");
    const stale = staleCells(truthOf(session, cells));
    expect(stale).toEqual(["cell-b", "cell-c"]);
    for (const id of stale) session = run(session, id, cells.find((cell) => cell.id === id)?.text ?? "");
    expect(staleCells(truthOf(session, cells))).toEqual([]);
  });

  it("is not what used a name that nobody defines any more", () => {
    const cells = edit(chain, "cell-a", "u = 1");
    const session = run(runAll(chain), "cell-a", "u = 1");
    expect(truthOf(session, cells).get("cell-b")).toMatchObject({
      validity: "stale",
      reason: "gone",
      name: "x",
      cell: "cell-a",
    });
  });

  it("does not go round in circles where two cells need each other", () => {
    const cells = notebook("x = y", "y = x");
    const session = run(runAll(cells), "cell-a", "x = y");
    expect(truthOf(session, cells).get("cell-b")).toMatchObject({ reason: "upstream", name: "x" });
  });

  it("is nothing in a new kernel, and a failure is no definition", () => {
    const session = kernelReady(kernelLost(runAll(chain), "restarted"));
    expect(staleCells(truthOf(session, chain))).toHaveLength(4);
  });
});

describe("what is said of names before anything runs", () => {
  it("is that a name is defined only further down", () => {
    const cells = notebook("y = x", "x = 1");
    expect(truthOf(newSession(), cells).get("cell-a")?.notices).toEqual([
      { kind: "below", name: "x", cell: "cell-b" },
    ]);
    expect(truthOf(newSession(), cells).get("cell-b")?.notices).toEqual([]);
  });

  it("is that two cells define the same name, and which one holds once they have run", () => {
    const cells = notebook("x = 1", "x = 2");
    expect(truthOf(newSession(), cells).get("cell-a")?.notices).toEqual([
      { kind: "twice", name: "x", cell: "cell-b", wins: null },
    ]);
    expect(truthOf(runAll(cells), cells).get("cell-a")?.notices).toEqual([
      { kind: "twice", name: "x", cell: "cell-b", wins: "cell-b" },
    ]);
  });

  it("is nothing of a name that both import", () => {
    const text = 'import { torch, nn as x } from "gradbook"';
    const cells = ["cell-a", "cell-b"].map((id) => ({
      id,
      text,
      author: { text, declares: ["torch", "x"], uses: [] },
    }));
    expect(truthOf(newSession(), cells).get("cell-a")?.notices).toEqual([]);
  });

  it("is nothing of a text that is neither the author's nor has run", () => {
    const cells = edit(notebook("y = x", "x = 1"), "cell-a", "y = 1");
    expect(truthOf(newSession(), cells).get("cell-a")?.notices).toEqual([]);
  });
});

describe("what is run again after a stop", () => {
  it("is what had run well, in the order in which it had, with the texts that had run", () => {
    const cells = notebook("x = 1", "y = x", "throw");
    const session = run(runAll(cells), "cell-a", "x = 3");
    expect(restoration(session)).toEqual({
      again: [
        { cell: "cell-b", code: "y = x" },
        { cell: "cell-a", code: "x = 3" },
      ],
      left: [],
    });
  });

  it("leaves out what takes long, and what needs its names", () => {
    let session = run(newSession(), "cell-a", "x = 1");
    session = run(session, "cell-b", "y = x", 5000);
    session = run(session, "cell-c", "z = y");
    session = run(session, "cell-d", "w = x");
    expect(restoration(session, 3000)).toEqual({
      again: [
        { cell: "cell-a", code: "x = 1" },
        { cell: "cell-d", code: "w = x" },
      ],
      left: ["cell-b", "cell-c"],
    });
  });
});

describe("how far a new kernel has come after a stop", () => {
  const cells = notebook("x = 1", "y = x", "z = 1");
  /** After the kernel of all three was lost, and these are to be run again in the new one. */
  const lost = (again: string[], left: string[] = []) => {
    const before = kernelReady(kernelLost(runAll(cells), "interrupted"));
    return recovering(before, { again, left });
  };

  it("is nothing to speak of where nothing had run", () => {
    expect(recovered(newSession())).toBeNull();
    expect(recovered(lost([]))).toBeNull();
  });

  it("is told cell by cell: run again, too long, failed this time", () => {
    let session = lost(["cell-a", "cell-b"], ["cell-c"]);
    session = enqueue(session, { cell: "cell-a", code: "x = 1", request: "again", restoring: true });
    expect(recovered(session)).toEqual({ pending: true, done: [], left: ["cell-c"], failed: [] });
    session = run({ ...session, queue: [] }, "cell-a", "x = 1");
    // A run of the reader's own ends what is told; here it stands for the kernel's answer.
    session = recovering(session, { again: ["cell-a", "cell-b"], left: ["cell-c"] });
    expect(recovered(session)).toEqual({
      pending: false,
      done: ["cell-a"],
      left: ["cell-c"],
      failed: ["cell-b"],
    });
    session = run(session, "cell-b", "throw");
    expect(session.recovery).toBeNull();
  });
});

describe("truth that need not be found anew", () => {
  const cells = notebook("x = 1", "y = x", "z = 1");
  const session = runAll(cells);

  it("is that of a session in which only something was put out", () => {
    const [running] = begin(
      kernelReady(enqueue(session, { cell: "cell-a", code: "x = 1", request: "more" })),
    );
    const printed = received(running, {
      parent: "more",
      cell: "cell-a",
      type: "stream",
      name: "stdout",
      text: "x",
    });
    expect(printed).not.toBe(running);
    expect(isAsTrue(running, printed)).toBe(true);
    expect(isAsTrue(session, running)).toBe(false);
    expect(isAsTrue(session, run(session, "cell-a", "x = 1"))).toBe(false);
    expect(isAsTrue(session, kernelLost(session, "died"))).toBe(false);
  });

  it("is kept for the cells of which the same is said", () => {
    const before = truthOf(session, cells);
    const changed = edit(cells, "cell-a", "x = 2");
    const after = keepTruth(before, truthOf(session, changed));
    expect([...after]).toEqual([...truthOf(session, changed)]);
    expect(after.get("cell-c")).toBe(before.get("cell-c"));
    expect(after.get("cell-b")).not.toBe(before.get("cell-b"));
  });
});
