export { checkCode, type Ending, isUntouched, type LearnerRealm } from "./realm";
export { type Ask, Reached, type Reply, runCheck } from "./run-check";
export type { Check, CheckTools } from "./tools";
export { parseVerdict, type Verdict, verdictOutcome } from "./verdict";
