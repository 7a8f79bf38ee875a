import { addPoints } from "../plot";
import type {
  ClearOutput,
  LiveData,
  LiveOpen,
  LivePoints,
  MimeBundle,
  Output,
  OutputMessage,
  StreamReply,
  UpdateDisplayData,
} from "../protocol";
import { EMPTY_BOX, type OutputBox } from "./output-box";

/** Characters that a kernel hands over when it is asked for all that was printed. */
const MAX_WHOLE = 20_000_000;

/** Entries, characters and messages of one run at most. */
export const OUTPUT_LIMITS = { entries: 500, weight: 8_000_000, messages: 100_000 } as const;

/** A message that changes what stands below a cell. */
export type BoxMessage =
  | OutputMessage
  | UpdateDisplayData
  | ClearOutput
  | StreamReply
  | LiveOpen
  | LivePoints;

/** What stands below a cell after one more message. */
export function receive(box: OutputBox, message: BoxMessage): OutputBox {
  switch (message.type) {
    case "live_open":
      return appendOutput(box, {
        type: "display_data",
        displayId: message.displayId,
        data: {
          "text/plain": message.options.title ?? "",
          "application/vnd.gradbook.live+json": { options: message.options, series: [] },
        },
      });
    case "live_points":
      return updateLive(box, message);
    case "update_display_data":
      return updateDisplay(box, message.displayId, message.data);
    case "clear_output":
      return clear(box, message.wait);
    case "stream_reply":
      return fetched(box, message);
    default: {
      const { parent: _parent, cell: _cell, ...output } = message;
      return appendOutput(box, output as Output);
    }
  }
}

/** Adds an output; text of the same stream continues the entry before it, and a stream's new end replaces its old. */
export function appendOutput(before: OutputBox, output: Output): OutputBox {
  const box = before.clearing ? clear(before, false) : before;
  const messages = box.messages + 1;
  const [outputs, weight] = placed(box, output);
  if (
    box.flooded ||
    outputs.length > OUTPUT_LIMITS.entries ||
    weight > OUTPUT_LIMITS.weight ||
    messages > OUTPUT_LIMITS.messages
  )
    return { ...box, flooded: true };
  return { ...box, outputs, weight, messages };
}

function placed({ outputs, weight }: OutputBox, output: Output): [outputs: Output[], weight: number] {
  if (output.type === "stream") {
    if (output.omitted) {
      const place = outputs.findIndex((one) => one.type === "stream" && one.omitted);
      const old = outputs[place];
      if (old) return [outputs.with(place, output), weight + weigh(output) - weigh(old)];
    }
    const last = outputs.at(-1);
    if (!output.omitted && last?.type === "stream" && last.name === output.name && !last.omitted) {
      const joined = { ...last, text: last.text + output.text };
      return [[...outputs.slice(0, -1), joined], weight + weigh(output)];
    }
  }
  return [[...outputs, output], weight + weigh(output)];
}

/**
 * Shows something else in a display's place; an unknown display is none. Updates come for as long as a program runs,
 * and take no room, so they are not counted.
 */
function updateDisplay(box: OutputBox, displayId: string, data: MimeBundle): OutputBox {
  const place = box.outputs.findIndex((one) => one.type === "display_data" && one.displayId === displayId);
  const old = box.outputs[place];
  if (box.flooded || !old) return box;
  const output: Output = { type: "display_data", displayId, data };
  const weight = box.weight + weigh(output) - weigh(old);
  if (weight > OUTPUT_LIMITS.weight) return { ...box, flooded: true };
  return { ...box, outputs: box.outputs.with(place, output), weight };
}

function fetched({ arriving = "", ...box }: OutputBox, { text, missing, last }: StreamReply): OutputBox {
  const all = arriving + text;
  if (all.length > MAX_WHOLE) return { ...box, flooded: true };
  return last ? { ...box, whole: { text: all, missing } } : { ...box, arriving: all };
}

function clear(box: OutputBox, wait: boolean): OutputBox {
  const messages = box.messages + 1;
  if (box.flooded) return box;
  return wait ? { ...box, messages, clearing: true } : { ...EMPTY_BOX, messages };
}

/**
 * All that a run printed, as far as it was kept: the beginning, the rest that the kernel handed over, and the end.
 *
 * @param leftOut words for a gap of so many characters
 */
export function wholeText({ outputs, whole }: OutputBox, leftOut: (characters: number) => string): string {
  const streams = outputs.filter((output) => output.type === "stream");
  const beginning = streams.filter(({ omitted }) => !omitted).map(({ text }) => text);
  const end = streams.find(({ omitted }) => omitted)?.text ?? "";
  const { text = "", missing = 0 } = whole ?? {};
  const gap = missing - end.length;
  if (missing === 0) return [...beginning, text].join("");
  if (gap <= 0) return [...beginning, text, end.slice(-missing)].join("");
  return [...beginning, text, `\n… ${leftOut(gap)} …\n`, end].join("");
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
      return treeWeight(output.data);
  }
}

function treeWeight(tree: unknown): number {
  // The tree is walked once, without recursion: its depth is the sender's choice.
  let weight = 0;
  const open: unknown[] = [tree];
  while (open.length > 0 && weight <= OUTPUT_LIMITS.weight) {
    const node = open.pop();
    if (typeof node === "string") weight += node.length;
    else if (node instanceof Float64Array) weight += 8 * node.length;
    else if (typeof node === "object" && node !== null) {
      weight += 16;
      for (const value of Object.values(node)) open.push(value);
    }
  }
  return weight;
}
