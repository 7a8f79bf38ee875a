import { isCount, isNumber, isRecord, isString, isWhole } from "./checks";
import { LIBRARY_NAMES, type Message } from "./messages";
import type { DisplayData, ErrorOutput, LiveAxis, LiveOptions, Omitted, Stream, TraceFrame } from "./output";
import { type CleanTree, parseBundle } from "./parse-bundle";

/** Points of one live message; a kernel thins what is more. */
const MAX_POINTS = 20_000;
/** Calls of one traceback. */
const MAX_FRAMES = 50;

/**
 * Reads what came through the port. The kernel runs strangers' code, so its messages are taken apart and built
 * anew from checked fields: a field that is not asked for here never reaches the page.
 *
 * @returns null for anything that is no message
 */
export function parseMessage(data: unknown, clean: CleanTree): Message | null {
  if (!isRecord(data)) return null;
  const { type } = data;
  if (type === "kernel_ready") return isNumber(data.version) ? { type, version: data.version } : null;
  if (type === "library_request") {
    const name = LIBRARY_NAMES.find((known) => known === data.name);
    return name ? { type, name } : null;
  }
  if (type === "pong") return isString(data.id) ? { type, id: data.id } : null;

  const { parent, cell } = data;
  if (!isString(parent) || !isString(cell)) return null;
  const reply = { parent, cell };
  switch (type) {
    case "status":
      return data.state === "busy" || data.state === "idle" ? { ...reply, type, state: data.state } : null;
    case "execute_input":
      return isCount(data.executionCount) ? { ...reply, type, executionCount: data.executionCount } : null;
    case "execute_reply":
      if (data.status !== "ok" && data.status !== "error") return null;
      if (!isCount(data.executionCount) || !isNumber(data.elapsed) || data.elapsed < 0) return null;
      return {
        ...reply,
        type,
        status: data.status,
        executionCount: data.executionCount,
        elapsed: data.elapsed,
        declares: strings(data.declares),
        uses: strings(data.uses),
      };
    case "stream":
      if (data.name !== "stdout" && data.name !== "stderr") return null;
      return isString(data.text) ? { ...reply, ...parseStream(data.name, data.text, data.omitted) } : null;
    case "stream_reply":
      if (!isString(data.text) || !isWhole(data.missing) || typeof data.last !== "boolean") return null;
      return { ...reply, type, text: data.text, missing: data.missing, last: data.last };
    case "clear_output":
      return typeof data.wait === "boolean" ? { ...reply, type, wait: data.wait } : null;
    case "update_display_data": {
      const bundle = parseBundle(data.data, clean);
      if (!bundle || !isString(data.displayId)) return null;
      return { ...reply, type, displayId: data.displayId, data: bundle };
    }
    case "display_data": {
      const bundle = parseBundle(data.data, clean);
      if (!bundle) return null;
      const display: DisplayData = { type, data: bundle };
      if (isString(data.displayId)) display.displayId = data.displayId;
      return { ...reply, ...display };
    }
    case "execute_result": {
      const bundle = parseBundle(data.data, clean);
      if (!bundle || !isCount(data.executionCount)) return null;
      return { ...reply, type, executionCount: data.executionCount, data: bundle };
    }
    case "error":
      return parseError(data, reply);
    case "live_open":
      if (!isString(data.displayId) || !isRecord(data.options)) return null;
      return { ...reply, type, displayId: data.displayId, options: parseLiveOptions(data.options) };
    case "live_points":
      if (!isString(data.displayId) || !isString(data.series)) return null;
      if (!(data.x instanceof Float64Array) || !(data.y instanceof Float64Array)) return null;
      if (data.x.length !== data.y.length || data.x.length > MAX_POINTS) return null;
      return { ...reply, type, displayId: data.displayId, series: data.series, x: data.x, y: data.y };
    default:
      return null;
  }
}

function parseStream(name: Stream["name"], text: string, omitted: unknown): Stream {
  const stream: Stream = { type: "stream", name, text };
  return isOmitted(omitted)
    ? { ...stream, omitted: { lines: omitted.lines, characters: omitted.characters } }
    : stream;
}

function isOmitted(data: unknown): data is Omitted {
  return isRecord(data) && isWhole(data.lines) && isWhole(data.characters);
}

function parseError(data: Record<string, unknown>, reply: { parent: string; cell: string }): Message | null {
  if (!isString(data.name) || !isString(data.message)) return null;
  const error: ErrorOutput = { type: "error", name: data.name, message: data.message, traceback: [] };
  if (isString(data.code)) error.code = data.code;
  if (isRecord(data.details)) {
    error.details = Object.fromEntries(
      Object.entries(data.details).filter(([, value]) => isString(value)),
    ) as Record<string, string>;
  }
  if (Array.isArray(data.traceback))
    error.traceback = data.traceback
      .slice(0, MAX_FRAMES)
      .map(parseFrame)
      .filter((frame) => frame !== null);
  return { ...reply, ...error };
}

function parseFrame(data: unknown): TraceFrame | null {
  if (!isRecord(data)) return null;
  const { cell, line, column, name } = data;
  return isString(cell) && isCount(line) && isCount(column) && isString(name)
    ? { cell, line, column, name }
    : null;
}

function parseLiveOptions(data: Record<string, unknown>): LiveOptions {
  const options: LiveOptions = {};
  if (isString(data.title)) options.title = data.title;
  if (isRecord(data.x)) options.x = parseAxis(data.x);
  if (isRecord(data.y)) options.y = parseAxis(data.y);
  if (isNumber(data.height)) options.height = Math.min(800, Math.max(80, data.height));
  return options;
}

function parseAxis(data: Record<string, unknown>): LiveAxis {
  const axis: LiveAxis = {};
  if (isString(data.label)) axis.label = data.label;
  if (data.type === "linear" || data.type === "log") axis.type = data.type;
  return axis;
}

function strings(data: unknown): string[] {
  return Array.isArray(data) ? data.filter(isString) : [];
}
