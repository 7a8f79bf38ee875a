import { type ExerciseProgress, foldLog } from "@/lib/exercise/log";
import { Storage } from "@/lib/notebook";
import { STORAGE_NAME } from "../layout/site";

let reading: Promise<ReadonlyMap<string, ExerciseProgress>> | null = null;

/** Where the learner stands in all chapters, read once. */
export function allProgress(): Promise<ReadonlyMap<string, ExerciseProgress>> {
  reading ??= new Storage(STORAGE_NAME).allAttempts().then(foldLog);
  return reading;
}
