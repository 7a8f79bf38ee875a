import type { InputValues } from "./input";
import type { DisplayData, ErrorOutput, ExecuteResult, LiveOptions, MimeBundle, Stream } from "./output";

/**
 * The messages between page and kernel, in the words of Jupyter's protocol. They cross a MessagePort by
 * structured clone; nothing else crosses. Either side drops what does not fit these types.
 */

/** Raised with every change of these types; both sides refuse another's. */
export const PROTOCOL_VERSION = 4;

/** Parts of the kernel that not every run needs, which the page hands over on demand as the text of a module. */
export const LIBRARY_NAMES = ["compiler", "gradbook", "plot"] as const;

export type LibraryName = (typeof LIBRARY_NAMES)[number];

/**
 * A cell as the build compiled it: what the kernel's compiler returns, in a form that crosses a port. The author's own
 * cells come with it, so that a reader's first run waits for no compiler. The kernel compiles anew where the notebook
 * is no longer what the text took for granted.
 */
export interface PrecompiledCell {
  source: string;
  declares: { name: string; kind: string }[];
  uses: string[];
  captures: string[];
  parameters: string[];
  imports: string[];
  assumptions: {
    globals: string[];
    /** Null for a name that no cell declared: JSON has no undefined. */
    kinds: [name: string, kind: string | null][];
    exclusive: [name: string, exclusive: boolean][];
  };
}

/** Page to kernel: run a cell. */
export interface ExecuteRequest {
  type: "execute_request";
  id: string;
  cell: string;
  code: string;
  /** The language in which plots are described. */
  locale: "zh" | "en";
  /** What the reader has set of the cell's inputs. */
  inputs?: InputValues;
  /** What the build made of exactly this code. */
  precompiled?: PrecompiledCell;
  /** How wide outputs stand on the reader's page, in CSS pixels: plots are drawn so wide. */
  width?: number;
  /** The value is wanted as data, not in forms for a reader: how a check asks a learner's program. */
  plain?: boolean;
}

/** Page to kernel: the text of the library that was asked for, or why it cannot be had. */
export interface LibraryReply {
  type: "library_reply";
  name: LibraryName;
  source?: string;
  error?: string;
}

/** Page to kernel: are you alive? */
export interface Ping {
  type: "ping";
  id: string;
}

/** Page to kernel: what of a run's printed text was left out? */
export interface StreamRequest {
  type: "stream_request";
  /** The run's request, and its cell. */
  parent: string;
  cell: string;
}

/** Page to kernel: a cell is gone from the notebook, and the names that it defines with it. */
export interface ForgetCell {
  type: "forget_cell";
  cell: string;
}

export type Request = ExecuteRequest | ForgetCell | LibraryReply | Ping | StreamRequest;

/** Every message that belongs to a run names the request (`parent`) and the cell. */
interface Reply {
  parent: string;
  cell: string;
}

/** Kernel to page, first of all. */
export interface KernelReady {
  type: "kernel_ready";
  version: number;
}

export interface LibraryRequest {
  type: "library_request";
  name: LibraryName;
}

export interface Pong {
  type: "pong";
  id: string;
}

/** Busy: the request is being carried out. Idle: nothing more will come of it, its last output included. */
export interface Status extends Reply {
  type: "status";
  state: "busy" | "idle";
}

/** The run has begun, under this number. */
export interface ExecuteInput extends Reply {
  type: "execute_input";
  executionCount: number;
}

/** Points of a live plot since the last such message, in columns. */
export interface LivePoints extends Reply {
  type: "live_points";
  displayId: string;
  series: string;
  x: Float64Array;
  y: Float64Array;
}

/** A live plot has begun. Its points follow. */
export interface LiveOpen extends Reply {
  type: "live_open";
  displayId: string;
  options: LiveOptions;
}

/** A display that is there shows something else from now on. */
export interface UpdateDisplayData extends Reply {
  type: "update_display_data";
  displayId: string;
  data: MimeBundle;
}

/** The run's outputs so far are taken away: at once, or when the next one comes. */
export interface ClearOutput extends Reply {
  type: "clear_output";
  wait: boolean;
}

/** The text that follows the beginning that the page was sent, as far as it was kept; in parts, one after the other. */
export interface StreamReply extends Reply {
  type: "stream_reply";
  text: string;
  /** Characters behind it that were not kept. */
  missing: number;
  /** No other part follows. */
  last: boolean;
}

/** The run has ended. */
export interface ExecuteReply extends Reply {
  type: "execute_reply";
  status: "ok" | "error";
  executionCount: number;
  /** Milliseconds that the reader's code took. */
  elapsed: number;
  /** Names that the cell defines for the notebook. */
  declares: string[];
  /** Names of the notebook that it uses. */
  uses: string[];
  /** The cell as it was compiled: for the build, which saves it. */
  precompiled?: PrecompiledCell;
}

export type OutputMessage = Reply & (Stream | DisplayData | ExecuteResult | ErrorOutput);

export type Message =
  | KernelReady
  | LibraryRequest
  | Pong
  | Status
  | ExecuteInput
  | OutputMessage
  | LiveOpen
  | UpdateDisplayData
  | ClearOutput
  | StreamReply
  | LivePoints
  | ExecuteReply;
