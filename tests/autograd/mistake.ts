import { TorchError, type TorchErrorCode } from "@/lib/autograd";

/** The code and message of what a function throws. */
export function mistakeOf(run: () => unknown): { code: TorchErrorCode; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof TorchError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("nothing was thrown");
}
