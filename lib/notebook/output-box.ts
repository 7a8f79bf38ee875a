import type { Output } from "../protocol";

/** The outputs of one run, and how much they weigh. The kernel is not trusted to be modest: the page counts too. */
export interface OutputBox {
  outputs: readonly Output[];
  /** Characters, roughly. */
  weight: number;
  messages: number;
  /** More came than the page takes; what follows is dropped, and the kernel is to be stopped. */
  flooded: boolean;
  /** The next output takes the place of all these. */
  clearing?: boolean;
  /** The printed text that was left out, once the reader has asked for it. */
  whole?: { text: string; missing: number };
  /** What of it has come so far. */
  arriving?: string;
}

export const EMPTY_BOX: OutputBox = { outputs: [], weight: 0, messages: 0, flooded: false };
