import { addPoints } from "../plot";
import type { LiveData, LivePoints, Output } from "../protocol";

/** The outputs of one run, and how much they weigh. The kernel is not trusted to be modest: the page counts too. */
export interface OutputBox {
  outputs: readonly Output[];
  /** Characters, roughly. */
  weight: number;
  messages: number;
  /** More came than the page takes; what follows is dropped, and the kernel is to be stopped. */
  flooded: boolean;
}

export const EMPTY_BOX: OutputBox = { outputs: [], weight: 0, messages: 0, flooded: false };

/** Entries, characters and messages of one run at most. */
export const OUTPUT_LIMITS = { entries: 500, weight: 8_000_000, messages: 100_000 } as const;

/** Adds an output; text of the same stream continues the entry before it. */
export function appendOutput(box: OutputBox, output: Output): OutputBox {
  const weight = box.weight + weigh(output);
  const messages = box.messages + 1;
  const last = box.outputs.at(-1);
  const continues = output.type === "stream" && last?.type === "stream" && last.name === output.name;
  const entries = box.outputs.length + (continues ? 0 : 1);
  if (
    box.flooded ||
    entries > OUTPUT_LIMITS.entries ||
    weight > OUTPUT_LIMITS.weight ||
    messages > OUTPUT_LIMITS.messages
  )
    return { ...box, flooded: true };
  const outputs = continues
    ? [...box.outputs.slice(0, -1), { ...last, text: last.text + output.text }]
    : [...box.outputs, output];
  return { outputs, weight, messages, flooded: false };
}

/** Adds points to the live plot that they belong to; points of an unknown plot are dropped. */
export function updateLive(box: OutputBox, points: LivePoints): OutputBox {
  const messages = box.messages + 1;
  if (box.flooded || messages > OUTPUT_LIMITS.messages) return { ...box, flooded: true };
  const outputs = box.outputs.map((output) => {
    if (output.type !== "display_data" || output.displayId !== points.displayId) return output;
    const data = output.data["application/vnd.gradbook.live+json"];
    if (!data) return output;
    const live: LiveData = addPoints(data, points.series, points.x, points.y);
    return { ...output, data: { ...output.data, "application/vnd.gradbook.live+json": live } };
  });
  return { ...box, outputs, messages };
}

function weigh(output: Output): number {
  switch (output.type) {
    case "stream":
      return output.text.length;
    case "error":
      return output.message.length + 200;
    default:
      return (
        output.data["text/plain"].length +
        treeWeight(output.data["application/vnd.gradbook.plot+json"]?.tree) +
        treeWeight(output.data["application/vnd.gradbook.input+json"])
      );
  }
}

function treeWeight(tree: unknown): number {
  // The tree is walked once, without recursion: its depth is the sender's choice.
  let weight = 0;
  const open: unknown[] = [tree];
  while (open.length > 0 && weight <= OUTPUT_LIMITS.weight) {
    const node = open.pop();
    if (typeof node === "string") weight += node.length;
    else if (typeof node === "object" && node !== null) {
      weight += 16;
      for (const value of Object.values(node)) open.push(value);
    }
  }
  return weight;
}
