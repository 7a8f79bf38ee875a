import { cellOf, EMPTY_BOX, type OutputRecord, remembered, type Session, type Storage } from "@/lib/notebook";
import { cleanTree } from "@/lib/plot";
import { type Output, parseMessage } from "@/lib/protocol";
import { loadRunning } from "./running-loader";

/** Outputs heavier than this (characters, roughly) are not kept from one visit to the next. */
const HEAVIEST = 500_000;

/** Keeps what a cell has put out in its last run, if it ended by itself. */
export async function keepOutputs(
  storage: Storage,
  chapter: string,
  session: Session,
  cells: readonly string[],
): Promise<void> {
  const records = cells.flatMap((cell): OutputRecord[] => {
    const { ranCode, ended, outputs, elapsed } = cellOf(session, cell);
    const whole = ended === "ok" || ended === "error";
    if (ranCode === null || !whole || outputs.flooded || outputs.weight > HEAVIEST) return [];
    return [{ chapter, cell, code: ranCode, outputs: outputs.outputs, elapsed: elapsed ?? 0 }];
  });
  if (records.length > 0) await storage.putOutputs(records);
}

/**
 * What cells put out on an earlier visit, for those that have not run since and still say what they said then. What the
 * store holds is checked like what comes from a kernel.
 *
 * @param text of a cell as it stands on the page
 * @returns changes a session
 */
export async function recallOutputs(
  storage: Storage,
  chapter: string,
  text: (cell: string) => string | null,
): Promise<(session: Session) => Session> {
  const records = (await storage.outputs(chapter)).filter(({ cell, code }) => text(cell) === code);
  if (records.length > 0) await loadRunning();
  return (session) =>
    records.reduce((before, { cell, code, outputs, elapsed }) => {
      const checked = outputs.map((output) => check(cell, output)).filter((output) => output !== null);
      const box = { ...EMPTY_BOX, outputs: checked, messages: checked.length };
      return remembered(before, cell, { code, outputs: box, elapsed });
    }, session);
}

function check(cell: string, data: unknown): Output | null {
  if (typeof data !== "object" || data === null) return null;
  const message = parseMessage({ ...data, parent: "", cell }, cleanTree);
  if (!message || !("parent" in message)) return null;
  switch (message.type) {
    case "stream":
    case "display_data":
    case "execute_result":
    case "error": {
      const { parent: _parent, cell: _cell, ...output } = message;
      return output as Output;
    }
    default:
      return null;
  }
}
