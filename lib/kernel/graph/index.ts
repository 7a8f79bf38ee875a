export { GraphOutput, graphOf } from "./graph-output";
