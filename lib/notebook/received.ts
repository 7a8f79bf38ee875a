import type { Message } from "../protocol";
import { receive } from "./outputs";
import { cellOf, type Session, withCell } from "./session";

/** A message from the kernel. Answers to a run that is no longer the cell's are dropped. */
export function received(session: Session, message: Message): Session {
  if (!("parent" in message)) return session;
  const facts = cellOf(session, message.cell);
  if (facts.request !== message.parent)
    return message.type === "status" ? status(session, message.state) : session;
  switch (message.type) {
    case "status":
      return status(session, message.state);
    case "execute_input":
      return withCell(session, message.cell, { executionCount: message.executionCount });
    case "execute_reply": {
      const clock = session.clock + 1;
      const names = { ...session.names };
      for (const name of message.declares) names[name] = message.cell;
      const ended = withCell({ ...session, clock, names }, message.cell, {
        running: false,
        ended: message.status,
        ranAt: clock,
        elapsed: message.elapsed,
        declares: message.declares,
        uses: message.uses,
      });
      // As in Jupyter: what waited behind a failure does not run.
      return message.status === "error" ? dropQueue(ended) : ended;
    }
    default:
      return withCell(session, message.cell, { outputs: receive(facts.outputs, message) });
  }
}

function status(session: Session, state: "busy" | "idle"): Session {
  return { ...session, kernel: state };
}

function dropQueue(session: Session): Session {
  let next: Session = { ...session, queue: [] };
  for (const run of session.queue) next = withCell(next, run.cell, { request: null });
  return next;
}
