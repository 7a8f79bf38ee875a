import { begin, enqueue, kernelReady, type QueuedRun, received, type Session } from "@/lib/notebook";
import type { Message, Output } from "@/lib/protocol";

/** What a run of a cell does, seen from outside. */
export interface Behaviour {
  declares?: string[];
  uses?: string[];
  outputs?: Output[];
  status?: "ok" | "error";
}

/** What a kernel sends in answer to a request. */
export function answers({ request: parent, cell }: QueuedRun, behaviour: Behaviour): Message[] {
  const { declares = [], uses = [], outputs = [], status = "ok" } = behaviour;
  const reply = { parent, cell };
  return [
    { ...reply, type: "status", state: "busy" },
    { ...reply, type: "execute_input", executionCount: 1 },
    ...outputs.map((output): Message => ({ ...reply, ...output })),
    { ...reply, type: "execute_reply", status, executionCount: 1, elapsed: 1, declares, uses },
    { ...reply, type: "status", state: "idle" },
  ];
}

let requests = 0;

/** The session after a cell has run in a kernel that was free. */
export function ran(session: Session, cell: string, behaviour: Behaviour = {}): Session {
  requests += 1;
  const run = { cell, code: `text of ${cell}`, request: `r${requests}` };
  const [started] = begin(kernelReady(enqueue(session, run)));
  return answers(run, behaviour).reduce(received, started);
}
