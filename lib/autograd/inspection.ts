/** What shows graphs needs to know of them: their nodes with the tensors, the modules that made them, the local slopes. */
export type { ModuleCall } from "./graph/calls";
export { type Inspected, type Inspection, inspect, nodesUnder, passedOn, slopesOf } from "./graph/inspect";
